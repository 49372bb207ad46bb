import type { ByTier, Cents, Decision, Tier } from '../engine/index.ts';
import type { EquityBand } from '../storage/player-notes.ts';

/** What replaying a hand-in says of it. Proves that these decisions give this score, not who made them. */
export type Verification =
  | { readonly kind: 'verified'; readonly game: ReplayedGame }
  | {
      readonly kind: 'differs';
      /** 0-based round at which it first differs. */
      readonly round: number;
      readonly about: 'digest' | 'decision' | 'round-key' | 'score';
      readonly claimed: string;
      readonly replayed: string;
      /** What the decisions handed in are really worth; null when the rules forbid one of them. */
      readonly game: ReplayedGame | null;
    }
  | { readonly kind: 'other-class'; readonly classId: string }
  | { readonly kind: 'other-engine-version'; readonly engineVersion: string }
  /** A bug or a worker that died: the message is for a report. */
  | { readonly kind: 'failed'; readonly message: string };

/** A game as the replay gave it: what standings and pictures are made of. Money in cents; true values. */
export type ReplayedGame = {
  /** Whether all rounds of the class were played. */
  readonly isComplete: boolean;
  /** At the end of the last round played. */
  readonly firmValue: Cents;
  readonly openingEquity: Cents;
  readonly discountedCash: Cents;
  readonly closingEquity: Cents;
  readonly rounds: readonly ReplayedRound[];
};

export type ReplayedRound = {
  readonly decision: Decision;
  readonly budget: Cents;
  /** True firm value after the round. */
  readonly firmValue: Cents;
  /** True customer equity after the round, undiscounted. */
  readonly trueEquity: Cents;
  readonly estimatedEquity: Cents;
  readonly cashFlow: Cents;
  /** By the tiers in force during the round, as they were when it was decided. */
  readonly tiers: ByTier<{
    readonly customers: number;
    /** Sum of the members' true residual values, those below zero included. */
    readonly trueValue: Cents;
    /** The firm's own estimate of the same. */
    readonly estimatedValue: Cents;
    readonly serviceQuality: number;
  }>;
  /** What the round's prediction is measured by. */
  readonly outcome: { readonly equity: EquityBand; readonly loser: Tier | 'none' };
};

/** Hand-ins whose decisions are the same to the cent: to look at, not a verdict. A preset gives the same decisions honestly. */
export type IdenticalDecisions = {
  readonly submissions: readonly number[];
  /** Rounds from the first on in which all of them are the same. */
  readonly sameRounds: number;
  /** Whether that is all that each of them played. */
  readonly isWholeGame: boolean;
};
