import {
  type ByTier,
  byTier,
  type Cents,
  type Decision,
  LEVERS,
  type Lever,
  type RoundReport,
  TIERS,
  type Tier,
} from '../../engine/index.ts';
import type { GameState } from '../state.ts';

/** The last report there is: of the last round played, or of the end of the warm-up. Null only while opening. */
export function latestReport(game: Pick<GameState, 'history' | 'reports'>): RoundReport | null {
  return game.reports.at(-1) ?? game.history.at(-1) ?? null;
}

/** The report before the latest, for trends; null when there is none. */
export function previousReport(game: Pick<GameState, 'history' | 'reports'>): RoundReport | null {
  return [...game.history, ...game.reports].at(-2) ?? null;
}

/** Customers by tier as they will be treated in the round to be decided. */
export function customersToTreat(game: Pick<GameState, 'history' | 'reports'>): ByTier<number> {
  const latest = latestReport(game);
  return byTier((tier) => latest?.nextTiers[tier].customers ?? 0);
}

/** One lever's money over all tiers, cents. */
export function leverTotal(decision: Decision, lever: Lever): Cents {
  return TIERS.reduce((sum, tier) => sum + decision[lever][tier], 0);
}

/** One tier's money over all levers, cents. */
export function tierTotal(decision: Decision, tier: Tier): Cents {
  return LEVERS.reduce((sum, lever) => sum + decision[lever][tier], 0);
}

/** All that a decision costs, cents: the levers and the insight level's price. */
export function decisionSpending(decision: Decision, insightPrices: readonly Cents[]): Cents {
  return LEVERS.reduce((sum, lever) => sum + leverTotal(decision, lever), insightPrices[decision.insight] ?? 0);
}

/** What the draft leaves of the budget, cents; negative when it is overspent. */
export function budgetLeft(game: Pick<GameState, 'budget' | 'draft' | 'scenario'>): Cents {
  return game.budget - decisionSpending(game.draft, game.scenario.insightPrices);
}
