import { describe, expect, test } from 'vitest';
import type { RunLog } from '../../src/engine/index.ts';
import { createEngineClient } from '../../src/worker/client.ts';
import { createFakeEngineWorker, FAKE_ENGINE_VERSION, type FakeEngineFaults } from '../support/fake-engine.ts';
import { createFakeWorker, type FakeWorker } from '../support/fake-worker.ts';
import { fixtureDecision } from '../support/fixture-reports.ts';

const log: RunLog = {
  format: 'clientele/run',
  formatVersion: 1,
  engineVersion: FAKE_ENGINE_VERSION,
  scenario: { id: 'harbour', hash: '0000000000000000' },
  seed: 'maple-4821',
  level: 'essentials',
  rounds: 8,
  decisions: [],
  digests: [],
};

function setUp(faults: FakeEngineFaults = {}) {
  const workers: FakeWorker[] = [];
  const client = createEngineClient(
    () => {
      const worker = createFakeEngineWorker(faults);
      workers.push(worker);
      return worker;
    },
    { cancelPatience: 30, quietPatience: 20, pulsePatience: 60 },
  );
  return { client, workers, faults };
}

describe('the page side of the protocol', () => {
  test('opens, plays and scores, with progress between 0 and 1', async () => {
    const { client, workers } = setUp();
    expect(workers).toHaveLength(0);
    const progress: number[] = [];
    const opened = await client.openGame(log, (share) => progress.push(share));
    expect(opened.kind).toBe('ok');
    expect(progress).toEqual([0.5]);
    expect(client.holdsGame()).toBe(true);
    const played = await client.playRound(fixtureDecision);
    expect(played.kind === 'ok' && played.value.report.round).toBe(0);
    expect(played.kind === 'ok' && played.value.digest).toMatch(/^[0-9a-f]{16}$/);
    const scored = await client.scoreGame();
    expect(scored.kind === 'ok' && scored.value.benchmarks.length).toBeGreaterThan(0);
    expect(workers).toHaveLength(1);
  });

  test('a refusal changes nothing and keeps the game', async () => {
    const { client } = setUp();
    await client.openGame(log);
    const refused = await client.playRound({
      ...fixtureDecision,
      retention: { ...fixtureDecision.retention, gold: -1 },
    });
    expect(refused).toMatchObject({ kind: 'refused', refusals: [{ code: 'decision/negative', tier: 'gold' }] });
    expect(client.holdsGame()).toBe(true);
    expect((await client.playRound(fixtureDecision)).kind).toBe('ok');
  });

  test('answers find their requests, whatever the order they come in', async () => {
    const answers: (() => void)[] = [];
    const client = createEngineClient(() =>
      createFakeWorker((request, reply) => {
        if (request.kind !== 'playRound') return;
        const { id, decision } = request;
        answers.push(() =>
          reply({ kind: 'refused', id, refusals: [{ code: 'decision/negative', value: decision.insight }] }),
        );
        if (answers.length === 2) for (const answer of answers.reverse()) answer();
      }),
    );
    const [first, second] = await Promise.all([
      client.playRound({ ...fixtureDecision, insight: 1 }),
      client.playRound({ ...fixtureDecision, insight: 2 }),
    ]);
    expect(first).toMatchObject({ refusals: [{ value: 1 }] });
    expect(second).toMatchObject({ refusals: [{ value: 2 }] });
  });

  test.each(['crash', 'garble'] as const)(
    'a worker that dies (%s) fails what is under way; the next call gets a fresh one',
    async (way) => {
      const { client, workers, faults } = setUp({ waitOn: 'playRound' });
      await client.openGame(log);
      const round = client.playRound(fixtureDecision);
      const score = client.scoreGame();
      if (way === 'crash') workers[0].crash('out of memory');
      else workers[0].garble();
      expect(await round).toMatchObject({
        kind: 'failed',
        message: expect.stringMatching(/out of memory|could not be read/),
      });
      expect((await score).kind).toBe('failed');
      expect(workers[0].isTerminated()).toBe(true);
      expect(client.holdsGame()).toBe(false);

      delete faults.waitOn;
      expect((await client.openGame(log)).kind).toBe('ok');
      expect(workers).toHaveLength(2);
      expect((await client.playRound(fixtureDecision)).kind).toBe('ok');
    },
  );

  test('a worker that cannot be made, or takes no message, is a failure, not an exception', async () => {
    const unmade = createEngineClient(() => {
      throw new Error('blocked by policy');
    });
    expect(await unmade.openGame(log)).toMatchObject({ kind: 'failed', message: expect.stringContaining('blocked') });
    const { client } = setUp();
    const uncloneable = { ...log, seed: (() => '') as unknown as string };
    expect((await client.openGame(uncloneable)).kind).toBe('failed');
    expect((await client.openGame(log)).kind).toBe('ok');
  });

  test('cancel settles what waits, and the worker lives on', async () => {
    const { client, workers } = setUp({ waitOn: 'scoreGame' });
    await client.openGame(log);
    const score = client.scoreGame();
    client.cancel();
    expect(await score).toEqual({ kind: 'cancelled' });
    expect(client.holdsGame()).toBe(true);
    expect(workers[0].isTerminated()).toBe(false);
  });

  test('cancel ends a worker too busy to hear it', async () => {
    const { client, workers } = setUp({ hangOn: 'scoreGame' });
    await client.openGame(log);
    const score = client.scoreGame();
    client.cancel();
    expect(await score).toEqual({ kind: 'cancelled' });
    expect(workers[0].isTerminated()).toBe(true);
    expect(client.holdsGame()).toBe(false);
  });

  test('a worker that ends without a word is noticed; the next request gets a fresh one', async () => {
    const { client, workers, faults } = setUp();
    await client.openGame(log);
    faults.hangOn = 'playRound';
    expect(await client.playRound(fixtureDecision)).toMatchObject({ kind: 'failed', died: true });
    expect(workers[0].isTerminated()).toBe(true);
    expect(workers[0].received.at(-1)?.kind).toBe('ping');
    expect(client.holdsGame()).toBe(false);
    delete faults.hangOn;
    expect((await client.openGame(log)).kind).toBe('ok');
    expect(workers).toHaveLength(2);
  });

  test('one that is only slow is asked for a sign of life, gives it, and is left alone', async () => {
    const { client, workers } = setUp({ waitOn: 'scoreGame' });
    await client.openGame(log);
    const score = client.scoreGame();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(workers).toHaveLength(1);
    expect(workers[0].isTerminated()).toBe(false);
    expect(workers[0].received.filter(({ kind }) => kind === 'ping').length).toBeGreaterThan(1);
    client.cancel();
    expect(await score).toEqual({ kind: 'cancelled' });
  });

  test('nobody is asked anything while there is no work', async () => {
    const { client, workers } = setUp();
    await client.openGame(log);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(workers[0].received).toHaveLength(1);
  });

  test('a round given up leaves the worker in doubt: the game must be opened again', async () => {
    const { client } = setUp({ waitOn: 'playRound' });
    await client.openGame(log);
    const round = client.playRound(fixtureDecision);
    client.cancel();
    expect(await round).toEqual({ kind: 'cancelled' });
    expect(client.holdsGame()).toBe(false);
  });

  test('an answer of the wrong kind is a failure', async () => {
    const client = createEngineClient(() =>
      createFakeWorker((request, reply) =>
        reply({ kind: 'roundPlayed', id: request.id, report: {} as never, digest: '' }),
      ),
    );
    expect((await client.openGame(log)).kind).toBe('failed');
    expect(client.holdsGame()).toBe(false);
  });

  test('dispose settles and ends; cancel with nothing under way does nothing', async () => {
    const { client, workers } = setUp({ waitOn: 'scoreGame' });
    client.cancel();
    await client.openGame(log);
    const score = client.scoreGame();
    client.dispose();
    expect(await score).toEqual({ kind: 'cancelled' });
    expect(workers[0].isTerminated()).toBe(true);
  });
});
