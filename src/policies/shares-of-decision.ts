import { byTier, type Decision, LEVERS, type ShareRule, TIERS } from '../engine/index.ts';

/** The weights of a decision that was made: what `decideByShares` would make the same decision of, with the same budget. */
export function sharesOf(decision: Decision, budget: number, priceOfInsight: number): ShareRule {
  let spending = 0;
  for (const lever of LEVERS) for (const tier of TIERS) spending += decision[lever][tier];
  const left = budget - priceOfInsight;
  const spend = left > 0 ? Math.min(1, spending / left) : 0;
  const cells = (lever: (typeof LEVERS)[number]) =>
    byTier((tier) => (spending > 0 ? decision[lever][tier] / spending : 0));
  return {
    spend,
    acquisition: cells('acquisition'),
    retention: cells('retention'),
    service: cells('service'),
    insight: decision.insight,
  };
}

/** Weights scaled to sum 1 over all cells. */
export function normalisedShares(rule: ShareRule): ShareRule {
  let sum = 0;
  for (const lever of LEVERS) for (const tier of TIERS) sum += rule[lever][tier];
  return sum > 0 ? mapCells(rule, (share) => share / sum) : rule;
}

/** The same rule with every weight replaced. */
export function mapCells(
  rule: ShareRule,
  change: (share: number, lever: (typeof LEVERS)[number], tier: (typeof TIERS)[number]) => number,
): ShareRule {
  const cells = (lever: (typeof LEVERS)[number]) => byTier((tier) => change(rule[lever][tier], lever, tier));
  return { ...rule, acquisition: cells('acquisition'), retention: cells('retention'), service: cells('service') };
}
