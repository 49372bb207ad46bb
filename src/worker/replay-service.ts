import {
  checkRunLog,
  gameOf,
  type OpenedFirm,
  openFirm,
  otherFutures,
  playOutPlans,
  type RunLog,
  replay,
  sameDecisions,
  trueFirmValue,
} from '../engine/index.ts';
import { findScenario } from '../scenarios/all-scenarios.ts';
import { type ClassStart, classStartOf, replayClassGame } from './replay-class-game.ts';
import type { ReplayReply, ReplayRequest, ReplayResult, ReplayTask } from './replay-protocol.ts';

/** A class plays on one seed, so its games share one warm-up; the last one is kept. */
type WarmUp = { readonly key: string; readonly opened: OpenedFirm; classStart: ClassStart | null };

/** The worker's side of replaying, apart from any Worker. */
export function createReplayService(): (request: ReplayRequest) => ReplayReply {
  let warmUp: WarmUp | null = null;

  function replayLog(log: RunLog, task: ReplayTask): ReplayResult {
    const scenario = findScenario(log.scenario.id);
    if (!scenario) {
      return { kind: 'refused', refusals: [{ code: 'run-log/unknown-scenario', got: log.scenario.id }] };
    }
    const key = JSON.stringify([scenario.id, log.level, log.seed]);
    if (warmUp?.key !== key) warmUp = { key, opened: openFirm(scenario, log.seed, log.level), classStart: null };
    if (task.kind !== 'verify') {
      const refusals = checkRunLog(log, scenario);
      if (refusals.length > 0) return { kind: 'refused', refusals };
      if (task.kind === 'open' || task.kind === 'class-game') {
        warmUp.classStart ??= classStartOf(warmUp.opened);
        if (task.kind === 'open') return { kind: 'opened' };
        return { kind: 'class-game', replay: replayClassGame(warmUp.classStart, log, task.isFollowed) };
      }
      return { kind: 'futures', values: playFutures(warmUp.opened, log, task.count) };
    }
    const replayed = replay(log, scenario, warmUp.opened);
    if (!replayed.ok) return { kind: 'refused', refusals: replayed.refusals };
    return {
      kind: 'verified',
      rounds: replayed.digests.length,
      value: trueFirmValue(replayed.firm),
      openingEquity: trueFirmValue(warmUp.opened.firm).customerEquity,
    };
  }

  return ({ index, log, task }) => {
    try {
      return { index, result: replayLog(log, task ?? { kind: 'verify' }) };
    } catch (error) {
      return { index, result: { kind: 'failed', message: error instanceof Error ? error.message : String(error) } };
    }
  };
}

function playFutures(opened: OpenedFirm, log: RunLog, count: number): readonly number[] {
  const worlds = otherFutures(gameOf(opened, log), count);
  const steps = playOutPlans([sameDecisions(log.decisions)], worlds, count);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value[0];
  }
}
