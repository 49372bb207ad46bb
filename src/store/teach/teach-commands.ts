import type { ClassroomProblem } from '../../classroom/classroom-problem.ts';
import type { GradingRule } from '../../classroom/grading-rule.ts';
import type { UnfinishedRule } from '../../classroom/standings.ts';
import type { DroppedFile, LmsKind } from '../../classroom/submission.ts';
import type { ColumnDescriptions, ExportedData, ExportFormat } from '../../worker/protocol.ts';
import type { ClassDraft } from './class-draft.ts';

/** Everything the instructor's pages can ask for; the only writers of their state. What takes time runs one after the other. */
export type TeachCommands = {
  /** A draft with what suits most classes. */
  newDraft(): ClassDraft;
  /** A draft with the rules of the open class. */
  copyDraft(): ClassDraft | null;
  /** Sets a class up and opens it. */
  openNew(draft: ClassDraft): void;
  /** Opens a class from its file. @returns what is wrong with the file, otherwise null */
  openFile(text: string): ClassroomProblem | null;
  openKept(classId: string): void;
  forgetKept(classId: string): void;
  /** Leaves the class; what was collected is forgotten. */
  closeClass(): void;
  /** Keeps the class's file on this device, or no longer. */
  keep(isKept: boolean): void;

  /** Shows the key of the next round. */
  releaseKey(): void;
  /** Sets the clock and lets it stand. Milliseconds. */
  setTimer(milliseconds: number): void;
  runTimer(isRunning: boolean): void;
  /** Adds to what is left, running or not. */
  extendTimer(milliseconds: number): void;

  /** Hand-ins are about to come: what takes time is begun, unseen. */
  getReady(): void;
  /** Plays the class's game by several rules. */
  runPreflight(): Promise<void>;
  /** Adds to what was collected, then replays what is new. */
  collect(files: readonly DroppedFile[], pasted: string): Promise<void>;
  /** Fills the empty class with generated students. */
  rehearse(students: number): Promise<void>;
  /** The files of such a rehearsal, to collect by hand. */
  rehearsalFiles(
    students: number,
    lms: LmsKind,
  ): Promise<{ readonly zip: ExportedData; readonly roster: string } | null>;
  /** Forgets all that was collected. */
  clearCollection(): Promise<void>;
  /** Gives up what the worker is doing; what is done stays. */
  cancel(): void;

  setUnfinished(unfinished: UnfinishedRule): Promise<void>;
  /** Plays plans of the class in other futures. */
  measureLuck(): Promise<void>;
  /** Shows a firm beside the class; null: none. */
  highlight(submission: number | null): Promise<void>;
  setRule(rule: GradingRule): Promise<void>;
  /** A file with people, in whatever encoding; null takes it away. */
  setRoster(file: Uint8Array | null): Promise<void>;
  /** Decides whose a hand-in is; `undefined` takes the decision back. */
  joinByHand(row: number, submission: number | null | undefined): Promise<void>;
  exportClass(format: ExportFormat, descriptions: ColumnDescriptions): Promise<ExportedData | null>;
};
