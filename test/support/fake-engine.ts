import {
  checkDecision,
  choicesAgainst,
  type Decision,
  type RoundReport,
  type RunLog,
  referenceDecision,
  roundFigures,
  type Withdrawal,
} from '../../src/engine/index.ts';
import type { Catalogue } from '../../src/scenarios/catalogue.ts';
import type { FuturePath, Reply, Request, RoundExplanation } from '../../src/worker/protocol.ts';
import { createFakeWorker, type FakeWorker } from './fake-worker.ts';
import { fixtureRevelation } from './fixture-debrief.ts';
import { fixtureReport, fixtureScenario, fixtureScore } from './fixture-reports.ts';

export const FAKE_ENGINE_VERSION = 'fake-1';

/** What a page knows of the fake model: the fixture scenario alone, or none. */
export function fakeCatalogue(engineVersion: string = FAKE_ENGINE_VERSION, scenarios = [fixtureScenario]): Catalogue {
  return {
    engineVersion,
    scenarioIds: scenarios.map(({ id }) => id),
    factsOf: (scenarioId) => scenarios.find(({ id }) => id === scenarioId) ?? null,
  };
}

/** How the fake engine misbehaves; may be changed between requests. */
export type FakeEngineFaults = {
  /** Dies when it is asked this. */
  crashOn?: Request['kind'];
  /** Crashes or hangs only the first time. */
  once?: boolean;
  /** Never answers this, nor anything after it, not even a cancel. */
  hangOn?: Request['kind'];
  /** Answers this with `failed`. */
  failOn?: Request['kind'];
  /** Waits for a cancel before it answers this. */
  waitOn?: Request['kind'];
  /** Its digests come out different from what they were. */
  otherDigests?: boolean;
};

/**
 * A worker that keeps the protocol's word on fixture reports: budgets go up and down with the money spent, and digests
 * depend on seed, round and all decisions before.
 */
export function createFakeEngineWorker(faults: FakeEngineFaults = {}): FakeWorker {
  const history = [-2, -1].map((round) => reportOf(round, []));
  let log: RunLog | null = null;
  let decisions: Decision[] = [];
  const waiting = new Set<number>();
  let silent = false;

  const budget = () => (decisions.length > 0 ? nextBudgetOf(decisions) : 26_500_000);

  const worker = createFakeWorker((request, reply) => {
    const { crashOn, hangOn } = faults;
    if (faults.once && (request.kind === crashOn || request.kind === hangOn)) {
      delete faults.crashOn;
      delete faults.hangOn;
    }
    if (request.kind === crashOn) return worker.crash('planted crash');
    if (request.kind === hangOn) silent = true;
    if (silent) return;
    if (request.kind === 'cancel') {
      if (waiting.delete(request.id)) reply({ kind: 'cancelled', id: request.id });
      return;
    }
    if (request.kind === 'ping') return reply({ kind: 'alive', id: request.id });
    if (request.kind === faults.failOn) return reply({ kind: 'failed', id: request.id, message: 'planted failure' });
    if (request.kind === faults.waitOn) {
      waiting.add(request.id);
      return;
    }
    reply({ kind: 'progress', id: request.id, done: 1, of: 2 });
    reply(answer(request));
  });

  function answer(request: Exclude<Request, { kind: 'cancel' | 'ping' }>): Reply {
    const { id } = request;
    if (request.kind === 'openGame') {
      if (request.log.engineVersion !== FAKE_ENGINE_VERSION) {
        return { kind: 'refused', id, refusals: [{ code: 'run-log/other-engine-version' }] };
      }
      log = request.log;
      decisions = [...log.decisions];
      const reports = decisions.map((_, round) => reportOf(round, decisions.slice(0, round + 1)));
      const digests = decisions.map((_, round) => digestOf(decisions.slice(0, round + 1)));
      return { kind: 'gameOpened', id, game: { scenario: fixtureScenario, history, reports, digests } };
    }
    if (!log) return { kind: 'failed', id, message: 'no game is open' };
    if (request.kind === 'scoreGame') return { kind: 'gameScored', id, score: fixtureScore };
    if (request.kind === 'explainRound') {
      return { kind: 'roundExplained', id, explanation: explanationOf(request.round, request.withdrawal) };
    }
    if (request.kind === 'compareFutures') {
      return { kind: 'futuresCompared', id, futures: request.logs.map((other) => pathOf(other)) };
    }
    if (request.kind === 'revealGame') return { kind: 'gameRevealed', id, revelation: fixtureRevelation };
    if (request.kind === 'playOtherwise') {
      const path = (end: number) => Array.from({ length: decisions.length + 1 }, (_, at) => 500_000_000 + at * end);
      const values = (end: number) => ({
        firmValue: path(end),
        discountedCash: path(end),
        trueEquity: path(end),
        estimatedEquity: path(end),
      });
      const changed = decisions.with(request.round, request.decision);
      const counterfactual = { round: request.round, decision: request.decision, decisions: changed, cut: [] };
      return {
        kind: 'playedOtherwise',
        id,
        counterfactual: { ...counterfactual, own: values(1_000_000), other: values(2_000_000), gain: 8_000_000 },
      };
    }
    if (request.kind !== 'playRound') return { kind: 'failed', id, message: `${request.kind} is not faked` };
    const checked = checkDecision(request.decision, {
      budget: budget(),
      insightPrices: fixtureScenario.insightPrices,
      roundsLeft: log.rounds - decisions.length,
    });
    if (!checked.ok) return { kind: 'refused', id, refusals: checked.refusals };
    decisions = [...decisions, request.decision];
    return {
      kind: 'roundPlayed',
      id,
      report: reportOf(decisions.length - 1, decisions),
      digest: digestOf(decisions),
    };
  }

  function explanationOf(round: number, withdrawal: Withdrawal): RoundExplanation {
    const decision = decisions[round];
    const reference = referenceDecision(withdrawal, reportOf(round - 1, decisions.slice(0, round)).decision);
    const figures = roundFigures(reportOf(round, decisions.slice(0, round + 1)));
    const less = (by: number) => ({ ...figures, equity: figures.equity - by });
    return {
      round,
      withdrawal,
      decision,
      reference,
      before: less(5_000),
      actual: figures,
      withoutAll: less(100_000),
      choices: choicesAgainst(decision, reference).map((choice, index) => ({
        choice,
        figures: less(1_000 * (index + 1)),
      })),
    };
  }

  function pathOf(other: RunLog): FuturePath {
    return other.decisions.map((_, round) => ({
      round,
      figures: roundFigures(reportOf(round, other.decisions.slice(0, round + 1))),
    }));
  }

  function digestOf(played: readonly Decision[]): string {
    let hash = faults.otherDigests ? 7 : 0;
    for (const letter of JSON.stringify([log?.seed, played])) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0;
    return (hash >>> 0).toString(16).padStart(16, '0');
  }

  return worker;
}

function reportOf(round: number, played: readonly Decision[]): RoundReport {
  const decision = played.at(-1);
  const report = fixtureReport(round, decision ? { decision } : {});
  return { ...report, nextBudget: decision ? nextBudgetOf(played) : 26_500_000 };
}

/** Falls below what was spent in every other round, so that the next draft must be scaled. */
function nextBudgetOf(played: readonly Decision[]): number {
  return played.length % 2 === 1 ? 17_000_001 : 28_000_000;
}
