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
import { type BackgroundWork, inBackground, restOf } from './background-work.ts';
import { exportTables } from './customer-export.ts';
import { type TableToExport, tablesToExport } from './customer-export-tables.ts';
import { type CustomerRecords, keepCustomerRecords } from './customer-records.ts';
import { traceCustomer } from './customer-trace.ts';
import { customerView, transferOf as viewTransfer } from './customer-view.ts';
import type { FinishedGame } from './finished-game.ts';
import { compareFutures } from './future-paths.ts';
import { latentTables, REVEALED_TABLES } from './latent-tables.ts';
import { playOtherwise } from './play-otherwise.ts';
import type { OpenedGame, Reply, Request } from './protocol.ts';
import { revealEverything } from './reveal-everything.ts';
import { columnsOf } from './reveal-game.ts';
import { BENCHMARKS, type BenchmarkPath, playBenchmarks, scoreGame } from './score-game.ts';
import { readTruth, type TruthRecords } from './truth-records.ts';
import { explainRound } from './why-round.ts';

/** Milliseconds between two messages of progress. */
const PROGRESS_INTERVAL = 40;

/** The one game that the worker holds: the full state never leaves it. */
type GameInPlay = {
  readonly opened: OpenedFirm;
  firm: Firm;
  readonly decisions: Decision[];
  readonly records: CustomerRecords;
  /** Games of the benchmark policies: played while the player thinks. */
  readonly benchmarks: BackgroundWork<readonly BenchmarkPath[]>;
  /** Written down round by round while the player thinks; told of a finished game only. */
  readonly truth: BackgroundWork<TruthRecords>;
};

/**
 * The worker's side of the protocol, apart from any Worker: takes requests, answers through `post`. Long work gives way between
 * its parts, so that a cancel is heard.
 *
 * @param found how a firm is opened; a test gives its own to look at the state behind the messages
 * @param whenIdle calls back when nothing is asked for; without it nothing is done before it is asked for
 */
export function createEngineService(
  post: (reply: Reply, transfer?: ArrayBuffer[]) => void,
  found: typeof openFirm = openFirm,
  whenIdle?: (work: () => void) => void,
): (request: Request) => Promise<void> {
  let game: GameInPlay | null = null;
  /** The game that idle work is planned for. */
  let hasIdleWork: GameInPlay | null = null;
  /** Ids of requests given up; a request looks for its own between two parts. */
  const cancelled = new Set<number>();

  async function serve(request: Request): Promise<void> {
    const { id } = request;
    switch (request.kind) {
      case 'cancel':
        cancelled.add(id);
        return;
      case 'ping':
        return post({ kind: 'alive', id });
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
        workWhenIdle(game);
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
        return post({ kind: 'customersObserved', id, view }, viewTransfer(view));
      }
      case 'traceCustomer': {
        if (!game) throw new Error('traceCustomer: no game is open');
        const trace = traceCustomer(game.firm, game.records, request.row, request.round);
        return post({ kind: 'customerTraced', id, trace });
      }
      case 'exportData':
        return exportData(request);
      case 'revealGame':
        return reveal(request);
      case 'playOtherwise':
        return otherwise(request);
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
    const decisions = [...log.decisions];
    const benchmarks = inBackground(playBenchmarks(opened));
    game = {
      opened,
      firm,
      decisions,
      records,
      benchmarks,
      truth: inBackground(readTruth(opened, decisions, firm.rounds)),
    };
    workWhenIdle(game);
    post({
      kind: 'gameOpened',
      id,
      game: { scenario: scenarioFacts(scenario, log.level, log.rounds), history: opened.history, reports, digests },
    });
  }

  /** Plays benchmarks a round at a time between requests, and what has been played again for the truth, as long as the game is the open one. */
  function workWhenIdle(open: GameInPlay): void {
    if (hasIdleWork === open) return;
    hasIdleWork = open;
    whenIdle?.(() => {
      if (hasIdleWork !== open) return;
      hasIdleWork = null;
      if (workAhead(open)) workWhenIdle(open);
    });
  }

  /** One step; whether there is more to do until the next round is played. Benchmarks need the keys of all rounds. */
  function workAhead({ opened, benchmarks, truth, decisions }: GameInPlay): boolean {
    if (knowsItsKeys(opened.firm) && !benchmarks.step()) return true;
    if (truth.steps() < decisions.length) truth.step();
    return truth.steps() < decisions.length;
  }

  async function score(id: number): Promise<void> {
    const open = overGame('scoreGame');
    const { benchmarks } = open;
    const progress = progressOf(id);
    const { rounds } = open.firm;
    const of = (BENCHMARKS.length + 1) * rounds;
    post({ kind: 'progress', id, done: benchmarks.steps(), of });
    while (!benchmarks.step()) {
      progress(benchmarks.steps(), of);
      if (benchmarks.steps() % rounds === 0 && (await givenUp(id))) return;
    }
    return inSteps(id, finish(open), ({ truth }) => ({
      kind: 'gameScored',
      id,
      score: scoreGame(truth.values, benchmarks.result()),
    }));
  }

  async function reveal({ id, predictions }: Extract<Request, { kind: 'revealGame' }>): Promise<void> {
    const open = overGame('revealGame');
    const steps = (function* () {
      return yield* revealEverything(yield* finish(open), predictions);
    })();
    return inSteps(
      id,
      steps,
      (revelation) => ({ kind: 'gameRevealed', id, revelation }),
      ({ reveal: { customers } }) => columnsOf(customers),
    );
  }

  async function otherwise({ id, round, decision }: Extract<Request, { kind: 'playOtherwise' }>): Promise<void> {
    const open = overGame('playOtherwise');
    const steps = (function* () {
      return yield* playOtherwise(yield* finish(open), round, decision);
    })();
    return inSteps(id, steps, (played) =>
      played.ok
        ? { kind: 'playedOtherwise', id, counterfactual: played.counterfactual }
        : { kind: 'refused', id, refusals: played.refusals },
    );
  }

  /** The open game, when its last round is played: the only one of which the truth may be told. */
  function overGame(request: Request['kind']): GameInPlay {
    if (!game) throw new Error(`${request}: no game is open`);
    if (game.decisions.length < game.firm.rounds) throw new Error(`${request}: the game is not over`);
    return game;
  }

  /** A game that is over with the truth about it, which is written down once. */
  function* finish(over: GameInPlay): Generator<void, FinishedGame> {
    return { ...over, truth: yield* restOf(over.truth) };
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
    const revealed: TableToExport[] = [];
    if (tables.some((table) => table in REVEALED_TABLES)) {
      const over = finish(overGame('exportData'));
      for (let step = over.next(); ; step = over.next()) {
        if (step.done) revealed.push(...latentTables(step.value, scenario.currency));
        if (step.done) break;
        if (await givenUp(id)) return;
      }
    }
    const wanted = tablesToExport(game, tables, scenario.currency, descriptions, revealed);
    const steps = exportTables(
      wanted,
      format,
      `${scenario.id}-${seed.replace(/[^\w-]+/g, '-')}-q${game.decisions.length}`,
    );
    let last = performance.now();
    for (;;) {
      const step = await steps.next();
      if (step.done) return post({ kind: 'dataExported', id, file: step.value }, [step.value.bytes.buffer]);
      if (performance.now() - last < PROGRESS_INTERVAL) continue;
      last = performance.now();
      post({ kind: 'progress', id, done: step.value, of: 1 });
      if (await givenUp(id)) return;
    }
  }

  /** Does the work a step at a time, so that a cancel between two steps is heard. */
  async function inSteps<Result>(
    id: number,
    steps: Generator<void, Result>,
    replyOf: (result: Result) => Reply,
    transferOf: (result: Result) => ArrayBuffer[] = () => [],
  ): Promise<void> {
    for (;;) {
      const step = steps.next();
      if (step.done) return post(replyOf(step.value), transferOf(step.value));
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

/** Whether all rounds of a firm can be played: the keys that pace it, if any, are all known. */
function knowsItsKeys({ roundKeys, rounds }: Firm): boolean {
  return roundKeys === null || roundKeys.length >= rounds;
}
