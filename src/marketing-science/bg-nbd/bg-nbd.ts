import { exp } from '../../engine/math/exp.ts';
import { expm1 } from '../../engine/math/expm1.ts';
import { ln } from '../../engine/math/ln.ts';
import { lnGamma } from '../../engine/math/ln-gamma.ts';
import { ln1p } from '../../engine/math/ln1p.ts';
import { betaExpectation } from '../numeric/beta-expectation.ts';
import { meanOfInversePlusRate } from '../numeric/inverse-plus-rate.ts';
import { lnAdd } from '../numeric/ln-add.ts';
import { lnBeta } from '../numeric/ln-beta.ts';
import type { PurchaseHistory } from '../purchase-history.ts';

/**
 * Parameters of the BG/NBD model. Purchase rate λ ~ Gamma(shape r, rate alpha); after each repeat order the customer
 * drops out with chance p ~ Beta(a, b), independent of λ; all four positive. alpha is in the unit of time of the data.
 */
export type BgNbdParameters = Readonly<{ r: number; alpha: number; a: number; b: number }>;

/**
 * Natural logarithm of the likelihood of one customer's ordered arrival times under the BG/NBD (no factor t^x/x!).
 *
 * *Source:* Fader, Hardie and Lee, 2005, "Counting your customers the easy way", equation 6.
 */
export function bgNbdLogLikelihood(parameters: BgNbdParameters, history: PurchaseHistory): number {
  const { r, alpha, a, b } = parameters;
  const { x, T } = history;
  const shared =
    lnGamma(r + x) - lnGamma(r) - r * ln1p(T / alpha) - x * ln(alpha + T) + lnBeta(a, b + x) - lnBeta(a, b);
  return shared + lnAdd(0, lnOddsDead(parameters, history));
}

/**
 * P(alive) at T under the BG/NBD. In [0, 1]; always 1 for x = 0, since one can only drop out after a repeat order.
 *
 * *Source:* Fader, Hardie and Lee, 2008, "Computing P(alive) using the BG/NBD model".
 */
export function bgNbdProbabilityAlive(parameters: BgNbdParameters, history: PurchaseHistory): number {
  return 1 / (1 + exp(lnOddsDead(parameters, history)));
}

/**
 * Expected number of repeat orders of a new customer in (0, t], t ≥ 0.
 *
 * *Source:* Fader, Hardie and Lee, 2005, ibid., as an expectation over the dropout chance (no 2F1, no a = 1
 * case).
 */
export function bgNbdExpectedTransactions(parameters: BgNbdParameters, t: number): number {
  const { r, alpha, a, b } = parameters;
  return t === 0 ? 0 : expectedWhileAlive(r, alpha, a, b, t);
}

/**
 * Expected number of orders in (T, T + t] of a customer with the given history, t ≥ 0.
 *
 * *Source:* Fader, Hardie and Lee, 2005, ibid., equation 10, as an expectation over the dropout chance.
 */
export function bgNbdConditionalExpectedTransactions(
  parameters: BgNbdParameters,
  history: PurchaseHistory,
  t: number,
): number {
  const { r, alpha, a, b } = parameters;
  const { x, T } = history;
  return t === 0 ? 0 : bgNbdProbabilityAlive(parameters, history) * expectedWhileAlive(r + x, alpha + T, a, b + x, t);
}

/**
 * DERT under the BG/NBD: present value at T of all orders after T of a customer with the given history, one unit an
 * order, at continuous discount rate delta > 0 per unit of time.
 *
 * *Source:* derived here: E[λ / (λp + δ)] over λ ~ Gamma(r + x, alpha + T), p ~ Beta(a, b + x), times P(alive); the
 * same construction as Fader, Hardie and Lee, 2005, "RFM and CLV", equation 2.
 */
export function bgNbdDert(parameters: BgNbdParameters, history: PurchaseHistory, delta: number): number {
  const { r, alpha, a, b } = parameters;
  const shape = r + history.x;
  const rate = alpha + history.T;
  // E[λ / (λp + δ)] over λ is (shape / rate) · E[1 / (λ'p + δ)] with λ' ~ Gamma(shape + 1, rate).
  const given = betaExpectation(
    a,
    b + history.x,
    (p) => (shape / rate) * meanOfInversePlusRate(shape + 1, rate / p, delta),
  );
  return bgNbdProbabilityAlive(parameters, history) * given;
}

/**
 * Probability that a new customer is still a customer after time t ≥ 0: E[e^(-λpt)] = E[(alpha / (alpha + pt))^r] over
 * p.
 */
export function bgNbdSurvival(parameters: BgNbdParameters, t: number): number {
  const { r, alpha, a, b } = parameters;
  return t === 0 ? 1 : betaExpectation(a, b, (p) => exp(-r * ln1p((p * t) / alpha)));
}

/**
 * P(X(t) = x): probability that a new customer makes exactly x repeat orders in (0, t]; x a whole number from 0, t ≥ 0.
 *
 * *Source:* Fader, Hardie and Lee, 2005, ibid.
 */
export function bgNbdPmf(parameters: BgNbdParameters, t: number, x: number): number {
  const { r, alpha, a, b } = parameters;
  if (t === 0) {
    return x === 0 ? 1 : 0;
  }
  const alive = exp(lnBeta(a, b + x) - lnBeta(a, b) + lnNbd(r, alpha, t, x));
  if (x === 0) {
    return alive;
  }
  return alive + exp(lnBeta(a + 1, b + x - 1) - lnBeta(a, b)) * nbdAtLeast(r, alpha, t, x);
}

function lnOddsDead(parameters: BgNbdParameters, history: PurchaseHistory): number {
  const { r, alpha, a, b } = parameters;
  const { x, tx, T } = history;
  return x === 0 ? -Infinity : ln(a) - ln(b + x - 1) + (r + x) * ln1p((T - tx) / (alpha + tx));
}

// E[(1 - e^(-λpt)) / p] over λ ~ Gamma(shape, rate), p ~ Beta(a, b).
function expectedWhileAlive(shape: number, rate: number, a: number, b: number, t: number): number {
  return betaExpectation(a, b, (p) => (p === 0 ? (shape * t) / rate : -expm1(-shape * ln1p((p * t) / rate)) / p));
}

function lnNbd(r: number, alpha: number, t: number, x: number): number {
  return lnGamma(r + x) - lnGamma(r) - lnGamma(x + 1) - r * ln1p(t / alpha) - x * ln1p(alpha / t);
}

// P(at least x) of the negative binomial. The sum from below is exact until it comes near 1; then the tail is summed
// itself.
function nbdAtLeast(r: number, alpha: number, t: number, x: number): number {
  let below = 0;
  for (let count = 0; count < x && below < 0.5; count++) {
    below += exp(lnNbd(r, alpha, t, count));
  }
  if (below < 0.5) {
    return 1 - below;
  }
  const share = t / (alpha + t);
  let term = exp(lnNbd(r, alpha, t, x));
  let tail = 0;
  for (let count = x; ; count++) {
    tail += term;
    const ratio = (share * (r + count)) / (count + 1);
    term *= ratio;
    // Once the ratios are below 1 the rest is at most that of a geometric series.
    const bound = Math.max(ratio, share);
    if (term === 0 || (bound < 1 && term / (1 - bound) < 1e-16 * tail)) {
      return tail;
    }
  }
}
