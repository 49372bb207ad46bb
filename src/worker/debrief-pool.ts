import type { RunLog } from '../engine/index.ts';
import type { OnProgress, Outcome } from './client.ts';
import type { ChoiceValue, ChoiceValues } from './report/choices.ts';
import type { LuckReport } from './report/luck.ts';

/**
 * The parts of a debrief that play many games, on several workers: the page's side. Promises never reject. Requests run one after the other, in
 * the order in which they came. A log of a game that is not over, or does not replay, is refused.
 */
export type DebriefPool = {
  /**
   * What each choice earned.
   *
   * @param onPart called with the cells known so far, in order of rounds, every time some have come
   */
  valueChoices(
    log: RunLog,
    onProgress?: OnProgress,
    onPart?: (cells: readonly ChoiceValue[]) => void,
  ): Promise<Outcome<ChoiceValues>>;
  /** The plan in other futures and on other seeds. */
  measureLuck(log: RunLog, onProgress?: OnProgress): Promise<Outcome<LuckReport>>;
  /** Gives up what is under way and what waits, at once: each settles as `cancelled`. The pool can be used again. */
  cancel(): void;
  /** Cancels, and ends the workers. */
  dispose(): void;
};
