import { digamma } from '../../engine/math/digamma.ts';
import { exp } from '../../engine/math/exp.ts';
import { ln } from '../../engine/math/ln.ts';
import { lnGamma } from '../../engine/math/ln-gamma.ts';
import { ln1p } from '../../engine/math/ln1p.ts';
import { type Fit, type FitStart, failedFit, maximumLikelihood } from '../optimiser/maximum-likelihood.ts';
import { distinctHistories, type PurchaseRows, weightByCount } from '../pareto-nbd/rows.ts';
import type { BgNbdParameters } from './bg-nbd.ts';

const NAMES = ['r', 'alpha', 'a', 'b'] as const;

/**
 * Maximum-likelihood fit of the BG/NBD to purchase histories, with standard errors.
 *
 * Uses `x`, `tx`, `T` and `weights` of the rows. No rows, or nobody with a repeat order, gives `no-data`.
 *
 * *Source:* Fader, Hardie and Lee, 2005, "Counting your customers the easy way".
 */
export function fitBgNbd(
  rows: Pick<PurchaseRows, 'x' | 'tx' | 'T' | 'weights'>,
  options: Readonly<{ start?: FitStart<BgNbdParameters> }> = {},
): Fit<BgNbdParameters> {
  const { count, x, tx, T, weights } = distinctHistories(rows);
  const orderCounts = weightByCount(x, weights);
  let customers = 0;
  let orders = 0;
  let observedTime = 0;
  for (let row = 0; row < count; row++) {
    customers += weights[row];
    orders += weights[row] * x[row];
    observedTime += weights[row] * T[row];
  }
  if (!(orders > 0 && observedTime > 0)) {
    return failedFit(NAMES, customers, 'no-data');
  }

  function logLikelihood(parameters: Float64Array, gradient: Float64Array): number {
    const [r, alpha, a, b] = parameters;
    let total = customers * (r * ln(alpha) - lnGamma(r));
    let byR = customers * (ln(alpha) - digamma(r));
    let byAlpha = (customers * r) / alpha;
    let byA = 0;
    let byB = 0;
    for (const [number, weight] of orderCounts) {
      total +=
        weight * (lnGamma(r + number) + lnGamma(b + number) - lnGamma(b) + lnGamma(a + b) - lnGamma(a + b + number));
      const sumChange = digamma(a + b) - digamma(a + b + number);
      byR += weight * digamma(r + number);
      byA += weight * sumChange;
      byB += weight * (digamma(b + number) - digamma(b) + sumChange);
    }
    for (let row = 0; row < count; row++) {
      const weight = weights[row];
      const k = r + x[row];
      const lnAtEnd = ln(alpha + T[row]);
      let term = -k * lnAtEnd;
      let lnAge = lnAtEnd;
      let inverseAge = 1 / (alpha + T[row]);
      if (x[row] > 0) {
        const stay = b + x[row] - 1;
        const gap = ln1p((T[row] - tx[row]) / (alpha + tx[row]));
        const odds = (a / stay) * exp(k * gap);
        const deadShare = odds === Infinity ? 1 : odds / (1 + odds);
        term += deadShare > 0.5 ? ln(a / stay) + k * gap + ln1p(1 / odds) : ln1p(odds);
        lnAge -= deadShare * gap;
        inverseAge += deadShare * (1 / (alpha + tx[row]) - inverseAge);
        byA += (weight * deadShare) / a;
        byB -= (weight * deadShare) / stay;
      }
      total += weight * term;
      byR -= weight * lnAge;
      byAlpha -= weight * k * inverseAge;
    }
    gradient[0] = byR;
    gradient[1] = byAlpha;
    gradient[2] = byA;
    gradient[3] = byB;
    return total;
  }

  const timePerOrder = observedTime / orders;
  return maximumLikelihood({
    names: NAMES,
    customers,
    scales: [1, observedTime / customers, 1, 1],
    starts: [
      [0.7, 0.5 * timePerOrder, 0.8, 2.5],
      [0.25, 0.2 * timePerOrder, 0.5, 1],
      [2, timePerOrder, 1, 10],
      [1, timePerOrder, 3, 3],
    ],
    start: options.start,
    logLikelihood,
  });
}
