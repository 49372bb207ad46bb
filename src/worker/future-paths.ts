import {
  checkRunLog,
  copyFirm,
  type OpenedFirm,
  observe,
  playRound,
  type RunLog,
  roundFigures,
} from '../engine/index.ts';
import type { FuturePath } from './protocol.ts';

/**
 * Replays games that share scenario, seed and level with the opened firm: what else could have become of it. Null for a log that is no
 * such game, or does not come out as it says. A generator, so that the caller can give way between two rounds. The firm's estimates
 * only: nothing of the truth before a game is over.
 */
export function* compareFutures(
  opened: OpenedFirm,
  logs: readonly RunLog[],
): Generator<void, readonly (FuturePath | null)[]> {
  const paths: (FuturePath | null)[] = [];
  for (const log of logs) paths.push(yield* pathOf(opened, log));
  return paths;
}

function* pathOf({ firm: start }: OpenedFirm, log: RunLog): Generator<void, FuturePath | null> {
  const { scenario, seed, level } = start;
  if (checkRunLog(log, scenario).length > 0 || log.seed !== seed || log.level !== level) return null;
  const firm = copyFirm(start);
  const path: FuturePath[number][] = [{ round: -1, figures: roundFigures(observe(firm)) }];
  for (const [round, decision] of log.decisions.entries()) {
    if (!playRound(firm, decision).ok || firm.digest !== log.digests[round]) return null;
    path.push({ round, figures: roundFigures(observe(firm)) });
    yield;
  }
  return path;
}
