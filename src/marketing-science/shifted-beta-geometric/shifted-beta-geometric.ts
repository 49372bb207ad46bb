import { exp } from '../../engine/math/exp.ts';
import { betaExpectation } from '../numeric/beta-expectation.ts';
import { lnBeta } from '../numeric/ln-beta.ts';

/**
 * Parameters of the shifted beta-geometric model of contracts. At each renewal a customer leaves with its own constant
 * chance θ ~ Beta(alpha, beta); both positive.
 */
export type ShiftedBetaGeometricParameters = Readonly<{ alpha: number; beta: number }>;

/**
 * Survival: share of a cohort that is still under contract after t renewals (t a whole number from 0), B(alpha, beta +
 * t) / B(alpha, beta).
 */
export function sbgSurvival(parameters: ShiftedBetaGeometricParameters, t: number): number {
  const { alpha, beta } = parameters;
  return exp(lnBeta(alpha, beta + t) - lnBeta(alpha, beta));
}

/**
 * Probability that a customer leaves at the t-th renewal, t a whole number from 1.
 *
 * *Source:* Fader and Hardie, 2007, "How to project customer retention".
 */
export function sbgChurnProbability(parameters: ShiftedBetaGeometricParameters, t: number): number {
  const { alpha, beta } = parameters;
  return exp(lnBeta(alpha + 1, beta + t - 1) - lnBeta(alpha, beta));
}

/**
 * Retention rate at the t-th renewal, t from 1: (beta + t - 1) / (alpha + beta + t - 1). It rises with t although no
 * customer changes.
 *
 * *Source:* Fader and Hardie, 2007, ibid.
 */
export function sbgRetentionRate(parameters: ShiftedBetaGeometricParameters, t: number): number {
  const { alpha, beta } = parameters;
  return (beta + t - 1) / (alpha + beta + t - 1);
}

/**
 * Discounted expected lifetime of a customer not yet acquired: present value of one unit of money a period, the first
 * paid at once, at discount rate d ≥ 0 a period. Σ S(t) / (1 + d)^t = E[(1 + d) / (d + θ)]; without discounting
 * infinite for alpha ≤ 1.
 *
 * *Source:* Fader and Hardie, 2010, "Customer-base valuation in a contractual setting".
 */
export function sbgDiscountedExpectedLifetime(parameters: ShiftedBetaGeometricParameters, d: number): number {
  const { alpha, beta } = parameters;
  if (d === 0) {
    return alpha > 1 ? (alpha + beta - 1) / (alpha - 1) : Infinity;
  }
  return betaExpectation(alpha, beta, (theta) => (1 + d) / (d + theta));
}

/**
 * DERL: discounted expected residual lifetime of a customer in its n-th period (n from 1), standing just before the
 * n-th renewal decision; the next payment, if the contract is renewed, is not discounted. d ≥ 0 a period.
 *
 * *Source:* Fader and Hardie, 2010, ibid.
 */
export function sbgDerl(parameters: ShiftedBetaGeometricParameters, n: number, d: number): number {
  const { alpha, beta } = parameters;
  const stays = beta + n - 1;
  if (d === 0) {
    return alpha > 1 ? stays / (alpha - 1) : Infinity;
  }
  return betaExpectation(alpha, stays, (theta, stay) => (stay * (1 + d)) / (d + theta));
}

/**
 * Elasticity of DERL with respect to retention: per cent by which DERL grows if every future retention rate grows by
 * one per cent. d > 0 a period. Σ t s_t v^(t-1) / Σ s_t v^(t-1), with s_t the survival from period n and v = 1 / (1 +
 * d).
 *
 * *Source:* Fader and Hardie, 2010, ibid.
 */
export function sbgRetentionElasticityOfDerl(parameters: ShiftedBetaGeometricParameters, n: number, d: number): number {
  const { alpha, beta } = parameters;
  const stays = beta + n - 1;
  const timeWeighted = betaExpectation(alpha, stays, (theta, stay) => {
    const factor = (1 + d) / (d + theta);
    return stay * factor * factor;
  });
  return timeWeighted / betaExpectation(alpha, stays, (theta, stay) => (stay * (1 + d)) / (d + theta));
}

/** A base of contracts of several cohorts, and what it is worth with and without the differences between customers. */
export type ContractBaseValue = Readonly<{
  /** Contracts alive by cohort, newest first. */
  survivors: readonly number[];
  /** One retention rate for all, as last year's total shows it. */
  aggregateRetention: number;
  /** Σ survivors · DERL. */
  heterogeneousValue: number;
  /** The same if everybody were retained at the aggregate rate. */
  naiveValue: number;
}>;

/**
 * Value of the remaining lifetimes in `cohorts` equal yearly cohorts of `cohortSize` contracts, newest in its first
 * period, at one unit of margin a period and discount rate d, just before the next renewal. A single retention rate for
 * all undervalues the base.
 *
 * `cohorts` at least 2. *Source:* Fader and Hardie, 2010, ibid.
 */
export function sbgCustomerBaseValue(
  parameters: ShiftedBetaGeometricParameters,
  d: number,
  cohorts: number,
  cohortSize: number,
): ContractBaseValue {
  const survivors = Array.from({ length: cohorts }, (_, age) => cohortSize * sbgSurvival(parameters, age));
  const total = survivors.reduce((sum, count) => sum + count, 0);
  const aggregateRetention = (total - survivors[0]) / (total - survivors[cohorts - 1]);
  return {
    survivors,
    aggregateRetention,
    heterogeneousValue: survivors.reduce((sum, count, age) => sum + count * sbgDerl(parameters, age + 1, d), 0),
    naiveValue: (total * aggregateRetention * (1 + d)) / (1 + d - aggregateRetention),
  };
}
