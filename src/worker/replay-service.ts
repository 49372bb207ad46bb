import { type OpenedFirm, openFirm, type RunLog, replay, trueFirmValue } from '../engine/index.ts';
import { findScenario } from '../scenarios/all-scenarios.ts';
import type { ReplayReply, ReplayRequest, ReplayResult } from './replay-protocol.ts';

/** A class plays on one seed, so its games share one warm-up; the last one is kept. */
type WarmUp = { readonly key: string; readonly opened: OpenedFirm };

/** The worker's side of replaying, apart from any Worker. */
export function createReplayService(): (request: ReplayRequest) => ReplayReply {
  let warmUp: WarmUp | null = null;

  function replayLog(log: RunLog): ReplayResult {
    const scenario = findScenario(log.scenario.id);
    if (!scenario) {
      return { kind: 'refused', refusals: [{ code: 'run-log/unknown-scenario', got: log.scenario.id }] };
    }
    const key = JSON.stringify([scenario.id, log.level, log.seed]);
    if (warmUp?.key !== key) warmUp = { key, opened: openFirm(scenario, log.seed, log.level) };
    const replayed = replay(log, scenario, warmUp.opened);
    if (!replayed.ok) return { kind: 'refused', refusals: replayed.refusals };
    return {
      kind: 'verified',
      rounds: replayed.digests.length,
      value: trueFirmValue(replayed.firm),
      openingEquity: trueFirmValue(warmUp.opened.firm).customerEquity,
    };
  }

  return ({ index, log }) => {
    try {
      return { index, result: replayLog(log) };
    } catch (error) {
      return { index, result: { kind: 'failed', message: error instanceof Error ? error.message : String(error) } };
    }
  };
}
