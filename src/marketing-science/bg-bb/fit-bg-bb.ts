import { digamma } from '../../engine/math/digamma.ts';
import { exp } from '../../engine/math/exp.ts';
import { ln1p } from '../../engine/math/ln1p.ts';
import { groupEqualRows } from '../numeric/group-equal-rows.ts';
import { lnBeta } from '../numeric/ln-beta.ts';
import { type Fit, type FitStart, failedFit, maximumLikelihood } from '../optimiser/maximum-likelihood.ts';
import type { BgBbParameters } from './bg-bb.ts';

const NAMES = ['alpha', 'beta', 'gamma', 'delta'] as const;

/** Opportunity histories of many customers as columns (see `OpportunityHistory`), with weights (default 1). */
export type OpportunityRows = Readonly<{
  x: ArrayLike<number>;
  tx: ArrayLike<number>;
  n: ArrayLike<number>;
  weights?: ArrayLike<number>;
}>;

/**
 * Maximum-likelihood fit of the BG/BB, with standard errors.
 *
 * RangeError at the first row that is not a history (whole numbers, 0 ≤ x ≤ tx ≤ n, tx = 0 exactly when x = 0). No
 * rows, or nobody who bought, gives `no-data`.
 *
 * *Source:* Fader, Hardie and Shang, 2010, "Customer-base analysis in a discrete-time noncontractual setting".
 */
export function fitBgBb(
  rows: OpportunityRows,
  options: Readonly<{ start?: FitStart<BgBbParameters> }> = {},
): Fit<BgBbParameters> {
  for (let row = 0; row < rows.x.length; row++) {
    const numbers = [rows.x[row], rows.tx[row], rows.n[row]];
    const [x, tx, n] = numbers;
    const areOrdered = 0 <= x && x <= tx && tx <= n && (x === 0) === (tx === 0);
    if (!(numbers.every(Number.isInteger) && areOrdered)) {
      throw new RangeError(`Row ${row} is not an opportunity history: x ${x}, tx ${tx}, n ${n}`);
    }
  }
  const { count, columns, weights } = groupEqualRows([rows.x, rows.tx, rows.n], rows.weights);
  const [xs, txs, ns] = columns;
  let customers = 0;
  let purchases = 0;
  for (let row = 0; row < count; row++) {
    customers += weights[row];
    purchases += weights[row] * xs[row];
  }
  if (!(purchases > 0)) {
    return failedFit(NAMES, customers, 'no-data');
  }

  function logLikelihood(parameters: Float64Array, gradient: Float64Array): number {
    const [alpha, beta, gamma, delta] = parameters;
    const lnWhole = lnBeta(alpha, beta) + lnBeta(gamma, delta);
    const whole = lnBetaGradients(alpha, beta, gamma, delta);
    let total = 0;
    gradient.fill(0);
    for (let row = 0; row < count; row++) {
      const x = xs[row];
      const n = ns[row];
      let lnSum = lnBeta(alpha + x, beta + n - x) + lnBeta(gamma, delta + n);
      const mean = lnBetaGradients(alpha + x, beta + n - x, gamma, delta + n);
      for (let last = txs[row]; last < n; last++) {
        const lnTerm = lnBeta(alpha + x, beta + last - x) + lnBeta(gamma + 1, delta + last);
        const term = lnBetaGradients(alpha + x, beta + last - x, gamma + 1, delta + last);
        const ratio = exp(lnTerm - lnSum);
        const share = ratio === Infinity ? 1 : ratio / (1 + ratio);
        lnSum = Math.max(lnSum, lnTerm) + ln1p(exp(-Math.abs(lnTerm - lnSum)));
        for (let index = 0; index < 4; index++) {
          mean[index] += share * (term[index] - mean[index]);
        }
      }
      total += weights[row] * (lnSum - lnWhole);
      for (let index = 0; index < 4; index++) {
        gradient[index] += weights[row] * (mean[index] - whole[index]);
      }
    }
    return total;
  }

  return maximumLikelihood({
    names: NAMES,
    customers,
    starts: [
      [1, 1, 1, 3],
      [0.5, 2, 0.5, 5],
      [3, 1, 1, 10],
    ],
    start: options.start,
    logLikelihood,
  });
}

// Derivatives of ln B(a, b) + ln B(c, d) with respect to a, b, c, d.
function lnBetaGradients(a: number, b: number, c: number, d: number): number[] {
  const ab = digamma(a + b);
  const cd = digamma(c + d);
  return [digamma(a) - ab, digamma(b) - ab, digamma(c) - cd, digamma(d) - cd];
}
