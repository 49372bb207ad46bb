import { exp } from '../../engine/math/exp.ts';
import { expm1 } from '../../engine/math/expm1.ts';
import { ln1p } from '../../engine/math/ln1p.ts';
import { meanOfInversePlusRate } from '../numeric/inverse-plus-rate.ts';
import type { PurchaseHistory } from '../purchase-history.ts';
import { operationalTime } from './dropout-clock.ts';
import { type CustomerTreatment, paretoNbdProbabilityAlive } from './likelihood.ts';
import type { ParetoNbdParameters } from './parameters.ts';

/**
 * Survival: probability that a new customer is still a customer after time t ≥ 0, (beta / (beta + t))^s.
 *
 * *Source:* Schmittlein, Morrison and Colombo, 1987: mu ~ Gamma(s, beta) mixed over exponential lifetimes.
 */
export function paretoNbdSurvival(parameters: Pick<ParetoNbdParameters, 's' | 'beta'>, t: number): number {
  return exp(-parameters.s * ln1p(t / parameters.beta));
}

/**
 * Retention rate of each of the first `periods` periods of length 1: S(k) / S(k - 1). It rises with k though nobody
 * changes, because those with high dropout rates leave first.
 */
export function paretoNbdRetentionCurve(
  parameters: Pick<ParetoNbdParameters, 's' | 'beta'>,
  periods: number,
): number[] {
  return Array.from({ length: periods }, (_, k) => exp(-parameters.s * ln1p(1 / (parameters.beta + k))));
}

/**
 * Expected number of repeat orders of a new customer in (0, t], t ≥ 0.
 *
 * *Source:* Schmittlein, Morrison and Colombo, 1987; Fader and Hardie, 2005, ibid.
 */
export function paretoNbdExpectedTransactions(parameters: ParetoNbdParameters, t: number): number {
  const { r, alpha, s, beta } = parameters;
  return (r / alpha) * expectedLifetimeWithin(s, beta, t);
}

/**
 * Expected number of orders in (T, T + t] of a customer with the given history, t ≥ 0.
 *
 * *Source:* Schmittlein, Morrison and Colombo, 1987; Fader and Hardie, 2005, ibid.
 */
export function paretoNbdConditionalExpectedTransactions(
  parameters: ParetoNbdParameters,
  history: PurchaseHistory,
  t: number,
  treatment: CustomerTreatment = {},
): number {
  const { r, alpha, s, beta } = parameters;
  const used = operationalTime(treatment.clock ?? null, history.T);
  return (
    paretoNbdProbabilityAlive(parameters, history, treatment) *
    ((r + history.x) / (alpha + history.T)) *
    expectedLifetimeWithin(s, beta + used, t)
  );
}

/**
 * DERT: discounted expected residual transactions, the present value at T of all orders after T of a customer with the
 * given history, one unit an order. `delta` ≥ 0 is the continuous discount rate, ln(1 + yearly rate) / (units of time
 * in a year); with delta = 0 the result is infinite for s ≤ 1.
 *
 * *Source:* Fader, Hardie and Lee, 2005, "RFM and CLV: using iso-value curves", equation 2.
 */
export function paretoNbdDert(
  parameters: ParetoNbdParameters,
  history: PurchaseHistory,
  delta: number,
  treatment: CustomerTreatment = {},
): number {
  const { r, alpha, s, beta } = parameters;
  const used = operationalTime(treatment.clock ?? null, history.T);
  return (
    paretoNbdProbabilityAlive(parameters, history, treatment) *
    ((r + history.x) / (alpha + history.T)) *
    meanOfInversePlusRate(s, beta + used, delta)
  );
}

/**
 * Discounted expected number of repeat orders of a customer just acquired (its first order excluded), at continuous
 * discount rate delta: E[λ] · E[1 / (µ + delta)].
 *
 * *Source:* Fader, Hardie and Lee, 2005, ibid.
 */
export function paretoNbdDiscountedExpectedTransactions(parameters: ParetoNbdParameters, delta: number): number {
  const { r, alpha, s, beta } = parameters;
  return (r / alpha) * meanOfInversePlusRate(s, beta, delta);
}

/**
 * Expected time alive within the next t of a customer whose dropout rate is µ ~ Gamma(s, beta): beta / (s - 1) · [1 -
 * (beta / (beta + t))^(s - 1)], and beta · ln(1 + t / beta) at s = 1, where the two meet smoothly.
 */
export function expectedLifetimeWithin(s: number, beta: number, t: number): number {
  const logGrowth = ln1p(t / beta);
  // At t = 0 the quotient would be a negative zero for s above 1.
  return s === 1 || t === 0 ? beta * logGrowth : (beta * expm1((1 - s) * logGrowth)) / (1 - s);
}
