import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
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
    expect(new Set(seen)).toEqual(new Set(['idle', 'working', 'ready']));
    await tab.commands.revealGame();
    expect(game().debrief.reveal).toBe(reveal);
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
});
