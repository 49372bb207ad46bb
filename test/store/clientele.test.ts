import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { LEVERS, TIERS } from '../../src/engine/index.ts';
import { createMemoryStorage } from '../../src/storage/memory-storage.ts';
import { problem } from '../../src/storage/storage-result.ts';
import { decisionSpending } from '../../src/store/selectors/desk.ts';
import { closeTabs, openTab, playWholeGame, startedTab } from '../support/clientele-tab.ts';
import { fakeCatalogue } from '../support/fake-engine.ts';
import { fixtureScenario } from '../support/fixture-reports.ts';

afterEach(closeTabs);

describe('a game', () => {
  test('starts on a generated seed, with a draft that can be played as it is', async () => {
    const { tab, id, game } = await startedTab();
    expect(id).toMatch(/^[2-9a-z_]{12}$/);
    expect(game().seed).toMatch(/^[a-z]+-\d{4}$/);
    expect(game()).toMatchObject({ status: 'deciding', rounds: 8, refusals: [], saving: 'saved', budget: 26_500_000 });
    expect(game().history).toHaveLength(2);
    expect(decisionSpending(game().draft, fixtureScenario.insightPrices)).toBeLessThanOrEqual(26_500_000);
    expect(tab.store.getState().savedGames).toMatchObject([{ id, roundsPlayed: 0, rounds: 8, problem: null }]);
    expect(tab.store.getState().notices).toEqual([]);
  });

  test('plays to its score; every draft offered is one that the rules take', async () => {
    const { tab, id, game } = await startedTab({ seed: ' birch-1000 ' });
    const statuses: string[] = [];
    tab.store.subscribe(({ game: now }) => {
      if (now && now.status !== statuses.at(-1)) statuses.push(now.status);
    });
    for (let round = 0; round < 8; round++) {
      expect(game().refusals).toEqual([]);
      expect(await tab.commands.submitRound()).toBe(true);
      expect(game().reports).toHaveLength(round + 1);
      expect(game().digests).toHaveLength(round + 1);
    }
    expect(statuses.slice(-4)).toEqual(['deciding', 'running', 'scoring', 'scored']);
    expect(game()).toMatchObject({ seed: 'birch-1000', status: 'scored', saving: 'saved' });
    expect(game().score?.benchmarks.length).toBeGreaterThan(0);
    expect(await tab.commands.submitRound()).toBe(false);
    expect(tab.store.getState().savedGames).toMatchObject([{ id, roundsPlayed: 8, problem: null }]);
  });

  test('the next draft is the last decision, scaled down only when the budget shrank', async () => {
    const { tab, game } = await startedTab();
    const first = game().draft;
    await tab.commands.submitRound();
    expect(game().budget).toBe(17_000_001);
    expect(decisionSpending(game().draft, fixtureScenario.insightPrices)).toBe(17_000_001);
    const second = game().draft;
    for (const lever of LEVERS)
      for (const tier of TIERS) expect(second[lever][tier]).toBeLessThanOrEqual(first[lever][tier]);
    await tab.commands.submitRound();
    expect(game().budget).toBe(28_000_000);
    expect(game().draft).toEqual(second);
    expect(game().undo).toEqual([]);
  });

  test('with refusals nothing is sent; they stand beside the draft as soon as it is edited', async () => {
    const { tab, game } = await startedTab();
    tab.commands.setCell('retention', 'gold', -1);
    expect(game().refusals).toMatchObject([{ code: 'decision/negative', lever: 'retention', tier: 'gold' }]);
    const sent = tab.worker().received.length;
    expect(await tab.commands.submitRound()).toBe(false);
    expect(tab.worker().received).toHaveLength(sent);
    expect(game()).toMatchObject({ status: 'deciding', refusals: [{ code: 'decision/negative' }] });
    tab.commands.setCell('retention', 'gold', 99_000_000);
    expect(game().refusals).toMatchObject([{ code: 'decision/over-budget' }]);
    tab.commands.applyPreset('scaleToBudget');
    expect(game().refusals).toEqual([]);
    expect(await tab.commands.submitRound()).toBe(true);
  });

  test('edits do nothing while a round runs', async () => {
    const { tab, game } = await startedTab();
    const draft = game().draft;
    let tries = 0;
    tab.store.subscribe(({ game: now }) => {
      if (now?.status !== 'running') return;
      tries++;
      tab.commands.setCell('retention', 'gold', 1);
      tab.commands.undoDraft();
    });
    await tab.commands.submitRound();
    expect(tries).toBeGreaterThan(1);
    expect(game().reports[0].decision).toEqual(draft);
  });

  test('a double press plays one round', async () => {
    const { tab, game } = await startedTab();
    const results = await Promise.all([tab.commands.submitRound(), tab.commands.submitRound()]);
    expect(results).toEqual([true, false]);
    expect(game()).toMatchObject({ status: 'deciding', reports: [{ round: 0 }] });
  });

  test('a drag is one step of undo; a new cell, an end or an undo begins another', async () => {
    const { tab, game } = await startedTab();
    const start = game().draft;
    for (const cents of [10, 20, 30]) tab.commands.setCell('service', 'gold', cents, 'service/gold');
    for (const cents of [1, 2]) tab.commands.setCell('service', 'silver', cents, 'service/silver');
    tab.commands.endGesture();
    for (const cents of [3, 4]) tab.commands.setCell('service', 'silver', cents, 'service/silver');
    expect(game().undo).toHaveLength(3);
    tab.commands.undoDraft();
    expect(game().draft.service).toMatchObject({ gold: 30, silver: 2 });
    tab.commands.setCell('service', 'silver', 9, 'service/silver');
    expect(game().undo).toHaveLength(3);
    for (let i = 0; i < 5; i++) tab.commands.undoDraft();
    expect(game().draft).toEqual(start);
    tab.commands.redoDraft();
    expect(game().draft.service.gold).toBe(30);
    tab.commands.setInsight(1);
    tab.commands.redoDraft();
    expect(game().draft).toMatchObject({ insight: 1, service: { gold: 30 } });
    tab.commands.setLever('retention', { platinum: 4, gold: 3, silver: 2, bronze: 1 });
    tab.commands.editDraft((draft) => ({ ...draft, insight: 0 }));
    expect(game().draft).toMatchObject({ insight: 0, retention: { platinum: 4, bronze: 1 } });
  });
});

describe('a game left and taken up again', () => {
  test('is at the same round with the same draft, in a new tab', async () => {
    const { tab, id, game, device } = await startedTab();
    await tab.commands.submitRound();
    tab.commands.setCell('service', 'bronze', 1234);
    expect(game().saving).toBe('saving');
    await vi.waitFor(() => expect(game().saving).toBe('saved'));
    const left = game();
    const next = openTab({ device });
    expect(await next.commands.continueGame(id)).toBe(true);
    const { reports, digests, draft, budget, seed, status } = left;
    expect(next.store.getState().game).toMatchObject({ id, reports, digests, draft, budget, seed, status });
    expect(await next.commands.submitRound()).toBe(true);
  });

  test('keeps an edit made in the very moment the tab was closed', async () => {
    const { tab, id, device } = await startedTab({}, { autosaveDelay: 60_000 });
    tab.commands.setCell('service', 'bronze', 4321);
    tab.clientele.saveBeforeLeaving();
    // The page is gone: its queue never runs again.
    tab.kill();
    const next = openTab({ device });
    await next.commands.continueGame(id);
    expect(next.store.getState().game?.draft.service.bronze).toBe(4321);
  });

  test('keeps an edit made while the one before was being written, and the tab closed', async () => {
    let release = () => {};
    const { tab, id, device } = await startedTab({}, { autosaveDelay: 0 });
    tab.onNextWrite(() => {
      // The write of the first edit is on its way, and will arrive.
      tab.commands.setCell('service', 'bronze', 2);
      tab.clientele.saveBeforeLeaving();
      tab.kill();
      setTimeout(release, 20);
    });
    const gone = new Promise<void>((resolve) => {
      release = resolve;
    });
    tab.commands.setCell('service', 'bronze', 1);
    await gone;
    const next = openTab({ device });
    await next.commands.continueGame(id);
    expect(next.store.getState().game?.draft.service.bronze).toBe(2);
  });

  test('a finished one is scored again', async () => {
    const { tab, id, device } = await startedTab();
    await playWholeGame(tab);
    const next = openTab({ device });
    expect(await next.commands.continueGame(id)).toBe(true);
    expect(next.store.getState().game).toMatchObject({ status: 'scored', score: { index: expect.any(Number) } });
  });

  test('closing saves and leaves; what is not there is said', async () => {
    const { tab, id } = await startedTab({}, { autosaveDelay: 60_000 });
    tab.commands.setCell('service', 'bronze', 77);
    await tab.commands.closeGame();
    expect(tab.store.getState().game).toBeNull();
    await tab.commands.continueGame(id);
    expect(tab.store.getState().game?.draft.service.bronze).toBe(77);
    expect(await tab.commands.continueGame('nowhere')).toBe(false);
    expect(tab.notices()).toEqual(['save/not-found']);
  });

  test('one that does not replay to its digests is not opened, not lost, and can be exported', async () => {
    const { tab, id, device } = await startedTab();
    await tab.commands.submitRound();
    const next = openTab({ device, faults: { otherDigests: true } });
    expect(await next.commands.continueGame(id)).toBe(false);
    expect(next.store.getState().game).toBeNull();
    expect(next.notices()).toEqual(['save/does-not-replay']);
    expect(next.store.getState().savedGames).toMatchObject([{ id, problem: 'save/does-not-replay' }]);
    expect(JSON.parse((await next.commands.exportGame(id))?.text ?? '')).toMatchObject({ decisions: [{}] });
  });

  test('one of another model or scenario is listed with the reason and not opened', async () => {
    const { id, device } = await startedTab();
    const other = openTab({ device, catalogue: fakeCatalogue('fake-2') });
    await other.commands.loadSavedGames();
    expect(other.store.getState().savedGames).toMatchObject([{ id, problem: 'save/other-engine-version' }]);
    expect(await other.commands.continueGame(id)).toBe(false);
    expect(other.notices()).toEqual(['save/other-engine-version']);
    expect(await other.commands.readGame(id)).toMatchObject({
      problem: 'save/other-engine-version',
      engineVersion: 'fake-1',
      engineVersionHere: 'fake-2',
      decisions: [],
    });
    const same = openTab({ device });
    expect(await same.commands.readGame(id)).toBeNull();
    expect(await same.commands.readGame('nowhere')).toBeNull();
    const gone = openTab({ device, catalogue: fakeCatalogue('fake-1', []) });
    expect(await gone.commands.continueGame(id)).toBe(false);
    expect(gone.notices()).toEqual(['save/unknown-scenario']);
  });
});

describe('when the worker fails', () => {
  test.each(['crashOn', 'failOn'] as const)(
    'during a round (%s): the draft is intact, and the next press replays first',
    async (way) => {
      const { tab, game, faults } = await startedTab();
      await tab.commands.submitRound();
      tab.commands.setCell('service', 'gold', 5);
      const { draft } = game();
      faults[way] = 'playRound';
      expect(await tab.commands.submitRound()).toBe(false);
      expect(game()).toMatchObject({ status: 'deciding', draft, reports: [{ round: 0 }] });
      expect(tab.notices()).toEqual(['worker/failed']);
      delete faults[way];
      expect(await tab.commands.submitRound()).toBe(true);
      expect(tab.worker().received.slice(-2)).toMatchObject([
        { kind: 'openGame', log: { decisions: [{}] } },
        { kind: 'playRound' },
      ]);
      expect(game().reports).toHaveLength(2);
    },
  );

  test('and dies once during a round, with or without a word: it is replayed and the round played, politely', async () => {
    for (const way of ['crashOn', 'hangOn'] as const) {
      const { tab, game, faults } = await startedTab({ seed: 'maple-4821' });
      await tab.commands.submitRound();
      const { draft } = game();
      Object.assign(faults, { [way]: 'playRound', once: true });
      const first = tab.worker();
      expect(await tab.commands.submitRound()).toBe(true);
      expect(first.isTerminated()).toBe(true);
      const asked = tab.worker().received.map(({ kind }) => kind);
      expect(asked.filter((kind) => kind !== 'ping')).toEqual(['openGame', 'playRound']);
      expect(game()).toMatchObject({ status: 'deciding', reports: [{}, { round: 1, decision: draft }] });
      expect(tab.notices()).toEqual(['worker/restarted']);
    }
  });

  test('while nothing is under way: the next round replays first, without a word', async () => {
    const { tab, game } = await startedTab();
    tab.worker().crash('tab put to sleep');
    expect(await tab.commands.submitRound()).toBe(true);
    expect(game().reports).toHaveLength(1);
    expect(tab.notices()).toEqual([]);
  });

  test('while opening or scoring: no game half open, a finished one scored on request', async () => {
    const { tab, id, game, faults, device } = await startedTab();
    faults.crashOn = 'scoreGame';
    await playWholeGame(tab);
    expect(game()).toMatchObject({ status: 'finished', score: null });
    delete faults.crashOn;
    await tab.commands.scoreGame();
    expect(game().status).toBe('scored');
    const next = openTab({ device, faults: { crashOn: 'openGame' } });
    expect(await next.commands.continueGame(id)).toBe(false);
    expect(next.store.getState().game).toBeNull();
    expect(next.notices()).toEqual(['worker/failed']);
  });
});

describe('cancel', () => {
  test('gives up opening, a round, and scoring', async () => {
    const { tab, id, game, faults } = await startedTab();
    faults.waitOn = 'playRound';
    const { draft } = game();
    const round = tab.commands.submitRound();
    await vi.waitFor(() => expect(tab.worker().received.at(-1)?.kind).toBe('playRound'));
    tab.commands.cancel();
    expect(await round).toBe(false);
    expect(game()).toMatchObject({ status: 'deciding', draft, reports: [] });
    faults.waitOn = 'scoreGame';
    const all = playWholeGame(tab);
    await vi.waitFor(() => expect(tab.worker().received.at(-1)?.kind).toBe('scoreGame'));
    tab.commands.cancel();
    await all;
    expect(game().status).toBe('finished');
    await tab.commands.closeGame();
    faults.waitOn = 'openGame';
    const opening = tab.commands.continueGame(id);
    await vi.waitFor(() => expect(tab.store.getState().game?.status).toBe('opening'));
    await vi.waitFor(() => expect(tab.worker().received.at(-1)?.kind).toBe('openGame'));
    tab.commands.cancel();
    expect(await opening).toBe(false);
    expect(tab.store.getState().game).toBeNull();
    expect(tab.notices()).toEqual([]);
  });
});

describe('two tabs on one game', () => {
  test('the one that is behind is told, overwrites nothing, and can load the newer state', async () => {
    const { tab: a, id, game: gameA, device } = await startedTab();
    const b = openTab({ device });
    await b.commands.continueGame(id);
    await a.commands.submitRound();
    await vi.waitFor(() => expect(b.notices()).toEqual(['storage/changed-elsewhere']));
    b.commands.setCell('service', 'gold', 1);
    expect(await b.commands.submitRound()).toBe(false);
    expect(b.store.getState().game).toMatchObject({ behind: true, saving: 'not-saved', reports: [] });
    expect(await b.commands.continueGame(id)).toBe(true);
    expect(b.store.getState().game).toMatchObject({ behind: false, draft: gameA().draft, reports: [{ round: 0 }] });
    expect(b.notices()).toEqual([]);
    expect(await b.commands.submitRound()).toBe(true);
    expect(b.store.getState().game?.reports).toHaveLength(2);
  });

  test('without a channel between them, the later one finds out when it commits its round', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const { tab: a, id, device } = await startedTab();
    const b = openTab({ device });
    await b.commands.continueGame(id);
    await a.commands.submitRound();
    b.commands.setInsight(1);
    expect(await b.commands.submitRound()).toBe(false);
    expect(b.notices()).toEqual(['storage/changed-elsewhere']);
    expect(b.store.getState().game).toMatchObject({
      status: 'deciding',
      behind: true,
      reports: [],
      draft: { insight: 1 },
    });
    vi.unstubAllGlobals();
    await b.commands.continueGame(id);
    expect(b.store.getState().game).toMatchObject({ reports: [{ round: 0, decision: { insight: 0 } }] });
  });

  test('deleting it in one leaves the other behind, not writing it back', async () => {
    const { tab: a, id, device } = await startedTab();
    const b = openTab({ device });
    await b.commands.continueGame(id);
    await a.commands.deleteGame(id);
    expect(a.store.getState()).toMatchObject({ game: null, savedGames: [] });
    await vi.waitFor(() => expect(b.notices()).toEqual(['storage/gone']));
    expect(await b.commands.submitRound()).toBe(false);
    expect(b.notices()).toEqual(['storage/gone']);
    await a.commands.loadSavedGames();
    expect(a.store.getState().savedGames).toEqual([]);
  });
});

describe('storage that fails', () => {
  test('cleared by the browser in mid-game: the tab is told, keeps all of it, and can put it back', async () => {
    const { tab, id, game, device } = await startedTab();
    await tab.commands.submitRound();
    const database = await openDB(device);
    await database.clear('games');
    database.close();
    const { draft } = game();
    expect(await tab.commands.submitRound()).toBe(false);
    expect(tab.notices()).toEqual(['storage/gone']);
    expect(game()).toMatchObject({ status: 'deciding', behind: true, draft, reports: [{ round: 0 }] });
    await tab.commands.saveAgain();
    expect(tab.notices()).toEqual([]);
    expect(game()).toMatchObject({ behind: false, saving: 'saved' });
    expect(await tab.commands.submitRound()).toBe(true);
    const next = openTab({ device });
    expect(await next.commands.continueGame(id)).toBe(true);
    expect(next.store.getState().game?.digests).toEqual(game().digests);
  });

  test('a game that another tab has put back meanwhile is not written over', async () => {
    const { tab: a, id, device } = await startedTab();
    const b = openTab({ device });
    await b.commands.continueGame(id);
    const database = await openDB(device);
    await database.clear('games');
    database.close();
    for (const tab of [a, b]) {
      tab.commands.setInsight(1);
      expect(await tab.commands.submitRound()).toBe(false);
    }
    await a.commands.saveAgain();
    expect(await a.commands.submitRound()).toBe(true);
    await b.commands.saveAgain();
    expect(b.store.getState().game).toMatchObject({ behind: true, reports: [] });
    expect(await b.commands.submitRound()).toBe(false);
    expect(b.notices()).toContain('storage/changed-elsewhere');
    expect(await b.commands.continueGame(id)).toBe(true);
    expect(b.store.getState().game?.reports).toHaveLength(1);
  });

  test('the browser is asked to keep it once there is a decision to lose, never before', async () => {
    const askToLast = vi.fn(async () => true);
    const { tab } = await startedTab({}, { askToLast });
    tab.commands.setInsight(1);
    expect(askToLast).not.toHaveBeenCalled();
    await tab.commands.submitRound();
    expect(askToLast).toHaveBeenCalledTimes(1);
    await tab.commands.submitRound();
    expect(askToLast).toHaveBeenCalledTimes(1);
  });

  test('a clock that goes backwards loses nothing', async () => {
    let clock = Date.parse('2026-11-22T12:00:00Z');
    const now = () => {
      clock -= 3_600_000;
      return new Date(clock);
    };
    const { tab, id, game, device } = await startedTab({}, { now, autosaveDelay: 60_000 });
    for (let round = 0; round < 3; round++) expect(await tab.commands.submitRound()).toBe(true);
    tab.commands.setCell('service', 'bronze', 99);
    tab.clientele.saveBeforeLeaving();
    tab.kill();
    const { digests } = game();
    const next = openTab({ device, now });
    expect(await next.commands.continueGame(id)).toBe(true);
    expect(next.store.getState().game).toMatchObject({ digests, draft: { service: { bronze: 99 } } });
    expect(await next.commands.submitRound()).toBe(true);
    expect(next.notices()).toEqual([]);
  });

  test('none at all: a notice, and the game plays to its end and can be exported', async () => {
    const storage = createMemoryStorage(problem('storage/unavailable'));
    const { tab, id, game } = await startedTab({}, { openStorage: async () => storage });
    expect(tab.notices()).toEqual(['storage/unavailable']);
    expect(game().saving).toBe('not-saved');
    await playWholeGame(tab);
    expect(game().status).toBe('scored');
    expect((await tab.commands.exportGame(id))?.text).toContain('"digests"');
  });

  test('full: the round is played all the same, and saved as soon as there is room', async () => {
    const memory = createMemoryStorage();
    let full = false;
    const storage = {
      ...memory,
      persistence: { ok: true } as const,
      write: ((...given) =>
        full ? Promise.resolve(problem('storage/full')) : memory.write(...given)) as typeof memory.write,
    };
    const { tab, id, game } = await startedTab({}, { openStorage: async () => storage });
    full = true;
    expect(await tab.commands.submitRound()).toBe(true);
    expect(game()).toMatchObject({ saving: 'not-saved', reports: [{ round: 0 }] });
    expect(tab.notices()).toEqual(['storage/full']);
    full = false;
    tab.commands.setCell('service', 'gold', 1);
    await vi.waitFor(() => expect(game().saving).toBe('saved'));
    expect(tab.notices()).toEqual([]);
    expect(await memory.read(id)).toMatchObject({
      value: { log: { decisions: [{}] }, draft: { service: { gold: 1 } } },
    });
  });
});

describe('files', () => {
  test('an exported game comes back as another one that replays', async () => {
    const { tab, id, game } = await startedTab({ seed: 'maple-4821' });
    await tab.commands.submitRound();
    const file = await tab.commands.exportGame(id);
    expect(file?.fileName).toBe('harbour-maple-4821.clientele.json');
    const copy = await tab.commands.importGame(file?.text ?? '');
    expect(copy).not.toBe(id);
    const { reports, digests } = game();
    expect(await tab.commands.continueGame(copy ?? '')).toBe(true);
    expect(tab.store.getState().game).toMatchObject({ id: copy, reports, digests });
    expect(tab.store.getState().savedGames).toHaveLength(2);
  });

  test('what is no game, or not one of this model, is refused with its reason and leaves no trace', async () => {
    const { tab, id } = await startedTab();
    const { text } = (await tab.commands.exportGame(id)) ?? { text: '' };
    expect(await tab.commands.importGame('hello')).toBeNull();
    expect(await tab.commands.importGame(text.replace('fake-1', 'fake-0'))).toBeNull();
    expect(await tab.commands.importGame(text.replace('"rounds": 8', '"rounds": "8"'))).toBeNull();
    expect(tab.notices()).toEqual(['file/not-a-run-log', 'save/other-engine-version', 'save/damaged']);
    expect(tab.store.getState().savedGames).toHaveLength(1);
    for (const { key } of tab.store.getState().notices) tab.commands.dismissNotice(key);
    expect(tab.notices()).toEqual([]);
  });
});
