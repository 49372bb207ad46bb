import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoAxeViolations, test } from '../support/browser.ts';
import { editSaves } from '../support/edit-saves.ts';
import { thorough } from '../support/thorough.ts';
import { atDesk, nextQuarter, playQuarter, preset, startGame } from './player.ts';

async function openApp(device: BrowserContext, address = './'): Promise<Page> {
  const page = await device.newPage();
  await page.goto(address);
  return page;
}

test.runIf(thorough)(
  'two tabs on one game: the tab that is behind is told, and can load the newer state',
  async ({ openDevice }) => {
    const device = await openDevice();
    const first = await openApp(device);
    await startGame(first);
    await playQuarter(first, 1);
    const second = await openApp(device, first.url());
    await second.getByText('Results of quarter 1 of 8').waitFor();
    await nextQuarter(second, 2);
    await nextQuarter(first, 2);
    await playQuarter(second, 2);

    await first.getByText('This game has moved on in another tab').waitFor();
    await expectNoAxeViolations(first);
    await first.getByRole('button', { name: 'Load the newer state' }).click();
    await first.getByText('Results of quarter 2 of 8').or(first.getByText('Quarter 3 of 8')).first().waitFor();
    await second.reload();
    await second.getByText('Results of quarter 2 of 8').waitFor();
  },
);

test('a damaged save is explained on the home page, and harms no other game', async ({ openDevice }) => {
  const device = await openDevice();
  const page = await openApp(device);
  await startGame(page);
  await playQuarter(page, 1);
  await page.getByText('Saved', { exact: true }).waitFor();
  await editSaves(page, ['log'], { nonsense: true });
  await page.goto('./#/');
  await page.reload();
  await page.getByText('A saved game is damaged').waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page.getByRole('link', { name: 'Go to the desk' }).first().waitFor();
});

test.runIf(thorough)('a save of another version of the model is explained, not played', async ({ openDevice }) => {
  const page = await openApp(await openDevice());
  await startGame(page);
  await playQuarter(page, 1);
  await page.getByText('Saved', { exact: true }).waitFor();
  await editSaves(page, ['log', 'engineVersion'], '0');
  const address = page.url();
  await page.goto('./#/');
  await page.reload();
  await page.getByText('A game from another version of the model').first().waitFor();
  await page.goto(address);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByText('A game from another version of the model').first().waitFor();
  // Not to be played on, but all there to be read.
  await page.getByRole('heading', { level: 1, name: 'A game to read' }).waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
  await expectNoAxeViolations(page);
});

test.runIf(thorough)('a save in which a decision was changed is found out by the replay', async ({ openDevice }) => {
  const page = await openApp(await openDevice());
  await startGame(page);
  await playQuarter(page, 1);
  await page.getByText('Saved', { exact: true }).waitFor();
  await editSaves(page, ['log', 'decisions', 0, 'service', 'gold'], 100);
  await page.reload();
  await page.getByText('A game that does not come out the same').first().waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
});

test('with full storage the game goes on and says that it is not saved', async ({ openDevice }) => {
  const device = await openDevice();
  await device.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function full(...parameters) {
      if ((globalThis as { storageIsFull?: boolean }).storageIsFull)
        throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, parameters);
    };
  });
  const page = await openApp(device);
  await startGame(page);
  await page.evaluate(() => {
    (globalThis as { storageIsFull?: boolean }).storageIsFull = true;
  });
  await playQuarter(page, 1);
  await page.getByText('No room left to save').first().waitFor();
  await expectNoAxeViolations(page);
  await nextQuarter(page, 2);
  await page.evaluate(() => {
    (globalThis as { storageIsFull?: boolean }).storageIsFull = false;
  });
  await preset(page, 'Even per customer');
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.reload();
  await atDesk(page, 2);
});

test('in a private window without storage the game plays and says that it is not kept', async ({ openDevice }) => {
  const device = await openDevice();
  await device.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  const page = await openApp(device);
  await page.getByText('This browser does not keep games').waitFor();
  await startGame(page);
  await playQuarter(page, 1);
  await nextQuarter(page, 2);
});

test('a wrong address ends in words and a way on', async ({ openDevice }) => {
  const page = await openApp(await openDevice(), './#/play/no-such-game/desk');
  await page.getByText('This game is not on this device').first().waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByRole('link').count()).toBeGreaterThan(0);
});
