import type { Cents, InsightLevel } from './decision.ts';

/** How much of the model is in play: Essentials has insight levels 0 to 2, Full 0 to 3. */
export const LEVELS = ['essentials', 'full'] as const;

export type Level = (typeof LEVELS)[number];

/** Highest insight level that can be bought. */
export const HIGHEST_INSIGHT: Readonly<Record<Level, InsightLevel>> = { essentials: 2, full: 3 };

/** Prices of the insight levels that a game of this level offers, cents a quarter. */
export function insightPricesOf(prices: readonly Cents[], level: Level): readonly Cents[] {
  return prices.slice(0, HIGHEST_INSIGHT[level] + 1);
}
