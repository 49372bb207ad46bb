/** Room for a row number beside a whole number of cents in one double. */
const ROWS = 1 << 21;

/**
 * Places of `values` from the largest to the smallest; of equal values the earlier place first.
 *
 * @param values whole numbers below 2^31 in size, at most 2^21 of them
 */
export function ranked(values: ArrayLike<number>): Int32Array {
  const keys = new Float64Array(values.length);
  for (let place = 0; place < keys.length; place++) keys[place] = -values[place] * ROWS + place;
  keys.sort();
  const order = new Int32Array(keys.length);
  for (let rank = 0; rank < order.length; rank++) order[rank] = keys[rank] - Math.floor(keys[rank] / ROWS) * ROWS;
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
