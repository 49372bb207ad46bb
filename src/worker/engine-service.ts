import {
  checkRunLog,
  copyFirm,
  type Decision,
  type Firm,
  gameOf,
  type OpenedFirm,
  observe,
  openFirm,
  playRound,
  scenarioFacts,
} from '../engine/index.ts';
import { findScenario } from '../scenarios/all-scenarios.ts';
import { exportTables } from './customer-export.ts';
import { tablesToExport } from './customer-export-tables.ts';
import { type CustomerRecords, keepCustomerRecords } from './customer-records.ts';
import { traceCustomer } from './customer-trace.ts';
import { customerView, transferOf } from './customer-view.ts';
import { compareFutures } from './future-paths.ts';
import type { OpenedGame, Reply, Request } from './protocol.ts';
import { benchmarkCount, scoreGame } from './score-game.ts';
import { explainRound } from './why-round.ts';

/** Milliseconds between two messages of progress. */
const PROGRESS_INTERVAL = 40;

/** The one game that the worker holds: the full state never leaves it. */
type GameInPlay = {
  readonly opened: OpenedFirm;
  firm: Firm;
  readonly decisions: Decision[];
  readonly records: CustomerRecords;
};

/**
 * The worker's side of the protocol, apart from any Worker: takes requests, answers through `post`. Long work gives way between
 * its parts, so that a cancel is heard.
 *
 * @param found how a firm is opened; a test gives its own to look at the state behind the messages
 */
export function createEngineService(
  post: (reply: Reply, transfer?: ArrayBuffer[]) => void,
  found: typeof openFirm = openFirm,
): (request: Request) => Promise<void> {
  let game: GameInPlay | null = null;
  /** Ids of requests given up; a request looks for its own between two parts. */
  const cancelled = new Set<number>();

  async function serve(request: Request): Promise<void> {
    const { id } = request;
    switch (request.kind) {
      case 'cancel':
        cancelled.add(id);
        return;
      case 'openGame':
        return open(request);
      case 'playRound': {
        if (!game) throw new Error('playRound: no game is open');
        learnRoundKey(game, request.roundKey);
        const progress = progressOf(id);
        const played = playRound(game.firm, request.decision, progress);
        if (!played.ok) return post({ kind: 'refused', id, refusals: played.refusals });
        game.decisions.push(request.decision);
        game.records.note(game.firm);
        return post({ kind: 'roundPlayed', id, report: observe(game.firm), digest: game.firm.digest });
      }
      case 'scoreGame':
        return score(id);
      case 'explainRound': {
        if (!game) throw new Error('explainRound: no game is open');
        const steps = explainRound(game.opened, game.decisions, request.round, request.withdrawal);
        return inSteps(id, steps, (explanation) => ({ kind: 'roundExplained', id, explanation }));
      }
      case 'observeCustomers': {
        if (!game) throw new Error('observeCustomers: no game is open');
        const view = customerView(game.records, request.round);
        return post({ kind: 'customersObserved', id, view }, transferOf(view));
      }
      case 'traceCustomer': {
        if (!game) throw new Error('traceCustomer: no game is open');
        const trace = traceCustomer(game.firm, game.records, request.row, request.round);
        return post({ kind: 'customerTraced', id, trace });
      }
      case 'exportData':
        return exportData(request);
      case 'compareFutures': {
        if (!game) throw new Error('compareFutures: no game is open');
        const compared = compareFutures(game.opened, request.logs);
        return inSteps(id, compared, (futures) => ({ kind: 'futuresCompared', id, futures }));
      }
    }
  }

  async function open({ id, log }: Extract<Request, { kind: 'openGame' }>): Promise<void> {
    const scenario = findScenario(log.scenario.id);
    if (!scenario)
      return post({ kind: 'refused', id, refusals: [{ code: 'run-log/unknown-scenario', got: log.scenario.id }] });
    const refusals = checkRunLog(log, scenario);
    if (refusals.length > 0) return post({ kind: 'refused', id, refusals });
    const progress = progressOf(id);
    const of = scenario.warmUpRounds + log.decisions.length;
    post({ kind: 'progress', id, done: 0, of });
    const records = keepCustomerRecords();
    const warmedUp = found(scenario, log.seed, log.level, (current) => {
      records.note(current);
      progress(current.round + scenario.warmUpRounds, of);
    });
    const opened = gameOf(warmedUp, log);
    const firm = copyFirm(opened.firm);
    const reports: OpenedGame['reports'][number][] = [];
    const digests: string[] = [];
    for (const [round, decision] of log.decisions.entries()) {
      if (await givenUp(id)) return;
      progress(scenario.warmUpRounds + round, of);
      const played = playRound(firm, decision);
      if (!played.ok)
        return post({ kind: 'refused', id, refusals: played.refusals.map((refusal) => ({ ...refusal, round })) });
      if (log.digests[round] !== firm.digest) {
        const differs = {
          code: 'run-log/differs',
          round,
          expected: firm.digest,
          got: log.digests[round] ?? '',
        } as const;
        return post({ kind: 'refused', id, refusals: [differs] });
      }
      records.note(firm);
      reports.push(observe(firm));
      digests.push(firm.digest);
    }
    game = { opened, firm, decisions: [...log.decisions], records };
    post({
      kind: 'gameOpened',
      id,
      game: { scenario: scenarioFacts(scenario, log.level, log.rounds), history: opened.history, reports, digests },
    });
  }

  async function score(id: number): Promise<void> {
    if (!game) throw new Error('scoreGame: no game is open');
    const { opened, decisions } = game;
    if (decisions.length < opened.firm.rounds) throw new Error('scoreGame: the game is not over');
    const steps = scoreGame(opened, decisions);
    for (let done = 0; ; done++) {
      post({ kind: 'progress', id, done, of: benchmarkCount + 1 });
      if (await givenUp(id)) return;
      const step = steps.next();
      if (step.done) return post({ kind: 'gameScored', id, score: step.value });
    }
  }

  /** Tells the page how far a request is, but not so often that telling it costs anything. */
  function progressOf(id: number): (done: number, of: number) => void {
    let last = performance.now();
    return (done, of) => {
      const now = performance.now();
      if (now - last < PROGRESS_INTERVAL) return;
      last = now;
      post({ kind: 'progress', id, done, of });
    };
  }

  async function exportData({
    id,
    tables,
    format,
    descriptions,
  }: Extract<Request, { kind: 'exportData' }>): Promise<void> {
    if (!game) throw new Error('exportData: no game is open');
    const { scenario, seed } = game.firm;
    const wanted = tablesToExport(game, tables, scenario.currency, descriptions);
    const steps = exportTables(
      wanted,
      format,
      `${scenario.id}-${seed.replace(/[^\w-]+/g, '-')}-q${game.decisions.length}`,
    );
    for (;;) {
      const step = steps.next();
      if (step.done) return post({ kind: 'dataExported', id, file: step.value }, [step.value.bytes.buffer]);
      post({ kind: 'progress', id, done: step.value, of: 1 });
      if (await givenUp(id)) return;
    }
  }

  /** Does the work a step at a time, so that a cancel between two steps is heard. */
  async function inSteps<Result>(
    id: number,
    steps: Generator<void, Result>,
    replyOf: (result: Result) => Reply,
  ): Promise<void> {
    for (;;) {
      const step = steps.next();
      if (step.done) return post(replyOf(step.value));
      if (await givenUp(id)) return;
    }
  }

  async function givenUp(id: number): Promise<boolean> {
    await new Promise((resume) => setTimeout(resume, 0));
    if (!cancelled.delete(id)) return false;
    post({ kind: 'cancelled', id });
    return true;
  }

  return async (request) => {
    try {
      await serve(request);
    } catch (error) {
      post({ kind: 'failed', id: request.id, message: error instanceof Error ? error.message : String(error) });
    }
  };
}

/** In a game paced by keys, the key of the round that comes next joins those known; what is replayed from the start knows it too. */
function learnRoundKey({ opened, firm }: GameInPlay, roundKey: string | undefined): void {
  if (roundKey === undefined || firm.roundKeys === null || firm.roundKeys.length > firm.round) return;
  firm.roundKeys = [...firm.roundKeys, roundKey];
  opened.firm.roundKeys = firm.roundKeys;
}
