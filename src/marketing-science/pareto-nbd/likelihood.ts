import { exp } from '../../engine/math/exp.ts';
import { ln } from '../../engine/math/ln.ts';
import { lnGamma } from '../../engine/math/ln-gamma.ts';
import { ln1p } from '../../engine/math/ln1p.ts';
import { lnAdd } from '../numeric/ln-add.ts';
import type { PurchaseHistory } from '../purchase-history.ts';
import { type DropoutClock, operationalTime } from './dropout-clock.ts';
import type { ParetoNbdParameters } from './parameters.ts';
import { emptyTimingLikelihood, timingLikelihood } from './timing-likelihood.ts';

/**
 * What else is known of a customer.
 *
 * - `clock`: hazard multipliers that acted on the customer; null or absent: none
 * - `aliveAt`: an age at which the customer is known to have been alive because only survivors entered the data (for
 *   example a customer base bought with its history). Likelihoods are conditional on that. Default 0: no selection
 */
export type CustomerTreatment = Readonly<{ clock?: DropoutClock | null; aliveAt?: number }>;

const timing = emptyTimingLikelihood();

/**
 * Natural logarithm of the likelihood of one customer's ordered arrival times under the Pareto/NBD (no factor t^x/x!).
 *
 * Finite for every x ≥ 0, 0 ≤ tx ≤ T and positive parameters, also where gamma functions and powers overflow (x in the
 * hundreds). With `treatment` in operational time, or conditional on survival to `aliveAt` ≤ T.
 *
 * *Source:* Schmittlein, Morrison and Colombo, 1987; Fader and Hardie, 2005, "A note on deriving the
 * Pareto/NBD model", computed without hypergeometric functions.
 */
export function paretoNbdLogLikelihood(
  parameters: ParetoNbdParameters,
  history: PurchaseHistory,
  treatment: CustomerTreatment = {},
): number {
  const { r, alpha, s, beta } = parameters;
  const { clock = null, aliveAt = 0 } = treatment;
  timingLikelihood(r, alpha, s, beta, history.x, history.tx, history.T, aliveAt, clock, false, timing);
  const shared = lnGamma(r + history.x) - lnGamma(r) + r * ln(alpha);
  const lnSelected = aliveAt > 0 ? -s * ln1p(operationalTime(clock, aliveAt) / beta) : 0;
  return shared + lnAdd(timing.lnAlive, timing.lnDead) - lnSelected;
}

/**
 * P(alive): probability that a customer with this history is still a customer at T. In [0, 1]; 1 when tx = T.
 *
 * *Source:* Schmittlein, Morrison and Colombo, 1987; Fader and Hardie, 2005, ibid.
 */
export function paretoNbdProbabilityAlive(
  parameters: ParetoNbdParameters,
  history: PurchaseHistory,
  treatment: CustomerTreatment = {},
): number {
  const { r, alpha, s, beta } = parameters;
  const { clock = null, aliveAt = 0 } = treatment;
  timingLikelihood(r, alpha, s, beta, history.x, history.tx, history.T, aliveAt, clock, false, timing);
  return 1 / (1 + exp(timing.lnDead - timing.lnAlive));
}
