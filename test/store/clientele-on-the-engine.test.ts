import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { catalogue } from '../../src/scenarios/catalogue.ts';
import { decisionSpending } from '../../src/store/selectors/desk.ts';
import { createEngineService } from '../../src/worker/engine-service.ts';
import { closeTabs, openTab } from '../support/clientele-tab.ts';
import { createFakeWorker } from '../support/fake-worker.ts';

afterEach(closeTabs);

function engineWorker() {
  const waiting: ((reply: Parameters<Parameters<typeof createEngineService>[0]>[0]) => void)[] = [];
  const serve = createEngineService((reply) => waiting.at(-1)?.(reply));
  return createFakeWorker((request, reply) => {
    waiting.push(reply);
    void serve(request);
  });
}

test('on the real engine, a game left in the middle is taken up where it was, and plays on', async () => {
  const options = { device: 'real', catalogue: catalogue(), makeWorker: engineWorker };
  const first = openTab(options);
  const id = (await first.commands.startGame({ scenarioId: 'harbour', seed: 'maple-4821' })) ?? '';
  for (let round = 0; round < 3; round++) {
    first.commands.applyPreset(round % 2 === 0 ? 'evenPerCustomer' : 'scaleToBudget');
    expect(first.store.getState().game?.refusals).toEqual([]);
    expect(await first.commands.submitRound()).toBe(true);
  }
  first.commands.setInsight(1);
  first.clientele.saveBeforeLeaving();
  const left = first.store.getState().game;

  const second = openTab(options);
  expect(await second.commands.continueGame(id)).toBe(true);
  const game = () => second.store.getState().game;
  expect(game()).toMatchObject({
    digests: left?.digests,
    reports: left?.reports,
    draft: left?.draft,
    refusals: left?.refusals,
  });
  second.commands.applyPreset('scaleToBudget');
  const { draft, budget, scenario } = game() ?? {};
  expect(draft && decisionSpending(draft, scenario?.insightPrices ?? [])).toBe(budget);
  expect(await second.commands.submitRound()).toBe(true);
  expect(game()).toMatchObject({ status: 'deciding', saving: 'saved', digests: { length: 4 } });
  expect(second.notices()).toEqual([]);
});
