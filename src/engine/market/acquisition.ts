import type { Cents } from '../decision/decision.ts';
import { exp } from '../math/exp.ts';

/**
 * Expected newcomers that acquisition money wins: cap (1 − exp(−money / (cap · firstCost))), the response curve with a ceiling of
 * Blattberg & Deighton 1996.
 *
 * @param cap newcomers a quarter that unlimited money could win
 * @param firstCost cents that the first newcomer costs
 */
export function expectedArrivals(money: Cents, cap: number, firstCost: Cents): number {
  if (money <= 0 || cap <= 0) return 0;
  return cap * (1 - exp(-money / (cap * firstCost)));
}

/** Cents that one more newcomer would cost at the margin. */
export function marginalCost(money: Cents, cap: number, firstCost: Cents): Cents {
  return cap > 0 ? Math.floor(firstCost * exp(money / (cap * firstCost)) + 0.5) : firstCost;
}
