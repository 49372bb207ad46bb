import type { Cents } from '../decision/decision.ts';
import type { BudgetRule } from '../scenario/scenario.ts';

/** Exponentially smoothed contribution, cents a quarter. */
export function smoothContribution(rule: BudgetRule, smoothed: number, contribution: Cents): number {
  return rule.lastQuarterWeight * contribution + (1 - rule.lastQuarterWeight) * smoothed;
}

/**
 * What may be spent in the next round: a share of the smoothed contribution, so that today's customers pay for
 * tomorrow's, within bounds around the first played budget (none in the warm-up, when that is 0).
 */
export function nextBudget(rule: BudgetRule, smoothed: number, firstBudget: Cents): Cents {
  const wanted = Math.max(0, rule.shareOfContribution * smoothed);
  const bounded =
    firstBudget > 0 ? Math.min(rule.highest * firstBudget, Math.max(rule.lowest * firstBudget, wanted)) : wanted;
  return Math.floor(bounded);
}
