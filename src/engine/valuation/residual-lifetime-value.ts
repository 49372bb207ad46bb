import type { Cents } from '../decision/decision.ts';
import { exp } from '../math/exp.ts';
import type { Population } from '../population/columns.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { discountFactor } from './discount.ts';

/** Quarters valued one by one, until satisfaction and onboarding are as good as settled; the rest has a closed form. */
const EXPLICIT_QUARTERS = 4;

/** Parameters of the continuation policy, worked out once for a scenario. */
export type Continuation = {
  readonly scenario: Scenario;
  readonly discount: number;
};

export function continuationOf(scenario: Scenario): Continuation {
  return { scenario, discount: discountFactor(scenario.annualDiscountRate) };
}

/**
 * What a living customer is truly worth from now on: expected discounted contribution, in cents (not rounded), under the
 * continuation policy: reference service, reference reputation, no retention money. In the discrete form that
 * matches cash at the end of quarters:
 *
 *   V = Σ_k δ^k [ S_{k−1} (g w_k ℓ_k − account) ],  ℓ_k = (1 − exp(−h_k)) / h_k,  S_k = S_{k−1} exp(−h_k)
 *
 * with g = λ (margin · order value − cost per order) − cost per contact · κ, the share of wallet w_k converging at ρ,
 * satisfaction at its speed to the reference, and h_k = µ · satisfaction · anger · onboarding factors. After four explicit quarters
 * h = µ and the sum is geometric, times exp(effect · µ · remaining satisfaction gap). Negative for some.
 *
 * *Source:* Gupta, Lehmann & Stuart 2004 (sum of discounted margins); Sellke 1983 (ℓ: mean share of a quarter lived).
 */
export function trueResidualLifetimeValue(
  population: Population,
  row: number,
  now: number,
  { scenario, discount }: Continuation,
): Cents {
  if (population.trueLifetimeLeft[row] <= 0) return 0;
  const { costs, satisfaction, staying, engagement } = scenario;
  const customerClass = scenario.classes[population.trueClass[row]];
  const dropoutRate = population.trueDropoutRate[row];
  const perOrder = population.trueMargin[row] * population.trueOrderValue[row] - costs.perOrder;
  const margin = population.truePurchaseRate[row] * perOrder - costs.perContact * population.trueContactRate[row];
  const speed = customerClass.walletSpeed;
  const age = now - population.cohort[row] - 1;

  let wallet = population.trueWalletShare[row];
  let satisfied = population.trueSatisfaction[row];
  let alive = 1;
  let discounted = 1;
  let value = 0;
  for (let k = 0; k < EXPLICIT_QUARTERS; k++) {
    satisfied += satisfaction.speed * (satisfaction.reference - satisfied);
    let hazard = dropoutRate * exp(-staying.satisfactionEffect * (satisfied - satisfaction.reference));
    if (satisfied < staying.angerBelow) {
      const z = (staying.angerBelow - satisfied) / staying.angerBelow;
      hazard *= 1 + staying.anger * z * z;
    }
    if (age + k < staying.onboarding.length) hazard *= staying.onboarding[age + k];
    const stays = exp(-hazard);
    const lived = hazard > 0 ? (1 - stays) / hazard : 1;
    discounted *= discount;
    value += discounted * alive * (margin * wallet * lived - costs.perAccount);
    wallet += speed * (engagement.base + engagement.perSatisfaction * satisfied - wallet);
    alive *= stays;
  }

  const stays = exp(-dropoutRate);
  const lived = dropoutRate > 0 ? (1 - stays) / dropoutRate : 1;
  const drawnTo = engagement.base + engagement.perSatisfaction * satisfaction.reference;
  const settled = (margin * lived * drawnTo - costs.perAccount) / (1 - discount * stays);
  const catchingUp = (margin * lived * (drawnTo - wallet)) / (1 - discount * stays * (1 - speed));
  const gap = satisfied - satisfaction.reference;
  const gapLeft = satisfaction.speed > 0 ? (gap * (1 - satisfaction.speed)) / satisfaction.speed : 0;
  const lasting = exp(staying.satisfactionEffect * dropoutRate * gapLeft);
  return value + discounted * discount * alive * lasting * (settled - catchingUp);
}
