import type { Cents, InsightLevel, Lever, Tier } from '../../engine/index.ts';

/**
 * Firm value that each choice earned: the game on the same luck without it. The money withdrawn is kept as cash; all other decisions stay
 * as they were, to the cent, whatever the budget would have been.
 */
export type ChoiceValues = {
  readonly firmValue: Cents;
  /** Every round × lever × tier in which money was spent, in order of rounds; and rounds in which insight was bought. */
  readonly cells: readonly ChoiceValue[];
  /** Sum of the values of `cells`. */
  readonly sum: Cents;
  /** The firm value without any of them, and what all together earned: firmValue − withoutAll. */
  readonly withoutAll: Cents;
  readonly total: Cents;
  /** total − sum: what choices do together that none does alone (below 0 where one makes up for another). */
  readonly interaction: Cents;
  /** Lever × tier: the last part of its money in every round, or the first where nothing was spent. */
  readonly lastDollars: readonly LastDollar[];
  /** The three cells of largest absolute value. */
  readonly mattered: readonly ChoiceValue[];
};

export type ChoiceValue = {
  readonly round: number;
  readonly choice: DebriefChoice;
  /** What was spent: the money of the cell, or the price of the insight; and the same discounted to the start of the game. */
  readonly money: Cents;
  readonly discountedMoney: number;
  /** firmValue − the firm value without it: what it earned beyond its cost (below 0: a loss). */
  readonly value: Cents;
  /** Earned per unit of money spent, both discounted, the money itself included: 1 is break-even. */
  readonly perUnit: number;
};

export type DebriefChoice =
  | { readonly kind: 'cell'; readonly lever: Lever; readonly tier: Tier }
  | { readonly kind: 'insight'; readonly level: InsightLevel };

/**
 * Return of the margin: `last`: `share` of the cell's money withdrawn in all rounds at once; `first`: nothing was spent, and
 * `share` of each round's budget is added. So little money moves few customers, whose luck would drown the return: it is the mean over the
 * luck that came and some other futures.
 */
export type LastDollar = {
  readonly lever: Lever;
  readonly tier: Tier;
  readonly kind: 'last' | 'first';
  readonly share: number;
  /** Money of the margin, all rounds; and the same discounted to the start of the game. */
  readonly money: Cents;
  readonly discountedMoney: number;
  /** What the margin earned beyond its cost, mean over the worlds. */
  readonly value: number;
  /** As in `ChoiceValue`; and its standard error over the worlds. */
  readonly perUnit: number;
  readonly standardError: number;
  readonly worlds: number;
};
