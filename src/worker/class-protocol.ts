import type { ClassFile } from '../classroom/class-file.ts';
import type { ClassPictures, SkillAndLuck } from '../classroom/class-pictures.ts';
import type { GradebookRow } from '../classroom/gradebook/join-roster.ts';
import type { Roster } from '../classroom/gradebook/roster.ts';
import type { Grade, GradingRule } from '../classroom/grading-rule.ts';
import type { PreflightRow } from '../classroom/preflight.ts';
import type { Standing, UnfinishedRule } from '../classroom/standings.ts';
import type { Collection, DroppedFile, HandInInBrief, LmsKind } from '../classroom/submission.ts';
import type { GameInBrief, IdenticalDecisions, ReplayedGame, Verification } from '../classroom/verification.ts';
import type { ColumnDescriptions, ExportedData, ExportFormat } from './protocol.ts';

/**
 * Page to the class's worker, which holds everything collected: the page asks for what it shows, and is told no more, so that a large class
 * does not keep it busy. `id` is chosen by the page and comes back with every answer.
 */
export type ClassRequest =
  /** Begins with this class and forgets all that was collected. Comes first. */
  | { readonly kind: 'openClass'; readonly id: number; readonly file: ClassFile }
  /** Hand-ins are about to come: what they will be measured by is played meanwhile. Answered at once. */
  | { readonly kind: 'getReady'; readonly id: number }
  /** Plays the class's game with several policies; progress counts policies. */
  | { readonly kind: 'preflight'; readonly id: number }
  /** Adds to what was collected. The bytes are handed over. */
  | { readonly kind: 'collect'; readonly id: number; readonly files: readonly DroppedFile[]; readonly pasted: string }
  /** Replays every hand-in that counts and has not been replayed yet. */
  | { readonly kind: 'verify'; readonly id: number }
  | { readonly kind: 'standings'; readonly id: number; readonly unfinished: UnfinishedRule }
  | { readonly kind: 'pictures'; readonly id: number }
  /** One game, quarter by quarter. */
  | { readonly kind: 'game'; readonly id: number; readonly submission: number }
  /** Plays up to `plans` plans of the class, spread over the standings, in `futures` other futures. */
  | { readonly kind: 'skillAndLuck'; readonly id: number; readonly plans: number; readonly futures: number }
  | { readonly kind: 'grades'; readonly id: number; readonly rule: GradingRule; readonly unfinished: UnfinishedRule }
  /** Joins with a roster (its text), decisions made by hand included. */
  | {
      readonly kind: 'join';
      readonly id: number;
      readonly rosterText: string | null;
      readonly byHand: readonly (readonly [row: number, submission: number | null])[];
      readonly rule: GradingRule;
      readonly unfinished: UnfinishedRule;
    }
  | {
      readonly kind: 'exportClass';
      readonly id: number;
      readonly format: ExportFormat;
      readonly descriptions: ColumnDescriptions;
    }
  /** A rehearsal: hand-ins of `count` invented students, as an LMS would zip them. */
  | { readonly kind: 'dryRun'; readonly id: number; readonly lms: LmsKind; readonly count: number }
  /** Asks for a sign of life: answered whatever else is under way. */
  | { readonly kind: 'ping'; readonly id: number }
  | { readonly kind: 'cancel'; readonly id: number };

export type ClassReply =
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly of: number }
  | { readonly kind: 'classOpened'; readonly id: number }
  | { readonly kind: 'gettingReady'; readonly id: number }
  | { readonly kind: 'preflightDone'; readonly id: number; readonly rows: readonly PreflightRow[] }
  | { readonly kind: 'collected'; readonly id: number; readonly collection: Collection<HandInInBrief> }
  | {
      readonly kind: 'verified';
      readonly id: number;
      /** By submission; null for a superseded one. */
      readonly verifications: readonly (Verification<GameInBrief> | null)[];
      readonly identical: readonly IdenticalDecisions[];
    }
  | { readonly kind: 'standings'; readonly id: number; readonly standings: readonly Standing[] }
  | { readonly kind: 'pictures'; readonly id: number; readonly pictures: ClassPictures }
  /** Followed to the truth of each quarter; null where the hand-in has none. */
  | { readonly kind: 'game'; readonly id: number; readonly game: ReplayedGame | null }
  | { readonly kind: 'skillAndLuck'; readonly id: number; readonly result: SkillAndLuck | null }
  | { readonly kind: 'grades'; readonly id: number; readonly grades: readonly Grade[] }
  | {
      readonly kind: 'joined';
      readonly id: number;
      /** Null where there was no roster text, or it is no table with people. */
      readonly roster: Roster | null;
      readonly rows: readonly GradebookRow[];
    }
  | { readonly kind: 'classExported'; readonly id: number; readonly file: ExportedData }
  | { readonly kind: 'dryRunMade'; readonly id: number; readonly file: ExportedData; readonly rosterCsv: string }
  | { readonly kind: 'cancelled'; readonly id: number }
  | { readonly kind: 'alive'; readonly id: number }
  /** A bug: the message is for a report. */
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
