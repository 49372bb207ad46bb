import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { createCollector } from '../../src/classroom/collect/collector.ts';
import { fillGrades } from '../../src/classroom/gradebook/write-grades.ts';
import { USUAL_RULE } from '../../src/classroom/grading-rule.ts';
import { BENCHMARK_COUNT } from '../../src/worker/class-benchmarks.ts';
import type { ClassReply, ClassRequest } from '../../src/worker/class-protocol.ts';
import { createClassService } from '../../src/worker/class-service.ts';
import { createReplayPool, type ReplayWorker } from '../../src/worker/replay-pool.ts';
import type { ReplayReply } from '../../src/worker/replay-protocol.ts';
import { createReplayService } from '../../src/worker/replay-service.ts';
import { makeClass } from '../classroom/class-fixture.ts';

/** A worker that works in this thread, and through copies as a real one does. */
function workerHere(): ReplayWorker {
  const serve = createReplayService();
  const listeners: ((event: { readonly data: ReplayReply }) => void)[] = [];
  let isOver = false;
  return {
    postMessage(request) {
      const sent = structuredClone(request);
      setTimeout(() => {
        if (isOver) return;
        const data = structuredClone(serve(sent));
        for (const listener of listeners) listener({ data });
      }, 0);
    },
    addEventListener(kind: string, listener: unknown) {
      if (kind === 'message') listeners.push(listener as (typeof listeners)[number]);
    },
    terminate() {
      isOver = true;
    },
  };
}

function openService(whenIdle?: (work: () => void) => void) {
  const replies: ClassReply[] = [];
  const post = (reply: ClassReply) => replies.push(structuredClone(reply));
  const serve = createClassService(post, createReplayPool(workerHere, 1), whenIdle);
  let id = 0;
  async function ask<Kind extends ClassReply['kind']>(
    request: DistributiveOmit<Exclude<ClassRequest, { kind: 'cancel' | 'ping' }>, 'id'>,
    answer: Kind,
  ): Promise<Extract<ClassReply, { kind: Kind }>> {
    await serve({ ...request, id: ++id } as ClassRequest);
    const reply = replies.findLast((one) => one.id === id && one.kind !== 'progress');
    expect(reply).toMatchObject({ kind: answer });
    return reply as Extract<ClassReply, { kind: Kind }>;
  }
  return { serve, ask, replies, lastId: () => id };
}

type DistributiveOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never;

const SIZE = 4;

test('a rehearsed class goes from the zip to the gradebook', { timeout: 300_000 }, async () => {
  const { ask, serve, replies, lastId } = openService();
  const file = makeClass({ isPaced: true, rounds: 6 });
  await ask({ kind: 'openClass', file }, 'classOpened');
  const { file: zip, rosterCsv } = await ask({ kind: 'dryRun', lms: 'moodle', count: SIZE }, 'dryRunMade');
  expect(Object.keys(unzipSync(zip.bytes))).toHaveLength(SIZE);

  const collector = createCollector();
  for (const _ of collector.take([{ path: 'class.zip', bytes: zip.bytes }]));
  const handedIn = collector.collection();
  const { collection } = await ask(
    { kind: 'collect', files: [{ path: 'class.zip', bytes: zip.bytes }], pasted: '' },
    'collected',
  );
  expect(collection.submissions.map(({ lms }) => lms?.lms)).toEqual(new Array(SIZE).fill('moodle'));
  expect(collection.superseded).toEqual([]);

  // Given up, and taken up again: what was verified stays.
  const givenUp = serve({ kind: 'verify', id: 1_000 });
  await serve({ kind: 'cancel', id: 1_000 });
  await givenUp;
  expect(replies.at(-1)).toEqual({ kind: 'cancelled', id: 1_000 });
  const { verifications, identical } = await ask({ kind: 'verify' }, 'verified');
  expect(verifications.map((one) => one?.kind)).toEqual(new Array(SIZE).fill('verified'));
  expect(identical).toEqual([]);
  const progress = replies.filter((reply) => reply.kind === 'progress' && reply.id === lastId());
  expect(progress.at(-1)).toMatchObject({ done: SIZE, of: SIZE });

  // The score shown is the replayed one; for honest hand-ins it is the one they claim.
  const { standings } = await ask({ kind: 'standings', unfinished: 'listed-apart' }, 'standings');
  expect(standings.map(({ place }) => place)).toEqual([1, 2, 3, 4]);
  for (const { submission, firmValue } of standings) {
    expect(firmValue).toBe(handedIn.submissions[submission].handIn.claimedFirmValue);
  }

  const { pictures } = await ask({ kind: 'pictures' }, 'pictures');
  expect(pictures.games).toBe(SIZE);
  expect(pictures.distribution.reduce((sum, bin) => sum + bin.games, 0)).toBe(SIZE);
  expect(pictures.equityPaths.map(({ round }) => round)).toEqual([-1, 0, 1, 2, 3, 4, 5]);
  expect(pictures.equityPaths.at(-1)?.highest).toBe(standings[0].firmValue);
  expect(pictures.benchmarks.find(({ policy }) => policy === 'status-quo')?.index).toBe(100);
  expect(
    pictures.predictions.every(({ said, tooHigh, tooLow, rightBand }) => said === tooHigh + tooLow + rightBand),
  ).toBe(true);
  for (const { levers, insight, unspent } of pictures.budgetShares) {
    const parts = Object.values(levers).flatMap((tiers) => Object.values(tiers).map(({ median }) => median));
    expect([...parts, insight.median, unspent.median].every((share) => share >= 0 && share <= 1)).toBe(true);
  }
  expect(pictures.insight.reduce((sum, { games }) => sum + games, 0)).toBe(SIZE);

  const { game } = await ask({ kind: 'game', submission: standings[0].submission }, 'game');
  expect(game?.rounds.map(({ truth }) => truth?.firmValue).at(-1)).toBe(standings[0].firmValue);

  const { roster, rows } = await ask(
    { kind: 'join', rosterText: rosterCsv, byHand: [], rule: USUAL_RULE, unfinished: 'listed-apart' },
    'joined',
  );
  expect(rows.map(({ joinedBy }) => joinedBy)).toEqual(new Array(SIZE).fill('key'));
  const filled = fillGrades(rosterCsv, roster?.gradeColumns[0] ?? -1, rows).split('\r\n');
  for (const [n, { grade }] of rows.entries()) expect(filled[n + 1].split(',')[4]).toBe(String(grade?.points));

  const workbook = await ask({ kind: 'exportClass', format: 'xlsx', descriptions: {} }, 'classExported');
  expect(Object.keys(unzipSync(workbook.file.bytes))).toContain('xl/worksheets/sheet5.xml');

  const { result } = await ask({ kind: 'skillAndLuck', plans: 2, futures: 2 }, 'skillAndLuck');
  expect(result?.submissions).toEqual([standings[0].submission, standings[SIZE - 1].submission]);
  expect(result?.bands[0].count).toBe(2);
});

test('what is asked without a class, and a broken class, is told and harms nothing', async () => {
  const { ask } = openService();
  expect(await ask({ kind: 'verify' }, 'failed')).toMatchObject({ message: 'no class is open' });
  const file = makeClass();
  await ask({ kind: 'openClass', file }, 'classOpened');
  const { collection } = await ask({ kind: 'collect', files: [], pasted: 'CL1H nothing' }, 'collected');
  expect(collection.accounts[0]).toMatchObject({ kind: 'passed-over', reason: 'file/unreadable' });
  expect(await ask({ kind: 'verify' }, 'verified')).toMatchObject({ verifications: [] });
});

test('what is left of a collection when it is stopped is what was taken so far', () => {
  const collector = createCollector();
  const steps = collector.take([
    { path: 'a.txt', bytes: new Uint8Array(1) },
    { path: 'b.txt', bytes: new Uint8Array(1) },
  ]);
  steps.next();
  expect(collector.collection().accounts).toHaveLength(1);
});

test('what hand-ins are measured by is played before they come, while nothing else is asked for', async () => {
  const idle: (() => void)[] = [];
  const { ask, serve, replies } = openService((work) => idle.push(work));
  await ask({ kind: 'openClass', file: makeClass({}) }, 'classOpened');
  await serve({ kind: 'ping', id: 2_000 });
  expect(replies.at(-1)).toEqual({ kind: 'alive', id: 2_000 });
  await ask({ kind: 'getReady' }, 'gettingReady');
  let steps = 0;
  for (let work = idle.shift(); work; work = idle.shift()) {
    work();
    steps++;
  }
  expect(steps).toBeGreaterThan(BENCHMARK_COUNT);
  // There is nothing left to do, and so nothing to tell of on the way.
  const { rows } = await ask({ kind: 'preflight' }, 'preflightDone');
  expect(rows).toHaveLength(BENCHMARK_COUNT);
  expect(replies.filter(({ kind }) => kind === 'progress')).toEqual([]);

  // Another class in its place: idle work for the first is over.
  await ask({ kind: 'getReady' }, 'gettingReady');
  await ask({ kind: 'openClass', file: makeClass({ rounds: 6 }) }, 'classOpened');
  idle.shift()?.();
  expect(idle).toEqual([]);
});

test('what hand-ins are measured by is played while the pool replays them, and not while this worker itself is at work', async () => {
  const idle: (() => void)[] = [];
  const { ask, serve, replies } = openService((work) => idle.push(work));
  await ask({ kind: 'openClass', file: makeClass({}) }, 'classOpened');
  const { file: zip } = await ask({ kind: 'dryRun', lms: 'moodle', count: 12 }, 'dryRunMade');
  await ask({ kind: 'getReady' }, 'gettingReady');
  const files = [{ path: 'class.zip', bytes: zip.bytes }];
  const collected = serve({ kind: 'collect', id: 1_000, files, pasted: '' });
  for (let looks = 0; looks < 10 * BENCHMARK_COUNT; looks++) idle.shift()?.();
  expect(idle).toHaveLength(1);
  await collected;

  const verified = serve({ kind: 'verify', id: 1_001 });
  while (idle.length > 0 && replies.at(-1)?.kind !== 'verified') {
    for (let looks = 0; looks < BENCHMARK_COUNT; looks++) idle.shift()?.();
    await new Promise((resume) => setTimeout(resume, 0));
  }
  expect(idle).toEqual([]);
  await verified;
  const told = replies.length;
  const { standings } = await ask({ kind: 'standings', unfinished: 'listed-apart' }, 'standings');
  expect(standings).toHaveLength(12);
  // There was nothing left to do, and so nothing to tell of on the way.
  expect(replies.slice(told).map(({ kind }) => kind)).toEqual(['standings']);
});
