import { ln } from './ln.ts';

/**
 * ln(1 + x), exact to a few units in the last place near 0 too; the same bits on every JavaScript engine.
 *
 * ln1p(-1) = -Infinity, ln1p(Infinity) = Infinity, below -1 or NaN gives NaN.
 *
 * *Source:* the correction for the rounding of 1 + x is Kahan's; W. Kahan (1982), as in the HP-15C Advanced Functions
 * Handbook.
 */
export function ln1p(x: number): number {
  if (x === 0 || x === Infinity) return x;
  const sum = 1 + x;
  if (!(sum > 0)) return ln(sum);
  const lost = x < 1 ? x - (sum - 1) : 1 - (sum - x);
  return ln(sum) + lost / sum;
}
