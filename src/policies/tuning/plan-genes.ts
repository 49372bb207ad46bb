import { byTier, type InsightLevel, LEVERS, type ShareRule, TIERS } from '../../engine/index.ts';
import { normalisedShares } from '../shares-of-decision.ts';

/** Numbers that stand for one rule: the logarithm of each cell's weight, the spending, and the insight. */
export const GENES_PER_RULE = LEVERS.length * TIERS.length + 2;

const LOWEST_SPEND = 0.3;
const HIGHEST_SPEND = 1;
/** No weight is taken for less than this when its logarithm is needed. */
const SMALLEST_WEIGHT = 1e-3;
/** Insight level by the last gene: below the first bound 0, below the second 1, else 2. */
const INSIGHT_BOUNDS = [-0.5, 0.5];
const GENE_OF_INSIGHT = [-1, 0, 1, 1];

/** The rule that any numbers stand for: weights by softmax, so that every point of a search is a plan. */
export function ruleOf(genes: readonly number[]): ShareRule {
  const largest = Math.max(...genes.slice(0, -2));
  const weights = genes.slice(0, -2).map((gene) => Math.exp(gene - largest));
  const cells = (lever: number) => byTier((_, t) => weights[lever * TIERS.length + t]);
  const spendGene = genes[GENES_PER_RULE - 2];
  return normalisedShares({
    spend: LOWEST_SPEND + (HIGHEST_SPEND - LOWEST_SPEND) / (1 + Math.exp(-spendGene)),
    acquisition: cells(0),
    retention: cells(1),
    service: cells(2),
    insight: INSIGHT_BOUNDS.filter((bound) => genes[GENES_PER_RULE - 1] >= bound).length as InsightLevel,
  });
}

/** Numbers that stand for a rule; tiny weights and a spending at its bounds are moved a little. */
export function genesOf(rule: ShareRule): readonly number[] {
  const { acquisition, retention, service, spend, insight } = normalisedShares(rule);
  const logs = [acquisition, retention, service].flatMap((cells) =>
    TIERS.map((tier) => Math.log(Math.max(SMALLEST_WEIGHT, cells[tier]))),
  );
  const share = Math.min(0.98, Math.max(0.02, (spend - LOWEST_SPEND) / (HIGHEST_SPEND - LOWEST_SPEND)));
  return [...logs, Math.log(share / (1 - share)), GENE_OF_INSIGHT[insight]];
}

/**
 * The plan that the numbers of one or two rules stand for: one rule that never changes, or a rule a round on the way from the first
 * round's to the last round's, in equal steps of the numbers. A path has fewer numbers than a rule a round would, and so learns less luck by heart.
 */
export function planOf(genes: readonly number[], rounds: number): readonly ShareRule[] {
  const first = genes.slice(0, GENES_PER_RULE);
  if (genes.length === GENES_PER_RULE) return [ruleOf(first)];
  const last = genes.slice(GENES_PER_RULE);
  return Array.from({ length: rounds }, (_, round) => {
    const gone = rounds > 1 ? round / (rounds - 1) : 0;
    return ruleOf(first.map((gene, k) => (1 - gone) * gene + gone * last[k]));
  });
}
