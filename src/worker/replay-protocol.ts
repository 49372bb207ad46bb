import type { FirmValue, Refusal, RunLog } from '../engine/index.ts';

/** Page to worker: one finished or unfinished game to be played again. */
export type ReplayRequest = { readonly index: number; readonly log: RunLog };

/** Worker to page. */
export type ReplayReply = { readonly index: number; readonly result: ReplayResult };

/** What playing a log again says of it. */
export type ReplayResult =
  | {
      readonly kind: 'verified';
      readonly rounds: number;
      /** At true values, after the last round of the log. */
      readonly value: FirmValue;
      /** True customer equity at the start. */
      readonly openingEquity: number;
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  /** A bug: the message is for a report, not for a teacher. */
  | { readonly kind: 'failed'; readonly message: string };
