/**
 * The four customer tiers, best first. A tier is assigned from observed data only (see `assignTiers`).
 */
export const TIERS = ['platinum', 'gold', 'silver', 'bronze'] as const;

export type Tier = (typeof TIERS)[number];

/** One value per tier. */
export type ByTier<T> = Readonly<Record<Tier, T>>;

/** Number of tiers. */
export const TIER_COUNT = TIERS.length;

/** Column value of a customer who bought nothing in the last four quarters: on no tier, given no money. */
export const LAPSED = TIER_COUNT;

/** Builds a `ByTier` from a function of the tier's name and 0-based position (0 = platinum). */
export function byTier<T>(ofTier: (tier: Tier, index: number) => T): ByTier<T> {
  return {
    platinum: ofTier('platinum', 0),
    gold: ofTier('gold', 1),
    silver: ofTier('silver', 2),
    bronze: ofTier('bronze', 3),
  };
}
