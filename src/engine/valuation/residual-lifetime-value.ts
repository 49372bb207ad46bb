import { expInRange } from '../math/exp.ts';
import type { Population } from '../population/columns.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { discountFactor } from './discount.ts';

/** Quarters valued one by one, until satisfaction and onboarding are as good as settled; the rest has a closed form. */
const EXPLICIT_QUARTERS = 4;

/** Parameters of the continuation policy, worked out once for a scenario. */
export type Continuation = {
  readonly scenario: Scenario;
  readonly discount: number;
  /** By class. */
  readonly walletSpeeds: Float64Array;
};

export function continuationOf(scenario: Scenario): Continuation {
  const walletSpeeds = Float64Array.from(scenario.classes, ({ walletSpeed }) => walletSpeed);
  return { scenario, discount: discountFactor(scenario.annualDiscountRate), walletSpeeds };
}

/**
 * What customers are truly worth from now on: expected discounted contribution, in cents (not rounded), under the
 * continuation policy: reference service, reference reputation, no retention money; 0 for whoever has left. In the discrete form that
 * matches cash at the end of quarters:
 *
 *   V = Σ_k δ^k [ S_{k−1} (g w_k ℓ_k − account) ],  ℓ_k = (1 − exp(−h_k)) / h_k,  S_k = S_{k−1} exp(−h_k)
 *
 * with g = λ (margin · order value − cost per order) − cost per contact · κ, the share of wallet w_k converging at ρ,
 * satisfaction at its speed to the reference, and h_k = µ · satisfaction · anger · onboarding factors. After four explicit quarters
 * h = µ and the sum is geometric, times exp(effect · µ · remaining satisfaction gap). Negative for some.
 *
 * *Source:* Gupta, Lehmann & Stuart 2004 (sum of discounted margins); Sellke 1983 (ℓ: mean share of a quarter lived).
 *
 * @param rows whom to value
 * @param now start of the next round
 * @returns one for each row
 */
export function trueResidualLifetimeValues(
  population: Population,
  rows: Int32Array,
  now: number,
  continuation: Continuation,
): Float64Array<ArrayBuffer> {
  const { truePurchaseRate, trueDropoutRate, trueOrderValue, trueMargin, trueContactRate, trueClass } = population;
  const { trueLifetimeLeft, trueWalletShare, trueSatisfaction, cohort } = population;
  const { scenario, discount, walletSpeeds } = continuation;
  const { perOrder, perContact, perAccount } = scenario.costs;
  const { speed: satisfactionSpeed, reference } = scenario.satisfaction;
  const { satisfactionEffect, anger, angerBelow, onboarding } = scenario.staying;
  const { base, perSatisfaction } = scenario.engagement;
  const drawnToAtLast = base + perSatisfaction * reference;
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (trueLifetimeLeft[row] <= 0) continue;
    const dropoutRate = trueDropoutRate[row];
    const ofOrder = trueMargin[row] * trueOrderValue[row] - perOrder;
    const margin = truePurchaseRate[row] * ofOrder - perContact * trueContactRate[row];
    const speed = walletSpeeds[trueClass[row]];
    const age = now - cohort[row] - 1;

    let wallet = trueWalletShare[row];
    let satisfied = trueSatisfaction[row];
    let alive = 1;
    let discounted = 1;
    let value = 0;
    for (let k = 0; k < EXPLICIT_QUARTERS; k++) {
      satisfied += satisfactionSpeed * (reference - satisfied);
      let hazard = dropoutRate * expInRange(-satisfactionEffect * (satisfied - reference));
      if (satisfied < angerBelow) {
        const z = (angerBelow - satisfied) / angerBelow;
        hazard *= 1 + anger * z * z;
      }
      if (age + k < onboarding.length) hazard *= onboarding[age + k];
      const stays = expInRange(-hazard);
      const lived = hazard > 0 ? (1 - stays) / hazard : 1;
      discounted *= discount;
      value += discounted * alive * (margin * wallet * lived - perAccount);
      wallet += speed * (base + perSatisfaction * satisfied - wallet);
      alive *= stays;
    }

    const stays = expInRange(-dropoutRate);
    const lived = dropoutRate > 0 ? (1 - stays) / dropoutRate : 1;
    const settled = (margin * lived * drawnToAtLast - perAccount) / (1 - discount * stays);
    const catchingUp = (margin * lived * (drawnToAtLast - wallet)) / (1 - discount * stays * (1 - speed));
    const gap = satisfied - reference;
    const gapLeft = satisfactionSpeed > 0 ? (gap * (1 - satisfactionSpeed)) / satisfactionSpeed : 0;
    const lasting = expInRange(satisfactionEffect * dropoutRate * gapLeft);
    values[i] = value + discounted * discount * alive * lasting * (settled - catchingUp);
  }
  return values;
}
