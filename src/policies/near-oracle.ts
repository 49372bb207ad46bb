import { decideByShares, type InsightLevel, type ShareRule } from '../engine/index.ts';
import tuned from './near-oracle.json' with { type: 'json' };
import type { Policy } from './policy.ts';

/** The best plan found by search on training seeds: near what knowing the model would give. `clientele tune` makes the file. */
export const nearOracle: Policy = {
  name: 'near-oracle',
  summary: 'The best plan that a search over many games has found.',
  isBlind: true,
  decide({ round, budget, insightPrices }) {
    const rule = tunedRounds[Math.min(round, tunedRounds.length - 1)];
    return decideByShares(rule, budget, insightPrices);
  },
};

const tunedRounds: readonly ShareRule[] = tuned.rounds.map(asRule);

/** The tuned rule of each round of a game; the last one holds for any that follow. */
export function nearOracleRules(rounds: number): readonly ShareRule[] {
  return Array.from({ length: rounds }, (_, round) => tunedRounds[Math.min(round, tunedRounds.length - 1)]);
}

/** The best rule that stays the same in all rounds. */
export const nearOracleConstant: ShareRule = asRule(tuned.constant);

function asRule(rule: Omit<ShareRule, 'insight'> & { readonly insight: number }): ShareRule {
  return { ...rule, insight: rule.insight as InsightLevel };
}
