import type { Cents, Decision } from '../../engine/index.ts';

/** The game with the decision of one round changed: the rest again on the same luck, later decisions as they were, made payable. */
export type Counterfactual = {
  readonly round: number;
  readonly decision: Decision;
  /** Every round's decision as it was played in the other game. */
  readonly decisions: readonly Decision[];
  /** Later rounds whose decision had to be cut, because the other budget did not cover it. */
  readonly cut: readonly number[];
  /** At the start and after each round, true values: of the game as it was and of the other one. */
  readonly own: ValuePath;
  readonly other: ValuePath;
  /** Firm value at the end, other − own. */
  readonly gain: Cents;
};

/** At the start and after each round played. */
export type ValuePath = {
  readonly firmValue: readonly Cents[];
  readonly discountedCash: readonly Cents[];
  /** Not discounted. */
  readonly trueEquity: readonly Cents[];
  /** As the firm estimated it at the time. */
  readonly estimatedEquity: readonly Cents[];
};
