import type { RunLog } from '../engine/index.ts';
import type { CommandContext } from './command-context.ts';

/** Milliseconds of peace before the workers start: results are being drawn first, and who decides in less has not thought. */
const PEACE_MS = 4_000;

/** While the last round of a game is thought over, the debrief's workers get ready. */
export function prepareDebrief(context: CommandContext, log: RunLog): void {
  if (log.decisions.length !== log.rounds - 1) return;
  setTimeout(() => {
    if (context.session?.log === log) void context.dependencies.debriefPool.prepare(log);
  }, PEACE_MS);
}
