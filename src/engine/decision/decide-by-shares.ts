import type { ShareRule } from '../scenario/scenario.ts';
import { byTier, TIERS } from '../tiering/tiers.ts';
import { type Cents, type Decision, LEVERS } from './decision.ts';

/**
 * The decision of a firm that splits its money by fixed weights: `spend` × (budget − price of the insight) over all cells, each rounded
 * down to the cent.
 */
export function decideByShares(rule: ShareRule, budget: Cents, insightPrices: readonly Cents[]): Decision {
  const money = Math.max(0, budget - insightPrices[rule.insight]) * rule.spend;
  let weights = 0;
  for (const lever of LEVERS) for (const tier of TIERS) weights += rule[lever][tier];
  const cells = (lever: (typeof LEVERS)[number]) =>
    byTier((tier) => (weights > 0 ? Math.floor((money * rule[lever][tier]) / weights) : 0));
  return {
    acquisition: cells('acquisition'),
    retention: cells('retention'),
    service: cells('service'),
    insight: budget >= insightPrices[rule.insight] ? rule.insight : 0,
  };
}
