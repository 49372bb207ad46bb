import type { RunLog } from '../engine/index.ts';
import type { CommandContext } from './command-context.ts';

/** While the last round of a game is thought over, the debrief's workers get ready. */
export function prepareDebrief({ dependencies }: CommandContext, log: RunLog): void {
  if (log.decisions.length === log.rounds - 1) void dependencies.debriefPool.prepare(log);
}
