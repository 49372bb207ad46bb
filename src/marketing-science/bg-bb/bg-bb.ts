import { exp } from '../../engine/math/exp.ts';
import { lnGamma } from '../../engine/math/ln-gamma.ts';
import { betaExpectation } from '../numeric/beta-expectation.ts';
import { lnAdd } from '../numeric/ln-add.ts';
import { lnBeta } from '../numeric/ln-beta.ts';

/**
 * Parameters of the BG/BB model of discrete opportunities. At each opportunity a living customer buys with chance p ~
 * Beta(alpha, beta) and, before it, may have left for good with chance θ ~ Beta(gamma, delta); all positive.
 */
export type BgBbParameters = Readonly<{ alpha: number; beta: number; gamma: number; delta: number }>;

/**
 * What is known of one customer: `x` purchases at `n` opportunities, the last at the `tx`-th (0 when x = 0). Whole
 * numbers, 0 ≤ x ≤ tx ≤ n. The opportunity at which the customer was acquired is not counted.
 */
export type OpportunityHistory = Readonly<{ x: number; tx: number; n: number }>;

/**
 * Natural logarithm of the likelihood of one customer's string of purchases under the BG/BB.
 *
 * *Source:* Fader, Hardie and Shang, 2010, "Customer-base analysis in a discrete-time noncontractual setting".
 */
export function bgBbLogLikelihood(parameters: BgBbParameters, history: OpportunityHistory): number {
  const { alpha, beta, gamma, delta } = parameters;
  const { x, tx, n } = history;
  let total = lnAliveTerm(parameters, history);
  const lnWhole = lnBeta(alpha, beta) + lnBeta(gamma, delta);
  for (let last = tx; last < n; last++) {
    total = lnAdd(total, lnBeta(alpha + x, beta + last - x) + lnBeta(gamma + 1, delta + last) - lnWhole);
  }
  return total;
}

/**
 * P(alive at opportunity n + 1): probability that a customer with this history will still be there for the next
 * opportunity.
 *
 * *Source:* Fader, Hardie and Shang, 2010, ibid.
 */
export function bgBbProbabilityAliveNext(parameters: BgBbParameters, history: OpportunityHistory): number {
  const { gamma, delta } = parameters;
  const stays = (delta + history.n) / (gamma + delta + history.n);
  return stays * probabilityAliveNow(parameters, history);
}

/** Survival: probability that a new customer is alive at opportunity n, n from 0. */
export function bgBbSurvival(parameters: Pick<BgBbParameters, 'gamma' | 'delta'>, n: number): number {
  const { gamma, delta } = parameters;
  return exp(lnBeta(gamma, delta + n) - lnBeta(gamma, delta));
}

/**
 * Expected number of purchases of a new customer at the first n opportunities.
 *
 * *Source:* Fader, Hardie and Shang, 2010, ibid., as its sum (no case gamma = 1).
 */
export function bgBbExpectedTransactions(parameters: BgBbParameters, n: number): number {
  const { alpha, beta, gamma, delta } = parameters;
  return (alpha / (alpha + beta)) * expectedPresence(gamma, delta, n);
}

/**
 * Expected number of purchases at the next `nStar` opportunities of a customer with the given history.
 *
 * *Source:* Fader, Hardie and Shang, 2010, ibid., as its sum.
 */
export function bgBbConditionalExpectedTransactions(
  parameters: BgBbParameters,
  history: OpportunityHistory,
  nStar: number,
): number {
  const { alpha, beta, gamma, delta } = parameters;
  const { x, n } = history;
  return (
    probabilityAliveNow(parameters, history) *
    ((alpha + x) / (alpha + beta + n)) *
    expectedPresence(gamma, delta + n, nStar)
  );
}

/**
 * DERT under the BG/BB: present value of all purchases after opportunity n, Σ P(buys at t) / (1 + d)^(t - n), at
 * discount rate d > 0 a period.
 *
 * *Source:* Fader, Hardie and Shang, 2010, ibid.
 */
export function bgBbDert(parameters: BgBbParameters, history: OpportunityHistory, d: number): number {
  const { alpha, beta, gamma, delta } = parameters;
  const { x, n } = history;
  return (
    probabilityAliveNow(parameters, history) *
    ((alpha + x) / (alpha + beta + n)) *
    betaExpectation(gamma, delta + n, (theta, stay) => stay / (d + theta))
  );
}

/**
 * P(X(n) = x): probability that a new customer buys exactly x times at the first n opportunities.
 *
 * *Source:* Fader, Hardie and Shang, 2010, ibid.
 */
export function bgBbPmf(parameters: BgBbParameters, n: number, x: number): number {
  const { alpha, beta, gamma, delta } = parameters;
  const lnWhole = lnBeta(alpha, beta) + lnBeta(gamma, delta);
  let total = lnChoose(n, x) + lnAliveTerm(parameters, { x, tx: n, n });
  for (let last = x; last < n; last++) {
    total = lnAdd(
      total,
      lnChoose(last, x) + lnBeta(alpha + x, beta + last - x) + lnBeta(gamma + 1, delta + last) - lnWhole,
    );
  }
  return exp(total);
}

function lnAliveTerm(parameters: BgBbParameters, history: OpportunityHistory): number {
  const { alpha, beta, gamma, delta } = parameters;
  const { x, n } = history;
  return lnBeta(alpha + x, beta + n - x) - lnBeta(alpha, beta) + lnBeta(gamma, delta + n) - lnBeta(gamma, delta);
}

// Alive at opportunity n, given the history.
function probabilityAliveNow(parameters: BgBbParameters, history: OpportunityHistory): number {
  return exp(lnAliveTerm(parameters, history) - bgBbLogLikelihood(parameters, history));
}

// Expected number of the next `count` opportunities at which a customer with θ ~ Beta(gamma, delta) is still there.
function expectedPresence(gamma: number, delta: number, count: number): number {
  let alive = 1;
  let sum = 0;
  for (let step = 0; step < count; step++) {
    alive *= (delta + step) / (gamma + delta + step);
    sum += alive;
  }
  return sum;
}

function lnChoose(n: number, k: number): number {
  return lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);
}
