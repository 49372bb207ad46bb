/** Bits of a value that are sorted by at a time. */
const DIGIT = 11;
const DIGITS = 1 << DIGIT;
const WORD = 32;
const LARGEST = 0x7fffffff;

/**
 * Places of `values` from the largest to the smallest; of equal values the earlier place first.
 *
 * @param values whole numbers of 32 bits
 */
export function ranked(values: ArrayLike<number>): Int32Array {
  const keys = new Uint32Array(values.length);
  for (let place = 0; place < keys.length; place++) keys[place] = LARGEST - values[place];
  let order = new Int32Array(keys.length);
  let next = new Int32Array(keys.length);
  for (let place = 0; place < order.length; place++) order[place] = place;
  // By the last digit first: what is equal in a later one keeps its order.
  const starts = new Uint32Array(DIGITS + 1);
  for (let shift = 0; shift < WORD; shift += DIGIT) {
    starts.fill(0);
    for (let place = 0; place < keys.length; place++) starts[((keys[place] >>> shift) & (DIGITS - 1)) + 1]++;
    for (let digit = 0; digit < DIGITS; digit++) starts[digit + 1] += starts[digit];
    for (let rank = 0; rank < order.length; rank++) {
      const place = order[rank];
      next[starts[(keys[place] >>> shift) & (DIGITS - 1)]++] = place;
    }
    [order, next] = [next, order];
  }
  return order;
}

/** Spearman's rank correlation of two whole-numbered columns; equal values share their mean rank. 0 where it is not defined. */
export function rankCorrelation(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const a = meanRanks(one);
  const b = meanRanks(other);
  const mean = (a.length - 1) / 2;
  let covariance = 0;
  let ofA = 0;
  let ofB = 0;
  for (let place = 0; place < a.length; place++) {
    covariance += (a[place] - mean) * (b[place] - mean);
    ofA += (a[place] - mean) ** 2;
    ofB += (b[place] - mean) ** 2;
  }
  return ofA > 0 && ofB > 0 ? covariance / Math.sqrt(ofA * ofB) : 0;
}

function meanRanks(values: ArrayLike<number>): Float64Array {
  const order = ranked(values);
  const ranks = new Float64Array(order.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to]] === values[order[from]]) to++;
    for (let rank = from; rank < to; rank++) ranks[order[rank]] = (from + to - 1) / 2;
    from = to;
  }
  return ranks;
}

/** Sums of `amounts`, taken in the order given, at 0, 1/steps … 1 of the customers (the last one cut counts in part). */
export function cumulated(amounts: ArrayLike<number>, order: Int32Array, steps: number): Float64Array {
  const running = new Float64Array(order.length + 1);
  for (let rank = 0; rank < order.length; rank++) running[rank + 1] = running[rank] + amounts[order[rank]];
  return Float64Array.from({ length: steps + 1 }, (_, step) => {
    const position = (step / steps) * order.length;
    const below = Math.floor(position);
    const next = Math.min(below + 1, order.length);
    return running[below] + (position - below) * (running[next] - running[below]);
  });
}
