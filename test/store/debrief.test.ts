import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DebriefPool } from '../../src/worker/debrief-pool.ts';
import { closeTabs, playWholeGame, startedTab } from '../support/clientele-tab.ts';
import { fixtureChoices, fixtureLuck, fixtureRevelation } from '../support/fixture-debrief.ts';

afterEach(closeTabs);

describe('the parts of a debrief', () => {
  it('are not there before the last round', async () => {
    const { tab, game } = await startedTab();
    await tab.commands.submitRound();
    await Promise.all([tab.commands.revealGame(), tab.commands.valueChoices(), tab.commands.measureLuck()]);
    expect(game().debrief).toEqual({
      reveal: { kind: 'idle' },
      choices: { kind: 'idle' },
      cells: [],
      luck: { kind: 'idle' },
      futures: null,
    });
    expect(await tab.commands.playOtherwise(0, game().reports[0].decision)).toBeNull();
  });

  it('come when they are asked for, once, and stay while the game is open', async () => {
    const { tab, game } = await startedTab();
    await playWholeGame(tab);
    const seen: string[] = [];
    tab.store.subscribe(({ game: now }) => seen.push(now?.debrief.choices.kind ?? ''));
    await Promise.all([tab.commands.revealGame(), tab.commands.revealGame()]);
    await tab.commands.valueChoices();
    await tab.commands.measureLuck();
    const { reveal, choices, luck, futures } = game().debrief;
    expect(reveal).toEqual({ kind: 'ready', value: fixtureRevelation });
    expect(choices).toEqual({ kind: 'ready', value: fixtureChoices });
    expect(luck).toEqual({ kind: 'ready', value: fixtureLuck });
    expect(futures).toBe(fixtureLuck.futures);
    expect(new Set(seen)).toEqual(new Set(['idle', 'waiting', 'working', 'ready']));
    await tab.commands.revealGame();
    expect(game().debrief.reveal).toBe(reveal);
  });

  it('may be asked for while the game is still being scored, and come after that; leaving gives them up', async () => {
    const { tab, id, game, faults } = await startedTab();
    faults.waitOn = 'scoreGame';
    const played = playWholeGame(tab);
    await vi.waitFor(() => expect(game().status).toBe('scoring'));
    const asked = Promise.all([tab.commands.valueChoices(), tab.commands.revealGame()]);
    await settled();
    // The result first: the workers for the rest would take the cores from it.
    const waiting = { kind: 'waiting' };
    expect(game()).toMatchObject({ status: 'scoring', debrief: { reveal: waiting, choices: waiting } });
    tab.commands.cancel();
    await Promise.all([played, asked]);
    const ready = { kind: 'ready' };
    expect(game()).toMatchObject({ status: 'finished', debrief: { reveal: ready, choices: ready } });

    delete faults.waitOn;
    await tab.commands.closeGame();
    await tab.commands.continueGame(id);
    await vi.waitFor(() => expect(game().status).toBe('scored'));
    faults.waitOn = 'revealGame';
    const again = tab.commands.revealGame();
    await settled();
    await tab.commands.closeGame();
    await again;
    expect(tab.store.getState().game).toBeNull();
    expect(tab.notices()).toEqual([]);
  });

  it('begin with the reveal, whichever was asked for first', async () => {
    const { tab, game } = await startedTab();
    await playWholeGame(tab);
    const ready: string[] = [];
    tab.store.subscribe(({ game: now }) => {
      for (const part of ['reveal', 'choices'] as const) {
        if (now?.debrief[part].kind === 'ready' && !ready.includes(part)) ready.push(part);
      }
    });
    await Promise.all([tab.commands.valueChoices(), tab.commands.revealGame()]);
    expect(game().debrief.choices.kind).toBe('ready');
    expect(ready).toEqual(['reveal', 'choices']);
  });

  it('can be tried again after a failure, which leaves a notice', async () => {
    const { tab, game, faults } = await startedTab();
    await playWholeGame(tab);
    faults.failOn = 'revealGame';
    await tab.commands.revealGame();
    expect(game().debrief.reveal).toEqual({ kind: 'stopped', why: 'failed' });
    expect(tab.notices()).toEqual(['worker/failed']);
    delete faults.failOn;
    await tab.commands.revealGame();
    expect(game().debrief.reveal.kind).toBe('ready');
  });

  it('come again after the worker died', async () => {
    const { tab, game } = await startedTab();
    await playWholeGame(tab);
    tab.worker().crash('planted crash');
    const other = await tab.commands.playOtherwise(2, game().reports[1].decision);
    expect(other).toMatchObject({ kind: 'played', counterfactual: { round: 2 } });
  });

  it('are given up one by one: what waits does not disturb what is under way, and comes after it', async () => {
    const { pool, answer, asked } = patientPool();
    const { tab, game } = await startedTab({}, { debriefPool: pool });
    await playWholeGame(tab);
    const parts = () => [game().debrief.choices.kind, game().debrief.luck.kind];
    const all = Promise.all([tab.commands.valueChoices(), tab.commands.measureLuck()]);
    await settled();
    expect(parts()).toEqual(['working', 'waiting']);
    tab.commands.cancelDebrief('luck');
    expect(parts()).toEqual(['working', 'stopped']);
    expect(game().debrief.luck).toEqual({ kind: 'stopped', why: 'cancelled' });
    // Asked for again before its turn: it runs once.
    const again = tab.commands.measureLuck();
    expect(parts()).toEqual(['working', 'waiting']);
    tab.commands.cancelDebrief('choices');
    await settled();
    expect(parts()).toEqual(['stopped', 'working']);
    answer();
    await Promise.all([all, again]);
    expect(parts()).toEqual(['stopped', 'ready']);
    expect(asked).toEqual(['choices', 'luck']);
    const choices = tab.commands.valueChoices();
    await settled();
    answer();
    await choices;
    expect(parts()).toEqual(['ready', 'ready']);
    expect(tab.notices()).toEqual([]);
  });

  it('are not asked for any more when the game has been left while they waited', async () => {
    const { pool, asked } = patientPool();
    const { tab, id, game } = await startedTab({}, { debriefPool: pool });
    await playWholeGame(tab);
    const all = Promise.all([tab.commands.valueChoices(), tab.commands.measureLuck()]);
    await settled();
    await tab.commands.closeGame();
    await all;
    expect(asked).toEqual(['choices']);
    await tab.commands.continueGame(id);
    await vi.waitFor(() => expect(game().status).toBe('scored'));
    expect([game().debrief.choices.kind, game().debrief.luck.kind]).toEqual(['idle', 'idle']);
  });
});

/** Lets everything that waits for nothing but its turn go on. */
const settled = () => new Promise((settle) => setTimeout(settle, 0));

/** A pool that answers when it is told to, or cancels. */
function patientPool() {
  const asked: string[] = [];
  let finish: ((kind: 'ok' | 'cancelled') => void) | null = null;
  const work = async <T>(name: string, value: T) => {
    asked.push(name);
    const kind = await new Promise<'ok' | 'cancelled'>((settle) => {
      finish = settle;
    });
    return kind === 'ok' ? { kind, value } : { kind };
  };
  const pool: DebriefPool = {
    async prepare() {},
    valueChoices: () => work('choices', fixtureChoices),
    measureLuck: () => work('luck', fixtureLuck),
    cancel: () => finish?.('cancelled'),
    dispose: () => finish?.('cancelled'),
  };
  return { pool, asked, answer: () => finish?.('ok') };
}
