import type { Refusal, RunLog } from '../engine/index.ts';
import type { Catalogue } from '../scenarios/catalogue.ts';
import type { OpenedGame } from '../worker/protocol.ts';
import type { NoticeCode } from './state.ts';

/** Why a run log cannot be played on here, as far as can be told without replaying it; null when it can. */
export function logProblem(catalogue: Catalogue, log: RunLog): NoticeCode | null {
  if (log.engineVersion !== catalogue.engineVersion) {
    const isNewer = Number(log.engineVersion) > Number(catalogue.engineVersion);
    return isNewer ? 'save/newer-engine-version' : 'save/other-engine-version';
  }
  const facts = catalogue.factsOf(log.scenario.id);
  return facts?.hash === log.scenario.hash ? null : 'save/unknown-scenario';
}

/** The notice for a run log that the engine refused. */
export function refusedLogNotice(refusals: readonly Refusal[]): NoticeCode {
  switch (refusals[0]?.code) {
    case 'run-log/other-engine-version':
      return 'save/other-engine-version';
    case 'run-log/unknown-scenario':
    case 'run-log/other-scenario':
      return 'save/unknown-scenario';
    case 'run-log/too-many-rounds':
      return 'save/damaged';
    default:
      // A decision that the rules refuse now was played once: the replay differs.
      return 'save/does-not-replay';
  }
}

/** Whether a replay gave what the log says it gave: as many rounds, each with its digest. */
export function replaysExactly(log: RunLog, opened: OpenedGame): boolean {
  return (
    opened.reports.length === log.decisions.length &&
    opened.digests.length === log.digests.length &&
    log.digests.every((digest, round) => digest === opened.digests[round])
  );
}
