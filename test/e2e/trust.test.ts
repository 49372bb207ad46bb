import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { expectNoAxeViolations, test } from '../support/browser.ts';
import { atDesk, nextQuarter, playQuarter, startGame } from './player.ts';

test('a worker that ends without a word, a fault nobody caught, and all data out, gone and back again', async ({
  openDevice,
  faults,
}) => {
  const device = await openDevice();
  await device.addInitScript(() => {
    const Real = Worker;
    const workers: Worker[] = [];
    Object.assign(globalThis, { workers });
    globalThis.Worker = class extends Real {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        workers.push(this);
      }
    };
  });
  const page = await device.newPage();
  await page.goto('./');
  await startGame(page);
  await playQuarter(page, 1);
  await nextQuarter(page, 2);

  await page.evaluate(() => (globalThis as unknown as { workers: Worker[] }).workers[0].terminate());
  await playQuarter(page, 2);
  await page.getByText('The calculation was started again').waitFor();
  expect(await page.evaluate(() => (globalThis as unknown as { workers: Worker[] }).workers.length)).toBe(2);

  faults.expect(/uncaught: planted/);
  await page.evaluate(() => {
    setTimeout(() => Promise.reject(new Error('planted')));
  });
  await page.getByText('Something went wrong in this page').waitFor();
  await expectNoAxeViolations(page);

  await page.goto('./#/teach/set-up');
  await page.getByRole('button', { name: 'Make the class' }).click();
  await page.getByRole('button', { name: 'Leave this class' }).waitFor();

  await page.goto('./#/device');
  await page.getByText('Games, with decisions, predictions and reasons: 1').waitFor();
  await expectNoAxeViolations(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save everything to a file' }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  await page.getByRole('button', { name: 'Delete my data' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete everything' }).click();
  await page.getByText('Everything was deleted').waitFor();
  const left = await page.evaluate(async () => [(await indexedDB.databases()).length, localStorage.length]);
  expect(left).toEqual([0, 0]);
  // Nor does the class that was open live on in the page.
  await page.goto('./#/teach');
  await page.getByRole('link', { name: 'Set up a class' }).waitFor();
  expect(await page.getByRole('button', { name: 'Leave this class' }).count()).toBe(0);
  await page.goto('./#/device');

  await page.getByLabel('File to bring back').setInputFiles({
    name: 'all.clientele-device.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await page.getByText('One game was added').waitFor();
  await page.getByRole('link', { name: 'Go to the home page' }).click();
  await page.getByRole('link', { name: /^Continue the game/ }).click();
  await atDesk(page, 3);
});
