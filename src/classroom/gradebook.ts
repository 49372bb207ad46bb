import type { Grade } from './grading-rule.ts';
import type { LmsKind } from './submission.ts';

/** A table of people: a roster, or the grade file that an LMS gives out, kept so that it can be written back as it was. */
export type Roster = {
  readonly kind: LmsKind | 'table';
  readonly hasByteOrderMark: boolean;
  readonly delimiter: string;
  readonly newline: '\r\n' | '\n' | '\r';
  readonly header: readonly string[];
  readonly people: readonly RosterPerson[];
  /** Columns that may take the grade, by place in the header. */
  readonly gradeColumns: readonly number[];
};

export type RosterPerson = {
  /** 0-based place among the rows of the table. */
  readonly row: number;
  readonly name: string;
  /** Everything they may be known by, as the columns have it: user id, participant number, username, email. */
  readonly keys: readonly string[];
};

/** How a person and a hand-in were brought together. */
export const JOINED_BY = ['key', 'table-key', 'display-name', 'alias', 'by-hand'] as const;
export type JoinedBy = (typeof JOINED_BY)[number];

/** One line of the gradebook: every person on the roster, and every hand-in that belongs to none. */
export type GradebookRow = {
  readonly person: RosterPerson | null;
  readonly submission: number | null;
  readonly joinedBy: JoinedBy | null;
  /** Other submissions that could be theirs: to be decided by hand. */
  readonly candidates: readonly number[];
  readonly grade: Grade | null;
};

/** Decisions of the instructor: row of the roster → submission, or null for none of them. */
export type HandJoins = ReadonlyMap<number, number | null>;
