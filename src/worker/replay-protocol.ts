import type { FirmValue, Refusal, RunLog } from '../engine/index.ts';
import type { ClassReplay } from './replay-class-game.ts';

/** What is to be told of a game that is played again. */
export type ReplayTask =
  /** The firm is opened, and no more: for logs of the same class that are to come. */
  | { readonly kind: 'open' }
  /** Whether it comes out as its log says, and what it is worth. */
  | { readonly kind: 'verify' }
  /** Round by round, for a class's standings and pictures, whatever the log's digests say. `isFollowed`: with the truth after each round. */
  | { readonly kind: 'class-game'; readonly isFollowed: boolean }
  /** What the same decisions are worth in so many other futures. */
  | { readonly kind: 'futures'; readonly count: number };

/** Page to worker: one finished or unfinished game to be played again. */
export type ReplayRequest = { readonly index: number; readonly log: RunLog; readonly task?: ReplayTask };

/** Worker to page. */
export type ReplayReply = { readonly index: number; readonly result: ReplayResult };

/** What playing a log again says of it. */
export type ReplayResult =
  | { readonly kind: 'opened' }
  | {
      readonly kind: 'verified';
      readonly rounds: number;
      /** At true values, after the last round of the log. */
      readonly value: FirmValue;
      /** True customer equity at the start. */
      readonly openingEquity: number;
    }
  | { readonly kind: 'class-game'; readonly replay: ClassReplay }
  /** True firm values, cents, one a future. */
  | { readonly kind: 'futures'; readonly values: readonly number[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  /** A bug: the message is for a report, not for a teacher. */
  | { readonly kind: 'failed'; readonly message: string };
