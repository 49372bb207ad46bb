import { digamma } from '../../engine/math/digamma.ts';
import { exp } from '../../engine/math/exp.ts';
import { ln } from '../../engine/math/ln.ts';
import { lnGamma } from '../../engine/math/ln-gamma.ts';
import { ln1p } from '../../engine/math/ln1p.ts';
import { type Fit, type FitStart, failedFit, maximumLikelihood } from '../optimiser/maximum-likelihood.ts';
import { operationalTime } from './dropout-clock.ts';
import type { ParetoNbdParameters } from './parameters.ts';
import { type DistinctHistories, distinctHistories, type PurchaseRows, weightByCount } from './rows.ts';
import { emptyTimingLikelihood, timingLikelihood } from './timing-likelihood.ts';

const NAMES = ['r', 'alpha', 's', 'beta'] as const;

/**
 * Maximum-likelihood fit of the Pareto/NBD to purchase histories, with standard errors.
 *
 * Equal histories are worked on once. With `clock`s the fit is in operational time (customers who were treated
 * differently); with `aliveAt` it is conditional on survival to that age. `start` (for example the fit of the round
 * before) saves two thirds of the work. A fit that did not converge says so and why; no rows, or nobody with a repeat
 * order, gives `no-data`.
 *
 * *Source:* Fader and Hardie, 2005, "A note on deriving the Pareto/NBD model"; Fader, Hardie and Lee, 2005, "RFM and
 * CLV".
 */
export function fitParetoNbd(
  rows: PurchaseRows,
  options: Readonly<{ start?: FitStart<ParetoNbdParameters> }> = {},
): Fit<ParetoNbdParameters> {
  const histories = distinctHistories(rows);
  let customers = 0;
  let orders = 0;
  let activeTime = 0;
  let observedTime = 0;
  for (let row = 0; row < histories.count; row++) {
    const weight = histories.weights[row];
    customers += weight;
    orders += weight * histories.x[row];
    observedTime += weight * histories.T[row];
    activeTime += weight * (0.5 * histories.tx[row] + 0.5 * histories.T[row]);
  }
  if (!(orders > 0 && observedTime > 0)) {
    return failedFit(NAMES, customers, 'no-data');
  }
  const meanT = observedTime / customers;
  const timePerOrder = activeTime / orders;
  const guesses = [
    [0.8, 0.8],
    [0.3, 0.3],
    [3, 3],
    [1, 0.1],
  ].map(([r, s]) => [r, r * timePerOrder, s, s * 2 * meanT]);
  return maximumLikelihood({
    names: NAMES,
    customers,
    scales: [1, meanT, 1, meanT],
    starts: guesses,
    start: options.start,
    logLikelihood: paretoNbdObjective(histories),
  });
}

/**
 * Log-likelihood of all histories together as a function of (r, alpha, s, beta), which also writes its gradient.
 */
export function paretoNbdObjective(
  histories: DistinctHistories,
): (parameters: Float64Array, gradient: Float64Array) => number {
  const { count, x, tx, T, aliveAt, clock, weights } = histories;
  const orderCounts = weightByCount(x, weights);
  let customers = 0;
  for (const weight of weights) {
    customers += weight;
  }
  const timing = emptyTimingLikelihood();

  return function logLikelihood(parameters, gradient) {
    const [r, alpha, s, beta] = parameters;
    const lnAlpha = ln(alpha);
    let total = customers * (r * lnAlpha - lnGamma(r));
    gradient[0] = customers * (lnAlpha - digamma(r));
    gradient[1] = (customers * r) / alpha;
    gradient[2] = 0;
    gradient[3] = 0;
    for (const [orders, weight] of orderCounts) {
      total += weight * lnGamma(r + orders);
      gradient[0] += weight * digamma(r + orders);
    }
    for (let row = 0; row < count; row++) {
      const weight = weights[row];
      timingLikelihood(r, alpha, s, beta, x[row], tx[row], T[row], aliveAt[row], clock[row], true, timing);
      const { lnAlive, lnDead, aliveGradient, deadGradient } = timing;
      const odds = exp(lnDead - lnAlive);
      const deadShare = odds === Infinity ? 1 : odds / (1 + odds);
      total += weight * (deadShare > 0.5 ? lnDead + ln1p(1 / odds) : lnAlive + ln1p(odds));
      for (let index = 0; index < 4; index++) {
        gradient[index] += weight * (aliveGradient[index] + deadShare * (deadGradient[index] - aliveGradient[index]));
      }
      if (aliveAt[row] > 0) {
        const used = operationalTime(clock[row], aliveAt[row]);
        const lnUsedShare = ln1p(used / beta);
        total += weight * s * lnUsedShare;
        gradient[2] += weight * lnUsedShare;
        gradient[3] -= (weight * s * used) / (beta * (beta + used));
      }
    }
    return total;
  };
}
