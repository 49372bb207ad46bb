import type { ByTier } from '../tiering/tiers.ts';

/** Money, in integer cents. */
export type Cents = number;

/** Where a tier's money can go. */
export const LEVERS = ['acquisition', 'retention', 'service'] as const;

export type Lever = (typeof LEVERS)[number];

/**
 * How the firm gets to know its customers: 0 trailing-year revenue, 1 contribution after cost to serve,
 * 2 residual lifetime value by a fitted model, 3 also the share of wallet still to be won and the responsiveness learned from what was tried.
 * Which of them can be bought is the level of the game's to say.
 */
export const INSIGHT_LEVELS = [0, 1, 2, 3] as const;

export type InsightLevel = (typeof INSIGHT_LEVELS)[number];

/**
 * All that a player decides for one round: money in integer cents by lever and tier, and the insight level to buy
 * (its price comes out of the same budget; it tiers the customers of the *next* round).
 */
export type Decision = Readonly<
  Record<Lever, ByTier<Cents>> & {
    insight: InsightLevel;
  }
>;
