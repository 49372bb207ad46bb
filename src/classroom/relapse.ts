import { LEVERS, TIERS } from '../engine/index.ts';
import type { ReplayedRound } from './verification.ts';

/**
 * The product-centric relapse index of a round, 0 to 1: how much of the money ignored what customers were estimated to be worth. With p, v
 * and n the shares by tier of the money, of the (positive) estimated value and of the customers at the start of the round, it is the weight a at which the
 * mix (1 − a) v + a n lies nearest to p: a = (p − v)·(n − v) / |n − v|², within 0 … 1. 0: all by value; 1: the same for every head. Null when
 * nothing was spent.
 */
export function relapseIndex({ decision, tiers }: Pick<ReplayedRound, 'decision' | 'tiers'>): number | null {
  const money = TIERS.map((tier) => LEVERS.reduce((sum, lever) => sum + decision[lever][tier], 0));
  if (money.every((cents) => cents === 0)) return null;
  const placed = shares(money);
  const value = shares(TIERS.map((tier) => Math.max(0, tiers[tier].estimatedValue)));
  const heads = shares(TIERS.map((tier) => tiers[tier].customers));
  let along = 0;
  let length = 0;
  for (let t = 0; t < TIERS.length; t++) {
    along += (placed[t] - value[t]) * (heads[t] - value[t]);
    length += (heads[t] - value[t]) ** 2;
  }
  return length > 0 ? Math.min(1, Math.max(0, along / length)) : 0;
}

/** Amounts as shares of their sum; zeros where it is not positive. */
export function shares(amounts: readonly number[]): readonly number[] {
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  return amounts.map((amount) => (sum > 0 ? amount / sum : 0));
}
