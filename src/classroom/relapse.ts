import { type ByTier, type Cents, type Decision, LEVERS, TIERS } from '../engine/index.ts';

/**
 * The product-centric relapse index of a round, 0 to 1: how much of the money ignored what customers were estimated to be worth. With p, v
 * and n the shares by tier of the money, of the (positive) estimated value and of the customers at the start of the round, it is the weight a at which the
 * mix (1 − a) v + a n lies nearest to p: a = (p − v)·(n − v) / |n − v|², within 0 … 1. 0: all by value; 1: the same for every head. Null when
 * nothing was spent.
 */
export function relapseIndex({ decision, tiers }: MoneyAndTiers): number | null {
  const money = TIERS.map((tier) => LEVERS.reduce((sum, lever) => sum + decision[lever][tier], 0));
  if (money.every((cents) => cents === 0)) return null;
  const value = shares(TIERS.map((tier) => Math.max(0, tiers[tier].estimatedValue)));
  const heads = shares(TIERS.map((tier) => tiers[tier].customers));
  return weightBetween(shares(money), value, heads);
}

/** A round's decision, and the tiers as they were when it was decided. */
type MoneyAndTiers = {
  readonly decision: Decision;
  readonly tiers: ByTier<{ readonly customers: number; readonly estimatedValue: Cents }>;
};

/** The weight a at which (1 − a) from + a to lies nearest to the point, within 0 … 1; 0 where the two ends are one. */
export function weightBetween(point: readonly number[], from: readonly number[], to: readonly number[]): number {
  let along = 0;
  let length = 0;
  for (let i = 0; i < point.length; i++) {
    along += (point[i] - from[i]) * (to[i] - from[i]);
    length += (to[i] - from[i]) ** 2;
  }
  return length > 0 ? Math.min(1, Math.max(0, along / length)) : 0;
}

/** Amounts as shares of their sum; zeros where it is not positive. */
export function shares(amounts: readonly number[]): readonly number[] {
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  return amounts.map((amount) => (sum > 0 ? amount / sum : 0));
}
