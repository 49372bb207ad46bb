import { keysFromSeed } from '../../../src/engine/random/keys.ts';
import { drawKeys, streamOf } from '../../../src/engine/random/stream.ts';

/** A sound generator exceeds these less than once in 10,000 tests. */
export const LARGEST_KS = 2.23;
export const LARGEST_Z = 3.9;

/** `count` draws, each from the stream of another customer, all with the keys of one round and purpose. */
export function sample(seed: string, count: number, draw: (stream: number, keys: Int32Array) => number): Float64Array {
  const keys = keysFromSeed(seed);
  const ready = drawKeys(keys, 3, 5);
  return Float64Array.from({ length: count }, (_, id) => draw(streamOf(id, keys), ready));
}

/** Kolmogorov's statistic, sqrt(n) times the largest distance between empirical and true cumulative probability. */
export function kolmogorovStatistic(values: Float64Array, cumulative: (x: number) => number): number {
  const sorted = Float64Array.from(values).sort();
  let distance = 0;
  sorted.forEach((value, index) => {
    const p = cumulative(value);
    distance = Math.max(distance, p - index / sorted.length, (index + 1) / sorted.length - p);
  });
  return distance * Math.sqrt(sorted.length);
}

/**
 * The chi-square statistic of counts 0, 1, 2 … against probabilities, as a standard normal deviate (Wilson and Hilferty,
 * 1931). Neighbouring cells are joined until each expects at least 8; the rest joins the last.
 */
export function chiSquareDeviate(values: Float64Array, probability: (count: number) => number, upTo: number): number {
  const observed = new Float64Array(upTo + 1);
  for (const value of values) observed[Math.min(value, upTo)]++;
  const cells: { observed: number; expected: number }[] = [];
  let cell = { observed: 0, expected: 0 };
  let left = 1;
  for (let count = 0; count < upTo; count++) {
    const share = probability(count);
    left -= share;
    cell = { observed: cell.observed + observed[count], expected: cell.expected + share * values.length };
    if (cell.expected >= 8 && left * values.length >= 8) {
      cells.push(cell);
      cell = { observed: 0, expected: 0 };
    }
  }
  cells.push({ observed: cell.observed + observed[upTo], expected: cell.expected + left * values.length });
  const statistic = cells.reduce((sum, { observed: o, expected: e }) => sum + (o - e) ** 2 / e, 0);
  const freedom = cells.length - 1;
  return ((statistic / freedom) ** (1 / 3) - (1 - 2 / (9 * freedom))) / Math.sqrt(2 / (9 * freedom));
}

export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length;
  let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    sa += a[i];
    sb += b[i];
    saa += a[i] * a[i];
    sbb += b[i] * b[i];
    sab += a[i] * b[i];
  }
  return (sab - (sa * sb) / n) / Math.sqrt((saa - (sa * sa) / n) * (sbb - (sb * sb) / n));
}
