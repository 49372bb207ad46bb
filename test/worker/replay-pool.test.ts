import { afterEach, expect, test, vi } from 'vitest';
import { newRunLog, openFirm, type RunLog } from '../../src/engine/index.ts';
import { playPolicy } from '../../src/policies/play-policy.ts';
import { customerCentric } from '../../src/policies/value-based.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import { createReplayPool, type ReplayWorker } from '../../src/worker/replay-pool.ts';
import type { ReplayReply, ReplayRequest, ReplayResult } from '../../src/worker/replay-protocol.ts';
import { createReplayService } from '../../src/worker/replay-service.ts';
import { createWorkerPool, poolSize } from '../../src/worker/worker-pool.ts';

type Fake = ReplayWorker & { readonly asked: ReplayRequest[]; crash(): void; isTerminated(): boolean };

let workers: Fake[] = [];
afterEach(() => {
  workers = [];
});

/** A worker around a function; null leaves a request without an answer. */
function fakeWorker(answer: (request: ReplayRequest) => ReplayReply | null): Fake {
  const asked: ReplayRequest[] = [];
  const listeners = { message: [] as unknown[], error: [] as unknown[], messageerror: [] as unknown[] };
  let terminated = false;
  const worker: Fake = {
    asked,
    isTerminated: () => terminated,
    postMessage(request) {
      asked.push(request);
      setTimeout(() => {
        const reply = terminated ? null : answer(request);
        if (reply)
          for (const listener of listeners.message as ((event: { data: ReplayReply }) => void)[])
            listener({ data: reply });
      }, 0);
    },
    addEventListener(kind: 'message' | 'error' | 'messageerror', listener: unknown) {
      listeners[kind].push(listener);
    },
    crash() {
      for (const listener of listeners.error as ((event: object) => void)[]) listener({});
    },
    terminate() {
      terminated = true;
    },
  };
  workers.push(worker);
  return worker;
}

const refused = (code: string): ReplayResult => ({
  kind: 'refused',
  refusals: [{ code: 'run-log/differs', got: code }],
});
const echo = ({ index, log }: ReplayRequest): ReplayReply => ({ index, result: refused(log.seed) });
const logOn = (seed: string): RunLog => newRunLog(harbour, seed);

test('results come in the order of the logs, each worker on few warm-ups, and workers live on', async () => {
  const pool = createReplayPool(() => fakeWorker(echo), 3);
  const logs = Array.from({ length: 40 }, (_, index) => logOn(`seed ${index % 2}`));
  const progress: number[] = [];
  const results = await pool.replayAll(logs, (done, of) => {
    expect(of).toBe(40);
    progress.push(done);
  });
  expect(results).toEqual(logs.map(({ seed }) => refused(seed)));
  expect(progress).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  expect(workers).toHaveLength(3);
  for (const { asked } of workers) {
    const changes = asked.filter(({ log }, n) => n > 0 && log.seed !== asked[n - 1].log.seed);
    expect(changes.length).toBeLessThanOrEqual(1);
  }
  await pool.replayAll(logs);
  expect(workers).toHaveLength(3);
  pool.cancel();
  expect(workers.every((worker) => worker.isTerminated())).toBe(true);
});

test('warming up lets each worker open the firm, and what is asked for then waits for it', async () => {
  const pool = createReplayPool(() => fakeWorker(echo), 3);
  pool.warmUp(logOn('class'));
  expect(await pool.replayAll([logOn('a')])).toEqual([refused('a')]);
  expect(workers).toHaveLength(3);
  for (const { asked } of workers) expect(asked[0]).toMatchObject({ log: { seed: 'class' }, task: { kind: 'open' } });
});

test('cancel gives up what is under way and what waits, and the pool works on', async () => {
  let answers: typeof echo | (() => null) = () => null;
  const pool = createReplayPool(() => fakeWorker((request) => answers(request)), 2);
  const underWay = pool.replayAll([logOn('a'), logOn('b'), logOn('c')]);
  const waiting = pool.replayAll([logOn('d')]);
  await Promise.resolve();
  pool.cancel();
  expect(await underWay).toBeNull();
  expect(await waiting).toBeNull();
  expect(workers.every((worker) => worker.isTerminated())).toBe(true);
  answers = echo;
  expect(await pool.replayAll([logOn('e')])).toEqual([refused('e')]);
});

test('a worker that dies costs one log, not the rest', async () => {
  const pool = createReplayPool(() => {
    const worker = fakeWorker((request) => {
      if (request.log.seed !== 'deadly') return echo(request);
      worker.crash();
      return null;
    });
    return worker;
  }, 2);
  const results = await pool.replayAll(['a', 'deadly', 'b', 'c', 'd'].map(logOn));
  expect(results?.map(({ kind }) => kind)).toEqual(['refused', 'failed', 'refused', 'refused', 'refused']);

  // With what it had been given besides, another goes on.
  const many = Array.from({ length: 20 }, (_, index) => (index % 6 === 5 ? 'deadly' : `seed ${index}`));
  const ofMany = await pool.replayAll(many.map(logOn));
  expect(ofMany).toEqual(
    many.map((seed) => (seed === 'deadly' ? { kind: 'failed', message: 'the worker stopped' } : refused(seed))),
  );
});

test('a worker has its next job at hand, and the last ones go to whoever is free first', async () => {
  // The second worker answers once. By then it has two more, and the first does all the others.
  const answersOnce = (request: ReplayRequest) => (workers[1].asked[0] === request ? echo(request) : null);
  const pool = createReplayPool(() => fakeWorker(workers.length === 0 ? echo : answersOnce), 2);
  const underWay = pool.replayAll(Array.from({ length: 12 }, (_, index) => logOn(`${index}`)));
  await vi.waitFor(() => expect(workers[0]?.asked).toHaveLength(9));
  expect(workers[1].asked).toHaveLength(3);
  pool.cancel();
  expect(await underWay).toBeNull();
});

test('without workers every log fails, and nothing hangs', async () => {
  const pool = createReplayPool(() => {
    throw new Error('no workers here');
  }, 2);
  const results = await pool.replayAll([logOn('a'), logOn('b'), logOn('c'), logOn('d')]);
  expect(results).toEqual(Array(4).fill({ kind: 'failed', message: 'Error: no workers here' }));
  expect(await pool.replayAll([])).toEqual([]);
});

test('one thread is left to the page where there are more than two', () => {
  expect([1, 2, 4, 64].map(poolSize)).toEqual([1, 2, 3, 8]);
});

test('the service verifies honest logs at their true value, and refuses forged and foreign ones', () => {
  const opened = openFirm(harbour, 'replayed');
  const decisions: RunLog['decisions'][number][] = [];
  const digests: string[] = [];
  const firm = playPolicy(customerCentric, opened, (current, report) => {
    decisions.push(report.decision);
    digests.push(current.digest);
  });
  const log: RunLog = { ...newRunLog(harbour, 'replayed'), decisions, digests };
  const serve = createReplayService();
  const resultOf = (given: RunLog) => serve({ index: 7, log: given });
  expect(resultOf(log)).toMatchObject({
    index: 7,
    result: { kind: 'verified', rounds: 8, value: { discountedCash: Math.floor(firm.discountedCash + 0.5) } },
  });
  const forged = { ...log, digests: digests.with(4, digests[3]) };
  expect(resultOf(forged).result).toMatchObject({ kind: 'refused', refusals: [{ code: 'run-log/differs', round: 4 }] });
  const greedy = {
    ...log,
    decisions: decisions.with(2, { ...decisions[2], retention: { ...decisions[2].retention, gold: 1e12 } }),
  };
  expect(resultOf(greedy).result).toMatchObject({
    kind: 'refused',
    refusals: [{ code: 'decision/over-budget', round: 2 }],
  });
  expect(resultOf({ ...log, scenario: { id: 'elsewhere', hash: '' } }).result).toMatchObject({ kind: 'refused' });
  expect(resultOf(undefined as unknown as RunLog).result).toMatchObject({ kind: 'failed' });
});

test('a worker that was ended without a word costs one job, not the rest', async () => {
  const pool = createWorkerPool<RunLog, ReplayRequest, ReplayResult>({
    makeWorker: () => fakeWorker((request) => (request.log.seed === 'deadly' ? null : echo(request))),
    size: 2,
    request: (index, log) => ({ index, log }),
    failed: (message) => ({ kind: 'failed', message }),
    keepsWorkers: true,
    jobPatience: 100,
  });
  const results = await pool.run(['a', 'deadly', 'b', 'c'].map(logOn));
  expect(results?.map(({ kind }) => kind)).toEqual(['refused', 'failed', 'refused', 'refused']);
  expect(workers.filter((worker) => worker.isTerminated())).toHaveLength(1);
});
