import type { SkillAndLuck } from '../classroom/class-pictures.ts';
import { classPictures, followedOf } from '../classroom/class-pictures.ts';
import { createCollector } from '../classroom/collect/collector.ts';
import { followedGames } from '../classroom/followed-games.ts';
import { joinRoster } from '../classroom/gradebook/join-roster.ts';
import { readRoster } from '../classroom/gradebook/roster.ts';
import { type Grade, type GradingRule, gradesOf } from '../classroom/grading-rule.ts';
import { findIdenticalDecisions } from '../classroom/identical-decisions.ts';
import { gameIn, type Standing, standingsOf, type UnfinishedRule } from '../classroom/standings.ts';
import type { Submission } from '../classroom/submission.ts';
import type { Verification } from '../classroom/verification.ts';
import { gameOf, indexByWorld, luckBand, varianceSplit } from '../engine/index.ts';
import { findScenario } from '../scenarios/all-scenarios.ts';
import { type BackgroundWork, inBackground, restOf } from './background-work.ts';
import { BENCHMARK_COUNT, type PlayedBenchmarks, playBenchmarks, shadowPath } from './class-benchmarks.ts';
import { collectionInBrief, verificationInBrief } from './class-in-brief.ts';
import type { ClassReply, ClassRequest } from './class-protocol.ts';
import { classTables } from './class-tables.ts';
import { exportTables } from './customer-export.ts';
import { rehearse } from './dry-run.ts';
import {
  completeGames,
  counting,
  insightPrices,
  keysNow,
  type OpenClass,
  verificationsOf,
  warmedUp,
} from './open-class.ts';
import type { ReplayPool } from './replay-pool.ts';
import type { ReplayTask } from './replay-protocol.ts';
import {
  gamesToReplay,
  keysOfClass,
  logToReplay,
  startOfClass,
  verificationOf,
  verifyWithoutReplay,
} from './verify-hand-in.ts';
import { TELL_INTERVAL } from './worker-pool.ts';

/** Milliseconds of work between two looks at cancels. */
const STEP = 40;

/**
 * The worker's side of a class, apart from any Worker. Requests are answered one after the other; a cancel is heard between two parts of the
 * one under way.
 *
 * @param pool replays many games at a time
 * @param whenIdle calls back now and then; without it nothing is played before it is asked for
 */
export function createClassService(
  post: (reply: ClassReply, transfer?: ArrayBuffer[]) => void,
  pool: ReplayPool,
  whenIdle?: (work: () => void) => void,
): (request: ClassRequest) => Promise<void> {
  let open: OpenClass | null = null;
  let last: Promise<void> = Promise.resolve();
  const waiting = new Set<number>();
  const cancelled = new Set<number>();
  /** Whether the request under way waits for the pool, and this worker has time. */
  let isReplaying = false;

  function classOpen(): OpenClass {
    if (!open) throw new Error('no class is open');
    return open;
  }

  async function serve(request: Exclude<ClassRequest, { kind: 'cancel' | 'ping' }>): Promise<void> {
    const { id } = request;
    switch (request.kind) {
      case 'openClass':
        open = {
          file: request.file,
          collector: createCollector(),
          keys: null,
          warmedUp: null,
          benchmarks: null,
          verifications: new Map(),
          luck: new Map(),
          rule: null,
          rows: [],
        };
        return post({ kind: 'classOpened', id });
      case 'getReady': {
        const one = classOpen();
        post({ kind: 'gettingReady', id });
        return getReady(one);
      }
      case 'preflight': {
        const played = await benchmarksOf(id, classOpen());
        return post({ kind: 'preflightDone', id, rows: played.preflight });
      }
      case 'collect': {
        const one = classOpen();
        const { collector } = one;
        one.keys = null;
        await inSteps(id, collector.take(request.files, request.pasted), request.files.length);
        return post({ kind: 'collected', id, collection: collectionInBrief(collector.collection()) });
      }
      case 'verify':
        return verify(id, classOpen());
      case 'standings':
        return post({ kind: 'standings', id, standings: await standings(id, classOpen(), request.unfinished) });
      case 'pictures': {
        const one = classOpen();
        const { benchmarks } = await benchmarksOf(id, one);
        const followed = followedOf(completeGames(one, benchmarks));
        await follow(
          id,
          one,
          followed.map(({ submission }) => submission),
        );
        const games = completeGames(one, benchmarks);
        const pictures = classPictures(games, benchmarks, one.file.settings.rounds, insightPrices(one));
        return post({ kind: 'pictures', id, pictures });
      }
      case 'game': {
        const one = classOpen();
        await follow(
          id,
          one,
          counting(one).filter(({ index }) => index === request.submission),
        );
        const verification = one.verifications.get(request.submission);
        return post({ kind: 'game', id, game: verification ? (gameIn(verification) ?? null) : null });
      }
      case 'skillAndLuck':
        return post({ kind: 'skillAndLuck', id, result: await skillAndLuck(id, classOpen(), request) });
      case 'grades':
        return post({ kind: 'grades', id, grades: await grades(id, classOpen(), request.rule) });
      case 'join': {
        const one = classOpen();
        const roster = request.rosterText === null ? null : readRoster(request.rosterText);
        const given = await grades(id, one, request.rule);
        one.rule = request.rule;
        one.rows = joinRoster(roster, counting(one), given, new Map(request.byHand));
        return post({ kind: 'joined', id, roster, rows: one.rows });
      }
      case 'exportClass': {
        const one = classOpen();
        await follow(id, one, counting(one));
        const source = {
          collection: one.collector.collection(),
          verifications: verificationsOf(one),
          standings: await standings(id, one, 'listed-apart'),
          grades: one.rule ? await grades(id, one, one.rule) : [],
          rows: one.rows,
          questions: one.file.settings.prompts.reflections,
          currency: findScenario(one.file.settings.scenario.id)?.currency ?? '',
        };
        const steps = exportTables(classTables(source, request.descriptions), request.format, 'class');
        const file = await inSteps(id, steps, 1);
        return post({ kind: 'classExported', id, file }, [file.bytes.buffer]);
      }
      case 'dryRun': {
        const run = await inSteps(id, rehearse(classOpen().file, request.count, request.lms), request.count);
        const file = { fileName: 'rehearsal.zip', mediaType: 'application/zip', bytes: run.zip };
        return post({ kind: 'dryRunMade', id, file, rosterCsv: run.rosterCsv }, [run.zip.buffer]);
      }
    }
  }

  async function verify(id: number, one: OpenClass): Promise<void> {
    const { file, verifications } = one;
    const toPlay: Submission[] = [];
    for (const submission of counting(one)) {
      if (verifications.has(submission.index)) continue;
      const known = verifyWithoutReplay(file, submission.handIn);
      if (known) verifications.set(submission.index, known);
      else toPlay.push(submission);
    }
    const wholes = counting(one).filter(
      ({ index, handIn }) =>
        isOfClass(verifications.get(index) ?? null) && handIn.decisions.length >= file.settings.rounds,
    );
    const followed = new Set(followedGames(wholes).map(({ index }) => index));
    await replayGames(id, one, toPlay, ({ index }) => followed.has(index));
    post({
      kind: 'verified',
      id,
      verifications: verificationsOf(one).map(verificationInBrief),
      identical: findIdenticalDecisions(counting(one).filter(({ index }) => hasGame(verifications.get(index)))),
    });
  }

  /** Plays the truth of each quarter of those that were verified without it. */
  async function follow(id: number, one: OpenClass, submissions: readonly Submission[]): Promise<void> {
    const without = submissions.filter(({ index }) => {
      const verification = one.verifications.get(index);
      return verification && gameIn(verification)?.rounds.some(({ truth }) => truth === null);
    });
    if (without.length > 0) await replayGames(id, one, without, () => true);
  }

  /** Plays what was handed in, and notes the outcome of each as it comes: what is known stays known after a cancel. */
  async function replayGames(
    id: number,
    one: OpenClass,
    submissions: readonly Submission[],
    isFollowed: (submission: Submission) => boolean,
  ): Promise<void> {
    const { file, verifications } = one;
    const keys = keysNow(one);
    const games = gamesToReplay(file, keys, submissions);
    const tell = progressOf(id, submissions.length);
    let done = 0;
    isReplaying = true;
    const results = await pool.replayAll(
      games.map(({ log }) => log),
      undefined,
      (index) => ({ kind: 'class-game', isFollowed: games[index].submissions.some(isFollowed) }),
      (index, result) => {
        const of = games[index].submissions;
        for (const { index: at, handIn } of of) verifications.set(at, verificationOf(file, keys, handIn, result));
        done += of.length;
        tell(done);
      },
    );
    isReplaying = false;
    if (!results) throw new Cancelled();
  }

  function progressOf(id: number, of: number): (done: number) => void {
    let lastTold = 0;
    return (done) => {
      const now = performance.now();
      if (now - lastTold < TELL_INTERVAL && done < of) return;
      lastTold = now;
      post({ kind: 'progress', id, done, of });
    };
  }

  /** The games of the benchmark policies, begun if they are not yet, with the keys that are known now. */
  function benchmarksUnderWay(one: OpenClass): BackgroundWork<PlayedBenchmarks> {
    const { settings } = one.file;
    const roundKeys = keysNow(one);
    const keys = JSON.stringify(roundKeys);
    if (one.benchmarks?.keys !== keys) {
      const game = gameOf(warmedUp(one), { rounds: settings.rounds, ...(roundKeys ? { roundKeys } : {}) });
      const rounds = Math.min(settings.rounds, roundKeys?.length ?? settings.rounds);
      one.benchmarks = { keys, work: inBackground(playBenchmarks(game, rounds)) };
    }
    return one.benchmarks.work;
  }

  async function benchmarksOf(id: number, one: OpenClass): Promise<PlayedBenchmarks> {
    const work = benchmarksUnderWay(one);
    return inSteps(id, restOf(work), BENCHMARK_COUNT);
  }

  /** Warms the pool up, and plays the benchmarks while nothing is asked for, or the pool alone is at work. */
  function getReady(one: OpenClass): void {
    const keys = keysOfClass(one.file, []);
    pool.warmUp(startOfClass(one.file, keys));
    const step = () => {
      const isBusy = waiting.size > 0 && !isReplaying;
      if (open === one && (isBusy || !benchmarksUnderWay(one).step())) whenIdle?.(step);
    };
    whenIdle?.(step);
  }

  async function standings(id: number, one: OpenClass, unfinished: UnfinishedRule): Promise<readonly Standing[]> {
    const { benchmarks } = await benchmarksOf(id, one);
    const { submissions } = one.collector.collection();
    const lines = standingsOf(submissions, verificationsOf(one), shadowPath(benchmarks), unfinished);
    return lines.map((line) => ({ ...line, luck: one.luck.get(line.submission) ?? null }));
  }

  async function grades(id: number, one: OpenClass, rule: GradingRule): Promise<readonly Grade[]> {
    const lines = await standings(id, one, 'as-it-stands');
    const { submissions } = one.collector.collection();
    return gradesOf(rule, submissions, verificationsOf(one), lines, one.file.settings.rounds);
  }

  async function skillAndLuck(
    id: number,
    one: OpenClass,
    { plans, futures }: { readonly plans: number; readonly futures: number },
  ): Promise<SkillAndLuck | null> {
    const { benchmarks, shadowDecisions } = await benchmarksOf(id, one);
    const keys = keysNow(one);
    const games = completeGames(one, benchmarks).toSorted((a, b) => b.index - a.index);
    // Spread over the standings, best and last included.
    const count = Math.min(plans, games.length);
    if (count < 2 || futures < 2) return null;
    const chosen = Array.from({ length: count }, (_, n) => games[Math.round((n * (games.length - 1)) / (count - 1))]);
    const logs = chosen.map(({ submission }) => logToReplay(one.file, keys, submission.handIn));
    // The shadow firm's own decisions, in the same futures: what indices are measured by.
    const shadowLog = { ...logs[0], decisions: shadowDecisions, digests: [] };
    const task: ReplayTask = { kind: 'futures', count: futures };
    const results = await pool.replayAll([shadowLog, ...logs], progressOf(id, logs.length + 1), () => task);
    if (!results) throw new Cancelled();
    const values = results.map((result) => {
      if (result.kind === 'futures') return result.values;
      throw new Error(result.kind === 'failed' ? result.message : `answered with ${result.kind}`);
    });
    const [shadow, ...own] = values;
    const indices = own.map((worlds) => indexByWorld(worlds, shadow));
    const bands = chosen.map(({ index }, at) => luckBand(indices[at], index));
    for (const [at, { submission }] of chosen.entries()) one.luck.set(submission.index, bands[at]);
    return {
      submissions: chosen.map(({ submission }) => submission.index),
      bands,
      split: varianceSplit(indices),
      futures,
    };
  }

  /** Does the work a part at a time, gives way now and then, and tells how far it is. */
  async function inSteps<Result>(
    id: number,
    steps: Generator<unknown, Result> | AsyncGenerator<unknown, Result>,
    of: number,
  ): Promise<Result> {
    let since = performance.now();
    for (let done = 0; ; done++) {
      const step = await steps.next();
      if (step.done) return step.value;
      if (performance.now() - since < STEP) continue;
      post({ kind: 'progress', id, done: Math.min(done + 1, of), of });
      await new Promise((resume) => setTimeout(resume, 0));
      if (cancelled.has(id)) throw new Cancelled();
      since = performance.now();
    }
  }

  return (request) => {
    if (request.kind === 'ping') {
      post({ kind: 'alive', id: request.id });
      return Promise.resolve();
    }
    if (request.kind === 'cancel') {
      if (waiting.has(request.id)) cancelled.add(request.id);
      pool.cancel();
      return Promise.resolve();
    }
    const { id } = request;
    waiting.add(id);
    last = last.then(async () => {
      try {
        if (cancelled.has(id)) throw new Cancelled();
        await serve(request);
      } catch (error) {
        if (error instanceof Cancelled) post({ kind: 'cancelled', id });
        else post({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
      } finally {
        waiting.delete(id);
        cancelled.delete(id);
      }
    });
    return last;
  };
}

class Cancelled extends Error {}

function hasGame(verification: Verification | undefined): boolean {
  return verification?.kind === 'verified' || verification?.kind === 'differs';
}

/** @param verification null: not played yet */
function isOfClass(verification: Verification | null): boolean {
  return verification?.kind !== 'other-class' && verification?.kind !== 'other-engine-version';
}
