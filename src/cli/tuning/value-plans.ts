import { decideByShares, type Scenario, type ShareRule } from '../../engine/index.ts';
import { EVERY_POLICY } from '../../policies/every-policy.ts';
import { worthOfPolicy } from '../../policies/play-policy.ts';
import type { Policy } from '../../policies/policy.ts';
import { openWithShadow } from './opened-firms.ts';

/** Plans to be valued on one seed; a plan is a rule a round, the last one for all that follow. */
export type PlansToValue = {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly plans: readonly (readonly ShareRule[])[];
};

/** The index of each plan on the seed: 100 × firm value / firm value of the status quo. */
export function valuePlans({ scenario, seed, plans }: PlansToValue): readonly number[] {
  const { opened, shadow } = openWithShadow(scenario, seed);
  return plans.map((plan) => (100 * worthOfPolicy(planPolicy(plan), opened)) / shadow);
}

/** Named policies to be valued on one seed. */
export type PoliciesToValue = {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly names: readonly string[];
};

/** The index of each named policy on the seed; an unknown name is a bug. */
export function valuePolicies({ scenario, seed, names }: PoliciesToValue): readonly number[] {
  const { opened, shadow } = openWithShadow(scenario, seed);
  return names.map((name) => {
    const policy = EVERY_POLICY.find((known) => known.name === name);
    if (!policy) throw new Error(`no policy ${name}`);
    return (100 * worthOfPolicy(policy, opened)) / shadow;
  });
}

/** A policy that follows a plan, round by round. */
export function planPolicy(plan: readonly ShareRule[]): Policy {
  return {
    name: 'plan',
    summary: 'A plan under search.',
    isBlind: true,
    decide: ({ round, budget, insightPrices }) =>
      decideByShares(plan[Math.min(round, plan.length - 1)], budget, insightPrices),
  };
}
