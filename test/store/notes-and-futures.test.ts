import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { closeTabs, openTab, startedTab } from '../support/clientele-tab.ts';

afterEach(closeTabs);

describe('notes beside a decision', () => {
  test('are kept round by round, and come back with the game', async () => {
    const device = 'notes';
    const { tab, id, game } = await startedTab({}, { device });
    tab.commands.setPrediction({ equity: 'rises' });
    tab.commands.setPrediction({ loser: 'gold' });
    tab.commands.setReason('  first\nround ');
    await tab.commands.submitRound();
    await tab.commands.submitRound();
    tab.commands.setReason('third');
    expect(game().notes).toEqual({
      predictions: [{ equity: 'rises', loser: 'gold' }],
      reasons: [' first round ', '', 'third'],
    });
    await tab.commands.closeGame();
    const again = openTab({ device });
    expect(await again.commands.continueGame(id)).toBe(true);
    expect(again.store.getState().game?.notes.reasons).toEqual([' first round ', '', 'third']);
    expect(again.store.getState().game?.notes.predictions).toEqual([{ equity: 'rises', loser: 'gold' }]);
  });
});

describe('other futures', () => {
  test('a branch is a game of its own up to the round, with its decision as draft; the parent stays', async () => {
    const { tab, id, game } = await startedTab();
    tab.commands.setReason('one');
    await tab.commands.submitRound();
    tab.commands.setReason('two');
    await tab.commands.submitRound();
    await tab.commands.submitRound();
    const parent = game();
    const branchId = await tab.commands.branchGame(1);
    if (!branchId) throw new Error('no branch');
    expect(game()).toBe(parent);
    expect(await tab.commands.continueGame(branchId)).toBe(true);
    expect(tab.store.getState().game).toMatchObject({
      id: branchId,
      seed: parent.seed,
      branch: { parent: id, round: 1 },
      digests: parent.digests.slice(0, 1),
      draft: parent.reports[1].decision,
      notes: { reasons: ['one'] },
    });
    expect(tab.store.getState().savedGames.find((saved) => saved.id === branchId)?.branch).toEqual({
      parent: id,
      round: 1,
    });
    await tab.commands.submitRound();
    const futures = await tab.commands.compareFutures();
    expect(futures?.map(({ id: one, branchedAt, isOpen, path }) => [one, branchedAt, isOpen, path.length])).toEqual([
      [id, null, false, 3],
      [branchId, 1, true, 2],
    ]);
  });

  test('only games on the same luck are compared', async () => {
    const { tab, id } = await startedTab({ seed: 'same' });
    await tab.commands.submitRound();
    await tab.commands.startGame({ scenarioId: 'harbour', seed: 'other' });
    const again = await tab.commands.startGame({ scenarioId: 'harbour', seed: 'same' });
    const futures = await tab.commands.compareFutures();
    expect(futures?.map((future) => future.id).sort()).toEqual([id, again].sort());
  });

  test('a round that was not played cannot be branched off', async () => {
    const { tab } = await startedTab();
    expect(await tab.commands.branchGame(0)).toBeNull();
    expect(await tab.commands.branchGame(-1)).toBeNull();
  });

  test('why a round came out so is asked of the worker, also after it died', async () => {
    const { tab, game } = await startedTab();
    await tab.commands.submitRound();
    const first = await tab.commands.explainRound(0, 'nothing');
    expect(first?.choices.length).toBeGreaterThan(0);
    tab.worker().crash('gone');
    expect(await tab.commands.explainRound(0, 'nothing')).toEqual(first);
    tab.faults.failOn = 'explainRound';
    expect(await tab.commands.explainRound(0, 'as-before')).toBeNull();
    expect(tab.notices()).toContain('worker/failed');
    expect(game().status).toBe('deciding');
  });
});
