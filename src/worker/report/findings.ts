/** Something that holds of this game, with the figures that make it so. The words are in `content/`, by id. */
export type Finding = {
  readonly id: FindingId;
  /** Units as where the figure comes from: cents, shares, counts. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Names for the words: a tier, a lever, a policy. */
  readonly names?: Readonly<Record<string, string>>;
};

export const FINDING_IDS = [
  // Result: exactly one of these. numbers: index, firmValue, shadow, gap (own − shadow), best (near-oracle's).
  'result/below-shadow',
  'result/as-shadow',
  'result/above-shadow',
  'result/near-best',
  // Result, more. numbers: cash, equity (discounted), shadowCash, shadowEquity.
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
  // numbers: misplaced, money, share.
  'reveal/money-misplaced',
  // numbers: cost, firmValue.
  'reveal/true-tiers-better',
  'reveal/true-tiers-no-better',
  // Choices. numbers: value, money, perUnit, round (0-based); names: lever, tier.
  'choices/best',
  'choices/worst',
  // numbers: value, money, perUnit; names: lever. Sum over rounds and tiers of one lever.
  'choices/lever-earned',
  'choices/lever-lost',
  // numbers: perUnit, money, value; names: lever, tier.
  'choices/last-dollar-best',
  'choices/last-dollar-worst',
  // numbers: total, sum, interaction.
  'choices/interaction',
  // Luck. numbers: rank, mean, came, luck, low, high.
  'luck/lucky',
  'luck/ordinary',
  'luck/unlucky',
  // numbers: gap, meanGap, luck, standardError; names: policy.
  'luck/gap-is-skill',
  'luck/gap-is-luck',
  // Habits. numbers: index.
  'habits/by-value',
  'habits/mixed',
  'habits/product-centric',
  // numbers: share (away from value).
  'habits/all-on-few',
  // numbers: spentBefore, spentLast, careBefore, careLast.
  'habits/milked',
  'habits/kept-investing',
  // numbers: share (mean spent / budget).
  'habits/unspent',
  // numbers: share (of all lever money).
  'habits/mostly-acquisition',
  // numbers: rounds.
  'habits/over-reacted',
  // numbers: bias, rounds, hits.
  'habits/optimist',
  'habits/pessimist',
  'habits/calibrated',
] as const;

export type FindingId = (typeof FINDING_IDS)[number];
