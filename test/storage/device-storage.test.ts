import 'fake-indexeddb/auto';
import { fc, test } from '@fast-check/vitest';
import { forceCloseDatabase } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, describe, expect, test as plainTest, vi } from 'vitest';
import type { RunLog } from '../../src/engine/index.ts';
import { openDeviceStorage } from '../../src/storage/device-storage.ts';
import type { GameStorage } from '../../src/storage/game-storage.ts';
import { createMemoryStorage } from '../../src/storage/memory-storage.ts';
import { fixtureDecision } from '../support/fixture-reports.ts';

const log: RunLog = {
  format: 'clientele/run',
  formatVersion: 1,
  engineVersion: '1',
  scenario: { id: 'harbour', hash: '00ff' },
  seed: 'maple-4821',
  level: 'essentials',
  rounds: 8,
  decisions: [],
  digests: [],
};
const savedAt = '2026-11-22T03:00:00.000Z';
const game = { id: 'g1', log, draft: fixtureDecision, savedAt };

function withGold(cents: number) {
  return { ...fixtureDecision, retention: { ...fixtureDecision.retention, gold: cents } };
}

let names = 0;
const opened: GameStorage[] = [];

async function openTab(databaseName: string): Promise<GameStorage> {
  const storage = await openDeviceStorage({ databaseName, patience: 200 });
  opened.push(storage);
  return storage;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  for (const storage of opened.splice(0)) storage.close();
});

/** The same promises, kept by the device and by the memory that stands in for it. */
describe.each([
  ['on the device', () => openTab(`games-${++names}`)],
  ['in memory', async () => createMemoryStorage()],
])('games %s', (_, open) => {
  plainTest('are written, read, listed and removed', async () => {
    const storage = await open();
    expect(await storage.read('g1')).toEqual({ ok: true, value: null });
    expect(await storage.write(game, null, 'strict')).toEqual({ ok: true, value: 1 });
    expect(await storage.write({ ...game, draft: null }, 1, 'relaxed')).toEqual({ ok: true, value: 2 });
    const written = { ...game, draft: null, revision: 2 };
    expect(await storage.read('g1')).toEqual({ ok: true, value: written });
    expect(await storage.list()).toEqual({ ok: true, value: [{ id: 'g1', game: written }] });
    expect(await storage.remove('g1')).toEqual({ ok: true, value: null });
    expect(await storage.list()).toEqual({ ok: true, value: [] });
  });

  plainTest('are never overwritten by someone who knows an older one', async () => {
    const storage = await open();
    await storage.write(game, null, 'strict');
    await storage.write({ ...game, draft: withGold(1) }, 1, 'strict');
    for (const expected of [null, 1, 3]) {
      expect(await storage.write({ ...game, draft: withGold(2) }, expected, 'strict')).toMatchObject({
        ok: false,
        code: 'storage/changed-elsewhere',
      });
    }
    expect(await storage.read('g1')).toMatchObject({ value: { revision: 2, draft: withGold(1) } });
    await storage.remove('g1');
    expect(await storage.write(game, 2, 'strict')).toMatchObject({ code: 'storage/gone' });
    expect(await storage.list()).toEqual({ ok: true, value: [] });
  });
});

describe('the device’s storage', () => {
  test.prop([fc.array(fc.record({ tab: fc.nat(1), reads: fc.boolean() }), { minLength: 1, maxLength: 25 })], {
    numRuns: 25,
  })(
    'two tabs, however they take turns: every write that was said to be kept is kept until someone who knew it wrote',
    async (steps) => {
      const name = `tabs-${++names}`;
      const tabs = [await openTab(name), await openTab(name)];
      await tabs[0].write({ ...game, draft: withGold(0) }, null, 'strict');
      const known = [1, 1];
      let latest = { revision: 1, gold: 0 };
      let gold = 0;
      for (const { tab, reads } of steps) {
        if (reads) {
          const read = await tabs[tab].read('g1');
          expect(read).toMatchObject({ value: { revision: latest.revision, draft: withGold(latest.gold) } });
          known[tab] = latest.revision;
          continue;
        }
        gold++;
        const written = await tabs[tab].write({ ...game, draft: withGold(gold) }, known[tab], 'relaxed');
        expect(written.ok).toBe(known[tab] === latest.revision);
        if (!written.ok) continue;
        known[tab] = written.value;
        latest = { revision: written.value, gold };
      }
    },
  );

  plainTest('two tabs writing at the same moment: one is kept, the other is told', async () => {
    const name = `race-${++names}`;
    const [a, b] = [await openTab(name), await openTab(name)];
    await a.write(game, null, 'strict');
    const results = await Promise.all([
      a.write({ ...game, draft: withGold(1) }, 1, 'strict'),
      b.write({ ...game, draft: withGold(2) }, 1, 'strict'),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ code: 'storage/changed-elsewhere' });
    const kept = results[0].ok ? 1 : 2;
    expect(await a.read('g1')).toMatchObject({ value: { draft: withGold(kept) } });
  });

  plainTest('other tabs hear of writes and deletions, the writer does not', async () => {
    const name = `hear-${++names}`;
    const [a, b] = [await openTab(name), await openTab(name)];
    const heard: unknown[] = [];
    a.onChangeElsewhere(() => heard.push('own'));
    b.onChangeElsewhere((change) => heard.push(change));
    await a.write(game, null, 'strict');
    await a.remove('g1');
    await vi.waitFor(() =>
      expect(heard).toEqual([
        { id: 'g1', revision: 1 },
        { id: 'g1', revision: null },
      ]),
    );
  });

  plainTest('the last words of a closing tab count, but only on what it knew or was just writing', async () => {
    const storage = await openTab(`words-${++names}`);
    await storage.write(game, null, 'strict');
    storage.writeLastWords('g1', [{ revision: 1, savedAt }], withGold(7));
    expect(await storage.read('g1')).toMatchObject({ value: { revision: 1, draft: withGold(7) } });

    const later = '2026-11-22T03:00:01.000Z';
    await storage.write({ ...game, draft: withGold(8), savedAt: later }, 1, 'relaxed');
    storage.writeLastWords(
      'g1',
      [
        { revision: 1, savedAt },
        { revision: 2, savedAt: later },
      ],
      withGold(9),
    );
    expect(await storage.read('g1')).toMatchObject({ value: { revision: 2, draft: withGold(9) } });

    // Another tab's second revision is not the one that this tab was writing.
    storage.writeLastWords(
      'g1',
      [
        { revision: 1, savedAt },
        { revision: 2, savedAt },
      ],
      withGold(10),
    );
    expect(await storage.read('g1')).toMatchObject({ value: { revision: 2, draft: withGold(8) } });
    await storage.write({ ...game, draft: null }, 2, 'strict');
    expect(await storage.read('g1')).toMatchObject({ value: { revision: 3, draft: null } });
  });

  plainTest('a damaged or newer record stays in the list with its reason, untouched, and can be removed', async () => {
    const name = `damaged-${++names}`;
    const storage = await openTab(name);
    await storage.write(game, null, 'strict');
    const db = await openDB(name);
    const damaged = { id: 'bad', revision: 1, log: { formatVersion: 1, cut: 'off' } };
    const newer = { ...game, id: 'new', revision: 5, log: { ...log, formatVersion: 7 } };
    await db.put('games', damaged);
    await db.put('games', newer);
    db.close();
    const list = await storage.list();
    expect(list).toMatchObject({
      ok: true,
      value: [
        { id: 'bad', problem: { code: 'save/damaged' } },
        { id: 'g1' },
        { id: 'new', problem: { code: 'save/newer-format' } },
      ],
    });
    expect(await storage.read('new')).toMatchObject({ ok: false, code: 'save/newer-format' });
    expect(await storage.readRaw('bad')).toEqual({ ok: true, value: damaged });
    expect(await storage.readRaw('new')).toEqual({ ok: true, value: newer });
    await storage.remove('bad');
    expect(await storage.readRaw('bad')).toEqual({ ok: true, value: null });
  });

  plainTest('a full disk is told as such, and what was there before is still there', async () => {
    const storage = await openTab(`full-${++names}`);
    await storage.write(game, null, 'strict');
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value) {
      const request = put.call(this, value);
      // What a browser does when the room runs out: it ends the transaction with this error.
      const transaction = this.transaction as unknown as { _abort(name: string): void };
      request.addEventListener('success', () => transaction._abort('QuotaExceededError'));
      return request;
    });
    expect(await storage.write({ ...game, draft: null }, 1, 'strict')).toMatchObject({
      ok: false,
      code: 'storage/full',
    });
    vi.restoreAllMocks();
    expect(await storage.read('g1')).toMatchObject({ value: { revision: 1, draft: fixtureDecision } });
    expect(await storage.write({ ...game, draft: null }, 1, 'strict')).toEqual({ ok: true, value: 2 });
  });

  plainTest('any other failure is a value too', async () => {
    const storage = await openTab(`failed-${++names}`);
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('broken', 'UnknownError');
    });
    expect(await storage.write(game, null, 'strict')).toMatchObject({ ok: false, code: 'storage/failed' });
    expect(await storage.list()).toMatchObject({ ok: false, code: 'storage/failed' });
    expect(() => storage.writeLastWords('g1', [], fixtureDecision)).not.toThrow();
  });

  plainTest('a connection that the browser ended is opened again', async () => {
    const connections: IDBDatabase[] = [];
    const open = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((...given) => {
      const request = open(...given);
      request.addEventListener('success', () => connections.push(request.result));
      return request;
    });
    const storage = await openTab(`ended-${++names}`);
    await storage.write(game, null, 'strict');
    expect(connections).toHaveLength(1);
    forceCloseDatabase(connections[0] as never);
    expect(await storage.read('g1')).toMatchObject({ ok: true, value: { revision: 1 } });
    expect(connections).toHaveLength(2);
  });

  plainTest('a newer version of the app in another tab is given way to', async () => {
    const name = `newer-${++names}`;
    const storage = await openTab(name);
    await storage.write(game, null, 'strict');
    const newer = await openDB(name, 2);
    expect(await newer.get('games', 'g1')).toMatchObject({ revision: 1 });
    newer.close();
    expect(await storage.read('g1')).toMatchObject({ ok: false, code: 'storage/failed' });
  });

  plainTest.each<[string, unknown]>([
    ['has no IndexedDB', undefined],
    [
      'throws when it is opened',
      {
        open() {
          throw new DOMException('private', 'SecurityError');
        },
      },
    ],
    ['never answers', { open: () => new EventTarget() }],
  ])('a browser that %s: games are kept in memory, and it says so', async (_, browser) => {
    vi.stubGlobal('indexedDB', browser);
    const storage = await openTab(`none-${++names}`);
    expect(storage.persistence).toMatchObject({ ok: false, code: 'storage/unavailable' });
    expect(await storage.write(game, null, 'strict')).toEqual({ ok: true, value: 1 });
    expect(await storage.read('g1')).toMatchObject({ ok: true, value: { revision: 1 } });
  });
});
