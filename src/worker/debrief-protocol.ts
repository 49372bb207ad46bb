import type { Cents, Choice, Lever, Refusal, RunLog, Tier } from '../engine/index.ts';

/** Page to worker: one game to be played otherwise. The log is of a game that is over, but for `prepare`. */
export type DebriefRequest = { readonly index: number; readonly log: RunLog; readonly job: DebriefJob };

export type DebriefJob =
  /** Plays what there is of a game, so that it is at hand when it is over. Nothing is told. */
  | { readonly kind: 'prepare' }
  /**
   * Plays what there is of a game otherwise, and holds the firm, so that only what is still to come must be played then. Nothing is told.
   *
   * `room`: bytes that a worker may hold
   */
  | { readonly kind: 'ahead'; readonly job: DebriefJobAhead; readonly room: number }
  /** The game as it was. */
  | { readonly kind: 'as-played' }
  /** The game without any choice. */
  | { readonly kind: 'without-all' }
  | DebriefJobAhead
  /** A plan in another future of the same firm, or in the one that came. `policy`: null for the player's own decisions. */
  | { readonly kind: 'future'; readonly future: number | null; readonly policy: string | null }
  /** The player's own decisions, and the shadow firm, on another seed. */
  | { readonly kind: 'seed'; readonly number: number };

/** What can be begun before the game is over. */
export type DebriefJobAhead =
  /** The game without one choice of one round. */
  | { readonly kind: 'without'; readonly round: number; readonly choice: Choice }
  /** `share` of a cell's money withdrawn in every round; or, where it has none, `share` of each budget added. `future` as above. */
  | {
      readonly kind: 'margin';
      readonly lever: Lever;
      readonly tier: Tier;
      readonly share: number;
      readonly future: number | null;
    };

/** Worker to page. */
export type DebriefReply = { readonly index: number; readonly result: DebriefResult };

export type DebriefResult =
  | {
      readonly kind: 'played';
      readonly firmValue: Cents;
      /** Money less (or, at a margin without money, more) than in the game as it was; and the same discounted. Both above 0. */
      readonly money: Cents;
      readonly discountedMoney: number;
      /** In the same world: of a seed the shadow firm's, of a margin that of the game as it was; else 0. */
      readonly baseline: Cents;
    }
  | { readonly kind: 'prepared' }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  /** A bug, or a game that is not over: the message is for a report, not for a player. */
  | { readonly kind: 'failed'; readonly message: string };

/** Policies whose gap to the player is split into skill and luck: the benchmarks of the score. */
export const LUCK_POLICIES = [
  'status-quo',
  'mass-acquisition',
  'uniform',
  'revenue-tiers',
  'profit-tiers',
  'best-only',
  'milk',
  'customer-centric',
  'near-oracle',
] as const;
