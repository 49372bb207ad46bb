import type { ClassroomProblem } from './classroom-problem.ts';
import type { HandIn } from './hand-in.ts';

export const LMS_KINDS = ['canvas', 'moodle', 'blackboard', 'brightspace'] as const;
export type LmsKind = (typeof LMS_KINDS)[number];

/** What the name that a learning management system gives a download says of who handed it in. */
export type LmsName = {
  readonly lms: LmsKind;
  /** Canvas: user id; Moodle: participant number; Blackboard: username; Brightspace: display name. */
  readonly key: string;
  /** As the name has it; null where it has none (Blackboard). */
  readonly displayName: string | null;
  readonly isLate: boolean;
  /** Sorts attempts of one person, later ones last; null where the name does not tell. */
  readonly attempt: string | null;
};

/** One thing dropped in, as the page read it: nothing is trusted, neither path nor bytes. */
export type DroppedFile = {
  /** With folders, as far as the browser tells; `/` between them. */
  readonly path: string;
  readonly bytes: Uint8Array;
};

/** Why a file that was dropped in is no hand-in; each is listed, none is silently dropped. */
export const FILE_REASONS = [
  /** What operating systems and downloads leave behind: `__MACOSX/`, `.DS_Store`, `Thumbs.db`, `index.html`. */
  'file/left-behind',
  /** Not a hand-in, a zip, or a table: a picture, a document. */
  'file/other-format',
  /** A text or a web page without a code in it. */
  'file/no-code',
  'file/empty',
  /** A roster or the LMS's own grade file; it is used for joining. */
  'file/roster',
  /** Class settings or a saved game, not a hand-in. */
  'file/class-settings',
  'file/run-log',
  /** Damaged hand-in or code: `problem` says how. */
  'file/unreadable',
  /** Too large to be a hand-in. */
  'file/too-large',
  'zip/damaged',
  'zip/encrypted',
  /** Compressed in a way that no LMS uses. */
  'zip/unknown-compression',
  /** Limits that stop a zip bomb. `limit` says how much is taken. */
  'zip/too-many-files',
  'zip/too-large',
  'zip/suspicious-ratio',
  'zip/too-deep',
  'table/too-many-rows',
] as const;
export type FileReason = (typeof FILE_REASONS)[number];

/** What became of one file (or one row of a table of codes). Every one that was found has an account. */
export type FileAccount = {
  /** Places inside each other, outermost first: `['class.zip', 'late/smith_1_2_game.json']`. */
  readonly path: readonly string[];
  /** 1-based row, for a row of a table. */
  readonly row?: number;
  readonly bytes: number;
} & (
  | { readonly kind: 'hand-in'; readonly submission: number }
  | { readonly kind: 'container'; readonly files: number }
  | {
      readonly kind: 'passed-over';
      readonly reason: FileReason;
      readonly problem?: ClassroomProblem;
      readonly limit?: number;
    }
);

/** What a list of hand-ins shows of one. */
export type HandInInBrief = { readonly alias: string; readonly rounds: number };

/**
 * A hand-in as it was found.
 *
 * @template Content how much is told of what it holds
 */
export type Submission<Content = HandIn> = {
  /** Place in the list of submissions. */
  readonly index: number;
  readonly path: readonly string[];
  readonly row?: number;
  readonly source: 'file' | 'code';
  readonly handIn: Content;
  /** The same as the student's receipt. */
  readonly receipt: string;
  readonly lms: LmsName | null;
  /** The join key that stood beside the code in a table: an email, an id. */
  readonly tableKey: string | null;
};

/**
 * Which one of several hand-ins of one person counts. By the LMS's own order of attempts; without one, that with more rounds; of equals the
 * last by name.
 */
export const SUPERSEDED_BY = ['later-attempt', 'more-rounds', 'last-by-name', 'same-content'] as const;
export type SupersededBy = (typeof SUPERSEDED_BY)[number];

export type Superseded = {
  readonly submission: number;
  readonly by: number;
  readonly rule: SupersededBy;
};

export type Collection<Content = HandIn> = {
  readonly accounts: readonly FileAccount[];
  readonly submissions: readonly Submission<Content>[];
  readonly superseded: readonly Superseded[];
  /** Tables that were dropped in and can be joined, in the order found. */
  readonly rosters: readonly { readonly path: readonly string[]; readonly text: string }[];
};
