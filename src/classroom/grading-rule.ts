import type { ScoreBand } from '../engine/index.ts';

/** How a result becomes a grade: the instructor's choice, shown with every grade. Points, `highest` being full marks. */
export type GradingRule = {
  readonly highest: number;
  /** Decimal places of a grade, 0 to 2. */
  readonly decimals: number;
  /** A hand-in of k of n rounds gets the grade of its result × k/n, or nothing at all (left out), or as if it were whole. */
  readonly missedRounds: 'in-proportion' | 'left-out' | 'as-it-stands';
  readonly scale: GradingScale;
};

export type GradingScale =
  /** Linear in the share of the class that is not better: last gets `lowest`, first gets full marks. */
  | { readonly kind: 'rank'; readonly lowest: number }
  /** Linear in the index: `zeroAt` gives 0, `fullAt` full marks, in index points (status quo = 100). */
  | { readonly kind: 'share-of-benchmark'; readonly zeroAt: number; readonly fullAt: number }
  /** Points by score band. */
  | { readonly kind: 'banded'; readonly points: Readonly<Record<ScoreBand, number>> }
  /** Full marks for handing in a verified game. */
  | { readonly kind: 'completion' };

/** Why someone has the grade they have, or none. Data for words. */
export type GradeReason =
  | { readonly kind: 'rank'; readonly place: number; readonly of: number }
  | { readonly kind: 'share-of-benchmark'; readonly index: number }
  | { readonly kind: 'banded'; readonly band: ScoreBand }
  | { readonly kind: 'completion' }
  | { readonly kind: 'nothing-handed-in' }
  | { readonly kind: 'not-verified'; readonly outcome: string }
  | { readonly kind: 'unfinished'; readonly rounds: number; readonly of: number };

export type Grade = {
  readonly submission: number;
  /** Null: no grade is written, not a nought. */
  readonly points: number | null;
  readonly reason: GradeReason;
  /** k/n by which the points were multiplied; 1 for a whole game. */
  readonly proportion: number;
};
