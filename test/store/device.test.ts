import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { createKeptClasses } from '../../src/storage/kept-classes.ts';
import type { DevicePage } from '../../src/store/device.ts';
import { makeClass } from '../classroom/class-fixture.ts';
import { closeTabs, openTab, startedTab } from '../support/clientele-tab.ts';
import { memoryShelf } from '../support/memory-shelf.ts';

afterEach(closeTabs);

const CLASS_FILE = makeClass({ title: 'Marketing 1', isPaced: true });

let pages = 0;

function newPage(): DevicePage & { readonly unregistered: string[]; readonly cached: Set<string> } {
  const shelf = memoryShelf({ 'clientele-theme': 'dark', 'other-page': 'stays' });
  const unregistered: string[] = [];
  const cached = new Set(['clientele /game/ 1', 'other-app']);
  const scope = (address: string) => ({
    scope: address,
    unregister: async () => {
      unregistered.push(address);
      return true;
    },
  });
  return {
    folder: 'https://host.example/game/',
    indexedDB,
    shelves: [shelf],
    shelf,
    caches: {
      keys: async () => [...cached],
      delete: async (name: string) => cached.delete(name),
    } as unknown as CacheStorage,
    serviceWorker: {
      getRegistrations: async () =>
        [
          scope('https://host.example/game/'),
          scope('https://host.example/other/'),
        ] as unknown as ServiceWorkerRegistration[],
    },
    storage: null,
    patience: 300,
    unregistered,
    cached,
  };
}

async function tabWithPage() {
  pages++;
  const page = newPage();
  const started = await startedTab({ seed: `maple-${pages}` }, { device: `clientele-page-${pages}`, devicePage: page });
  return { ...started, page, all: await started.tab.commands.device() };
}

describe('everything of a device', () => {
  test('goes into one file and comes back on another device: games, notes, drafts, classes, preferences', async () => {
    const { tab, id, page, all } = await tabWithPage();
    tab.commands.setReason('because');
    await tab.commands.submitRound();
    tab.commands.setCell('service', 'gold', Number.NaN);
    await tab.commands.closeGame();
    createKeptClasses(page.shelf).keep({ file: CLASS_FILE, released: 2, keptAt: '2026-11-22T03:00:00.000Z' });
    expect(await all.survey()).toMatchObject({ games: 1, classes: 1 });
    const file = await all.exportEverything();
    if (!file.ok) throw new Error(file.code);
    expect(file.value.fileName).toMatch(/^clientele-\d{4}-\d\d-\d\d\.clientele-device\.json$/);
    expect(file.value.text).not.toContain('other-page');

    const other = newPage();
    other.shelf?.removeItem('clientele-theme');
    const next = openTab({ devicePage: other });
    const taken = await (await next.commands.device()).importEverything(`\uFEFF${file.value.text}`);
    expect(taken).toEqual({ ok: true, value: { games: 1, classes: 1, known: 0, refused: [] } });
    expect(other.shelf?.getItem('clientele-theme')).toBe('dark');
    expect(createKeptClasses(other.shelf).list()).toMatchObject([{ file: CLASS_FILE, released: 2 }]);
    expect(await next.commands.continueGame(id)).toBe(true);
    expect(next.store.getState().game).toMatchObject({
      digests: [expect.any(String)],
      notes: { reasons: ['because'] },
      draft: { service: { gold: Number.NaN } },
    });
  });

  test('brought back where it is: nothing is doubled, nothing written over', async () => {
    const { tab, id, all } = await tabWithPage();
    await tab.commands.submitRound();
    const early = await all.exportEverything();
    await tab.commands.submitRound();
    const late = await all.exportEverything();
    if (!early.ok || !late.ok) throw new Error('no file');
    expect(await all.importEverything(late.value.text)).toMatchObject({ value: { games: 0, known: 1 } });
    expect(await all.importEverything(early.value.text)).toMatchObject({ value: { games: 0, known: 1 } });
    // Another future under the same id, such as from another device: it comes beside the one that is here.
    const other = JSON.parse(early.value.text);
    other.games[0].log.digests[0] = 'ffffffffffffffff';
    expect(await all.importEverything(JSON.stringify(other))).toMatchObject({ value: { games: 1, known: 0 } });
    expect(tab.store.getState().savedGames).toHaveLength(2);
    expect(tab.store.getState().savedGames.find((saved) => saved.id === id)).toMatchObject({ roundsPlayed: 2 });
  });

  test('a game that cannot be read harms no other; a file that is none says why', async () => {
    const { tab, all } = await tabWithPage();
    const file = await all.exportEverything();
    if (!file.ok) throw new Error(file.code);
    const given = JSON.parse(file.value.text);
    const [saved] = given.games;
    given.games = [
      { ...saved, id: 'broken', log: { formatVersion: 1 } },
      { ...saved, id: 'newer', log: { formatVersion: 9 } },
      7,
      { ...saved, id: 'good' },
    ];
    expect(await all.importEverything(JSON.stringify(given))).toMatchObject({
      value: { games: 1, refused: ['save/damaged', 'save/newer-format', 'save/damaged'] },
    });
    expect(tab.store.getState().savedGames).toHaveLength(2);
    expect(await all.importEverything('hello')).toMatchObject({ code: 'file/not-a-device' });
    expect(await all.importEverything('{"format":"clientele/run"}')).toMatchObject({ code: 'file/not-a-device' });
    expect(await all.importEverything(JSON.stringify({ ...given, formatVersion: 2 }))).toMatchObject({
      code: 'save/newer-format',
    });
  });

  test('is deleted for good, in every tab; what belongs to other pages of the host stays', async () => {
    const { tab, id, page, device, all } = await tabWithPage();
    const other = openTab({ device });
    await other.commands.continueGame(id);
    await tab.commands.submitRound();
    expect(await all.eraseEverything()).toEqual([]);
    expect(tab.store.getState()).toMatchObject({ game: null, savedGames: [] });
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(device);
    expect([page.shelf?.getItem('clientele-theme'), page.shelf?.getItem('other-page')]).toEqual([null, 'stays']);
    expect([...page.cached]).toEqual(['other-app']);
    expect(page.unregistered).toEqual(['https://host.example/game/']);
    // The other tab is told, and writes nothing back by itself.
    expect(await other.commands.submitRound()).toBe(false);
    expect(other.notices()).toEqual(['storage/gone']);
    await tab.commands.loadSavedGames();
    expect(tab.store.getState().savedGames).toEqual([]);
    expect(await tab.commands.startGame({ scenarioId: 'harbour' })).not.toBeNull();
  });

  test('what the browser does not let go of is told', async () => {
    const { page } = await tabWithPage();
    const stuck = { ...page, caches: { keys: () => Promise.reject(new Error('no')) } as unknown as CacheStorage };
    const tabOfStuck = openTab({ devicePage: stuck });
    expect(await (await tabOfStuck.commands.device()).eraseEverything()).toEqual(['caches']);
  });
});
