import type { ByTier, Cents, Decision, Tier } from '../engine/index.ts';
import type { EquityBand } from '../storage/player-notes.ts';

/**
 * What replaying a hand-in says of it. Proves that these decisions give this score, not who made them.
 *
 * @template Game how much is told of the game
 */
export type Verification<Game = ReplayedGame> =
  | { readonly kind: 'verified'; readonly game: Game }
  | {
      readonly kind: 'differs';
      /** 0-based round at which it first differs. */
      readonly round: number;
      readonly about: 'digest' | 'decision' | 'round-key' | 'score';
      readonly claimed: string;
      readonly replayed: string;
      /** What the decisions handed in are really worth; null when the rules forbid one of them. */
      readonly game: Game | null;
    }
  | { readonly kind: 'other-class'; readonly classId: string }
  | { readonly kind: 'other-engine-version'; readonly engineVersion: string }
  /** A bug or a worker that died: the message is for a report. */
  | { readonly kind: 'failed'; readonly message: string };

/** What a list of hand-ins shows of a replayed game. */
export type GameInBrief = {
  /** Whether all rounds of the class were played. */
  readonly isComplete: boolean;
  /** True, at the end of the last round played. */
  readonly firmValue: Cents;
};

/** A game as the replay gave it: what standings and pictures are made of. Money in cents. */
export type ReplayedGame = GameInBrief & {
  /** True customer equity at the start. */
  readonly openingEquity: Cents;
  readonly rounds: readonly ReplayedRound[];
};

export type ReplayedRound = {
  readonly decision: Decision;
  readonly budget: Cents;
  /** Null in a game whose truth is not followed quarter by quarter, see `followedGames`. */
  readonly truth: RoundTruth | null;
  readonly estimatedEquity: Cents;
  readonly cashFlow: Cents;
  /** By the tiers in force during the round, as they were when it was decided. */
  readonly tiers: ByTier<{
    readonly customers: number;
    /** The firm's own estimate of the sum of the members' residual values. */
    readonly estimatedValue: Cents;
  }>;
  /** What the round's prediction is measured by. */
  readonly outcome: { readonly equity: EquityBand; readonly loser: Tier | 'none' };
};

export type RoundTruth = {
  /** After the round. */
  readonly firmValue: Cents;
  /** After the round, undiscounted. */
  readonly customerEquity: Cents;
  /** Sum of the members' residual values, those below zero included: by the tiers in force during the round, as it was decided. */
  readonly valueByTier: ByTier<Cents>;
};

/** Hand-ins whose decisions are the same to the cent: to look at, not a verdict. A preset gives the same decisions honestly. */
export type IdenticalDecisions = {
  readonly submissions: readonly number[];
  /** Rounds from the first on in which all of them are the same. */
  readonly sameRounds: number;
  /** Whether that is all that each of them played. */
  readonly isWholeGame: boolean;
};
