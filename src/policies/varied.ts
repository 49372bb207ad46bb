import { byTier, fitDecision, LEVERS, samplerOf } from '../engine/index.ts';
import type { Policy } from './policy.ts';

/** How far a hand strays from the plan, as a factor. */
const LARGEST = 1.35;

/** The same policy in another hand: every amount a little more or less, the same way for the same name. Never beyond the budget. */
export function varied(policy: Policy, name: string): Policy {
  return {
    name,
    summary: policy.summary,
    decide(view) {
      const decision = policy.decide(view);
      const sampler = samplerOf(`varied ${name} ${view.round}`);
      const stray = (cents: number) => {
        const u = sampler.uniform();
        // In whole dollars, as people type.
        return 100 * Math.round((cents * (1 + (LARGEST - 1) * (2 * u - 1))) / 100);
      };
      const [acquisition, retention, service] = LEVERS.map((lever) => byTier((tier) => stray(decision[lever][tier])));
      return fitDecision({ ...decision, acquisition, retention, service }, view.budget, view.insightPrices);
    },
  };
}
