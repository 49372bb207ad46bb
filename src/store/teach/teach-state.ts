import type { ClassFile } from '../../classroom/class-file.ts';
import type { ClassPictures, SkillAndLuck } from '../../classroom/class-pictures.ts';
import type { GradebookRow } from '../../classroom/gradebook/join-roster.ts';
import type { Roster } from '../../classroom/gradebook/roster.ts';
import type { GradingRule } from '../../classroom/grading-rule.ts';
import type { PreflightRow } from '../../classroom/preflight.ts';
import type { Standing, UnfinishedRule } from '../../classroom/standings.ts';
import type { Collection, HandInInBrief } from '../../classroom/submission.ts';
import type { GameInBrief, IdenticalDecisions, ReplayedGame, Verification } from '../../classroom/verification.ts';
import type { KeptClass } from '../../storage/kept-classes.ts';

/** Everything the instructor's pages know. Written by the teach commands only; forgotten when the page is closed. */
export type TeachState = {
  readonly kept: readonly KeptClass[];
  readonly session: ClassSession | null;
  /** Apart from the session, so that what is drawn of that stays while this goes on. */
  readonly work: Work | null;
};

/** The class that is open, and all that came of it so far. */
export type ClassSession = {
  readonly file: ClassFile;
  readonly classId: string;
  /** Whether the class's file is kept on this device. `refused`: the device would not take it. */
  readonly keeping: 'no' | 'yes' | 'refused';
  /** Round keys shown so far. */
  readonly released: number;
  readonly timer: Timer;
  /** Set when the worker died or met a bug: what was collected is gone, and the message is for a report. */
  readonly failure: string | null;
  readonly preflight: readonly PreflightRow[] | null;
  /** Whether what was collected is the generated class of a rehearsal. */
  readonly isRehearsal: boolean;
  readonly collection: Collection<HandInInBrief>;
  /** By submission; null for one that does not count or was not replayed yet. */
  readonly verifications: readonly (Verification<GameInBrief> | null)[];
  readonly identical: readonly IdenticalDecisions[];
  readonly unfinished: UnfinishedRule;
  readonly standings: readonly Standing[];
  readonly pictures: ClassPictures | null;
  readonly skillAndLuck: SkillAndLuck | null;
  /** The firm that the pictures show beside the class. */
  readonly highlighted: { readonly submission: number; readonly game: ReplayedGame } | null;
  readonly rule: GradingRule;
  readonly rosterText: string | null;
  /** Null where there is no roster, or its text is no table with people. */
  readonly roster: Roster | null;
  readonly byHand: ReadonlyMap<number, number | null>;
  /** Everyone on the roster, and every hand-in that belongs to none of them. */
  readonly rows: readonly GradebookRow[];
};

/** What the worker is doing, in parts done. */
export type Work = {
  readonly kind: 'preflight' | 'collect' | 'verify' | 'pictures' | 'luck' | 'rehearsal' | 'export';
  readonly done: number;
  readonly of: number;
};

/** Milliseconds. `endsAt` is a moment of the clock while it runs, null while it stands still. */
export type Timer = { readonly endsAt: number | null; readonly left: number };
