/** Values from largest to smallest. RangeError when there is none, or one is not a finite number. */
function descending(values: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0 || !sorted.every(Number.isFinite)) {
    throw new RangeError('Concentration needs at least one value, all finite');
  }
  return sorted.reverse();
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/**
 * Lorenz curve: share of the total held by the poorest 0, 1, …, n customers, as `points` + 1 pairs evenly spaced in
 * customers (default: every customer). Values must not be negative and not all be zero; otherwise RangeError.
 *
 * *Source:* Lorenz, 1905, "Methods of measuring the concentration of wealth".
 */
export function lorenzCurve(
  values: ArrayLike<number>,
  points: number = values.length,
): { shareOfCustomers: number; shareOfValue: number }[] {
  const sorted = descending(values).reverse();
  const total = sumOf(sorted);
  if (sorted[0] < 0 || !(total > 0)) {
    throw new RangeError('A Lorenz curve needs values that are not negative and not all zero');
  }
  const running = new Float64Array(sorted.length + 1);
  for (let index = 0; index < sorted.length; index++) {
    running[index + 1] = running[index] + sorted[index];
  }
  return Array.from({ length: points + 1 }, (_, point) => {
    const position = (point / points) * sorted.length;
    const below = Math.floor(position);
    const next = Math.min(below + 1, sorted.length);
    const held = running[below] + (position - below) * (running[next] - running[below]);
    return { shareOfCustomers: point / points, shareOfValue: held / total };
  });
}

/**
 * Gini coefficient: twice the area between the Lorenz curve and equality; 0 when all are equal, (n - 1) / n when one
 * has everything. Defined for values that are not negative and not all zero; otherwise RangeError.
 *
 * *Source:* Gini, 1914; computed as Σ (2i - n - 1) y_i / (n Σ y) over ascending y_i.
 */
export function gini(values: ArrayLike<number>): number {
  const sorted = descending(values).reverse();
  const total = sumOf(sorted);
  if (sorted[0] < 0 || !(total > 0)) {
    throw new RangeError('A Gini coefficient needs values that are not negative and not all zero');
  }
  const count = sorted.length;
  let weighted = 0;
  for (let index = 0; index < count; index++) {
    weighted += (2 * (index + 1) - count - 1) * sorted[index];
  }
  return weighted / (count * total);
}

/**
 * Share of the total held by the top `share` of customers by value (0 to 1; a customer cut by the border counts in
 * part). Negative values are allowed as long as the total is positive; otherwise RangeError.
 */
export function topShare(values: ArrayLike<number>, share: number): number {
  const sorted = descending(values);
  const total = sumOf(sorted);
  if (!(total > 0 && share >= 0 && share <= 1)) {
    throw new RangeError('A top share needs a positive total and a share between 0 and 1');
  }
  const wanted = share * sorted.length;
  const whole = Math.floor(wanted);
  const part = whole < sorted.length ? (wanted - whole) * sorted[whole] : 0;
  return (sumOf(sorted.subarray(0, whole)) + part) / total;
}

/**
 * Share of `actual` (what customers brought later) that came from the top `share` of customers ranked by `scores`: how
 * good a ranking was. The number of customers is rounded; those with equal scores at the border share what the border
 * leaves, so that the result does not depend on their order.
 */
export function captureOfTop(scores: ArrayLike<number>, actual: ArrayLike<number>, share: number): number {
  const order = Array.from({ length: scores.length }, (_, index) => index).sort((a, b) => scores[b] - scores[a]);
  const total = order.reduce((sum, index) => sum + actual[index], 0);
  const wanted = Math.round(share * order.length);
  if (!(total > 0 && wanted >= 1 && wanted <= order.length)) {
    throw new RangeError('A capture needs a positive total and at least one customer in the top');
  }
  const border = scores[order[wanted - 1]];
  const above = order.filter((index) => scores[index] > border);
  const tied = order.filter((index) => scores[index] === border);
  const fromTied = tied.reduce((sum, index) => sum + actual[index], 0) / tied.length;
  return (above.reduce((sum, index) => sum + actual[index], 0) + (wanted - above.length) * fromTied) / total;
}

/** One tenth of the customers, ranked by value. `cumulativeShare` runs from the first tenth (the best) to here. */
export type DecileRow = Readonly<{
  decile: number;
  customers: number;
  least: number;
  most: number;
  mean: number;
  total: number;
  share: number;
  cumulativeShare: number;
}>;

/**
 * Decile table: customers ranked by value, best first, in ten groups whose sizes differ by one at most. Fewer than ten
 * customers give as many groups. Shares are of the total, NaN when that is zero.
 *
 * *Source:* Hughes, 1994, "Strategic database marketing".
 */
export function decileTable(values: ArrayLike<number>): DecileRow[] {
  const sorted = descending(values);
  const total = sumOf(sorted);
  const groups = Math.min(10, sorted.length);
  let cumulative = 0;
  return Array.from({ length: groups }, (_, group) => {
    const part = sorted.subarray(
      Math.floor((group * sorted.length) / groups),
      Math.floor(((group + 1) * sorted.length) / groups),
    );
    const partTotal = sumOf(part);
    cumulative += partTotal;
    return {
      decile: group + 1,
      customers: part.length,
      least: part[part.length - 1],
      most: part[0],
      mean: partTotal / part.length,
      total: partTotal,
      share: total === 0 ? Number.NaN : partTotal / total,
      cumulativeShare: total === 0 ? Number.NaN : cumulative / total,
    };
  });
}

/**
 * Whale curve: running total of profit from the most to the least profitable customer, as `points` + 1 pairs from (0,
 * 0). Where customers lose money the curve rises above its end. `peak` is its highest value and the share of customers
 * at which it is reached; all values of `profit` in the unit given.
 *
 * *Source:* Kaplan and Narayanan, 2001, "Measuring and managing customer profitability"; van Raaij, Vernooij and van
 * Triest, 2003.
 */
export function whaleCurve(
  profits: ArrayLike<number>,
  points: number = profits.length,
): { curve: { shareOfCustomers: number; profit: number }[]; peak: { shareOfCustomers: number; profit: number } } {
  const sorted = descending(profits);
  const running = new Float64Array(sorted.length + 1);
  let best = 0;
  for (let index = 0; index < sorted.length; index++) {
    running[index + 1] = running[index] + sorted[index];
    if (running[index + 1] > running[best]) {
      best = index + 1;
    }
  }
  return {
    curve: Array.from({ length: points + 1 }, (_, point) => {
      const position = Math.round((point / points) * sorted.length);
      return { shareOfCustomers: position / sorted.length, profit: running[position] };
    }),
    peak: { shareOfCustomers: best / sorted.length, profit: running[best] },
  };
}
