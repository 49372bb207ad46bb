/** Something that holds of this game, with the figures that make it so. The words are in `content/`, by id. */
export type Finding = {
  readonly id: FindingId;
  /** Units as where the figure comes from: cents, shares, counts. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Names for the words: a tier, a lever, a policy. */
  readonly names?: Readonly<Record<string, string>>;
};

export const FINDING_IDS = [
  // Result: exactly one of these four. numbers: index, firmValue, shadow, gap (own − shadow), best (near-oracle's), gapToBest.
  'result/below-shadow',
  'result/as-shadow',
  'result/above-shadow',
  'result/near-best',
  // At most one of these four. numbers: cash, equity (discounted), and how much more than the shadow's: cashGap, equityGap.
  'result/cash-not-customers',
  'result/customers-not-cash',
  'result/both-better',
  'result/both-worse',
  // Reveal. numbers: share.
  'reveal/best-fifth-holds',
  // numbers: customers, value (negative), share (of the living).
  'reveal/below-zero',
  // numbers: gone, onFile, money (spent on the gone).
  'reveal/silently-gone',
  // numbers: estimated, true, share ((estimated − true) / true).
  'reveal/over-estimated',
  'reveal/under-estimated',
  // numbers: correlation, captured, capturable.
  'reveal/ranking-good',
  'reveal/ranking-poor',
  // numbers: misplaced, money, share; customers over-served, and under-served.
  'reveal/money-misplaced',
  // numbers: cost, firmValue.
  'reveal/true-tiers-better',
  'reveal/true-tiers-no-better',
  // Choices. numbers: value, money, perUnit, round (0-based); names: lever and tier, or lever `insight`.
  'choices/best',
  'choices/worst',
  // numbers: value, money, perUnit; names: lever. Sum over rounds and tiers of one lever.
  'choices/lever-earned',
  'choices/lever-lost',
  // numbers: perUnit, money, value, standardError (of perUnit); names: lever, tier, kind (`first` or `last`). The worst is always of money spent.
  'choices/last-dollar-best',
  'choices/last-dollar-worst',
  // numbers: total, sum, interaction.
  'choices/interaction',
  // Luck: exactly one of these three. numbers: rank, mean, came, luck, low, high.
  'luck/lucky',
  'luck/ordinary',
  'luck/unlucky',
  // numbers: gap, meanGap, luck, standardError; names: policy.
  'luck/gap-is-skill',
  'luck/gap-is-luck',
  // Habits: exactly one of these four, when money was spent. numbers: index (relapse, 0 to 1), away (mean of `awayFromValue`).
  'habits/by-value',
  'habits/mixed',
  /** The same for every head, or nearly. */
  'habits/product-centric',
  /** More on the best than they are worth. */
  'habits/all-on-few',
  // At most one of these two. numbers: spentBefore, spentLast, careBefore, careLast.
  'habits/milked',
  'habits/kept-investing',
  // numbers: share (mean spent / budget).
  'habits/unspent',
  // numbers: share (of all lever money).
  'habits/mostly-acquisition',
  // numbers: rounds.
  'habits/over-reacted',
  // At most one of these three. numbers: bias, rounds, hits, meanError.
  'habits/optimist',
  'habits/pessimist',
  'habits/calibrated',
] as const;

export type FindingId = (typeof FINDING_IDS)[number];
