import { type Cents, type Decision, type InsightLevel, LEVERS } from '../decision/decision.ts';
import { byTier, TIERS } from '../tiering/tiers.ts';

/**
 * A decision made for another budget, made payable: the highest insight level up to the one wanted that is offered and covered, and all cells
 * in proportion where they would cost more than what is left. A decision that fits is returned as it is.
 */
export function fitDecision(decision: Decision, budget: Cents, insightPrices: readonly Cents[]): Decision {
  let insight = decision.insight;
  while (insight > 0 && !(insightPrices[insight] <= budget)) insight = (insight - 1) as InsightLevel;
  const left = Math.max(0, budget - insightPrices[insight]);
  let wanted = 0;
  for (const lever of LEVERS) for (const tier of TIERS) wanted += decision[lever][tier];
  if (wanted <= left) return insight === decision.insight ? decision : { ...decision, insight };
  const cells = (lever: (typeof LEVERS)[number]) =>
    byTier((tier) => Math.floor((decision[lever][tier] * left) / wanted));
  return { acquisition: cells('acquisition'), retention: cells('retention'), service: cells('service'), insight };
}
