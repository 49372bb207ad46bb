import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoAxeViolations, test } from '../support/browser.ts';
import { nextQuarter, playQuarter, startGame } from './player.ts';

async function openCustomers(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Customers', exact: true }).click();
  await page.getByRole('application', { name: 'Map of customers' }).waitFor();
}

async function selectedCount(page: Page): Promise<number> {
  const words = page.getByText(/^[\d,]+ customers selected$/);
  await words.waitFor();
  return Number((await words.innerText()).replace(/\D/g, ''));
}

test('the customers by mouse: select on the map, find and sort in the table, one history, another quarter', async ({
  page,
}) => {
  await startGame(page);
  await playQuarter(page, 1);
  await nextQuarter(page, 2);
  await openCustomers(page);
  await expectNoAxeViolations(page);

  const map = page.getByRole('application', { name: 'Map of customers' });
  await map.scrollIntoViewIfNeeded();
  const box = await map.boundingBox();
  if (!box) throw new Error('the map is not there');
  await page.mouse.move(box.x + box.width / 2, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 4, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  const selected = await selectedCount(page);
  expect(selected).toBeGreaterThan(100);
  await page.getByLabel('Only those selected on the map').check();
  await page.getByText(`${selected.toLocaleString('en')} customers`, { exact: true }).waitFor();
  await page.getByLabel('First group').selectOption('selection');
  await page.getByRole('button', { name: 'Clear selection' }).click();

  const table = page.getByRole('table', { name: 'Customers' });
  expect(Number(await table.getAttribute('aria-rowcount'))).toBeGreaterThan(20_000);
  expect(await table.getByRole('row').count()).toBeLessThan(60);
  await page.getByRole('group', { name: 'Customers' }).evaluate((area) => area.scrollTo(0, 400_000));
  await table.locator('tr[aria-rowindex="10010"]').waitFor();
  await page.getByRole('button', { name: 'Contacts, year' }).click();
  await table.locator('th[aria-sort="descending"]', { hasText: 'Contacts, year' }).waitFor();
  await page.getByLabel('Group by').selectOption('tier');
  await page.getByRole('button', { name: /^Platinum: [\d,]+ customers/ }).waitFor();
  await page.getByLabel('Find by number').fill('c42');
  await page.getByRole('button', { name: 'Customer C000042: show the history' }).click();
  await page.getByRole('heading', { name: /^Customer C000042: / }).waitFor();

  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByText('Customers at the beginning of the game').waitFor();
  await page.getByRole('button', { name: 'Play all quarters' }).click();
  await page.getByText('Customers after quarter 1 of 8').waitFor();
  await page.getByRole('button', { name: 'Play all quarters' }).waitFor();
  await expectNoAxeViolations(page);
});

test('the customers by keyboard alone', async ({ page }) => {
  await startGame(page);
  await openCustomers(page);
  await page.getByRole('application', { name: 'Map of customers' }).focus();
  for (const key of ['+', '+', 'ArrowRight', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  const near = await selectedCount(page);
  await page.keyboard.press('0');
  await page.keyboard.press('Enter');
  await page.getByText(/customers selected$/).waitFor();
  expect(await selectedCount(page)).toBeGreaterThan(near);
  await page.keyboard.press('Escape');
  await page.getByText(/customers selected$/).waitFor({ state: 'detached' });
  await page.getByLabel('Customer number').focus();
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Customer C000007: / }).waitFor();
});

test('the customers on a phone in the dark, without motion', async ({ openDevice }) => {
  const device = await openDevice({
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  const page = await device.newPage();
  await page.goto('./');
  await startGame(page);
  await openCustomers(page);
  expect(await page.getByRole('button', { name: 'Play all quarters' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Zoom in' }).tap();
  await page.getByRole('button', { name: 'Select what is in view' }).tap();
  expect(await selectedCount(page)).toBeGreaterThan(0);
  const { content, screen } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    screen: document.documentElement.clientWidth,
  }));
  expect(content).toBeLessThanOrEqual(screen);
  await expectNoAxeViolations(page);
});

test('the data to take away: a zip of CSV files whose revenue is the firm’s', async ({ page }) => {
  await startGame(page);
  await playQuarter(page, 1);
  await nextQuarter(page, 2);
  await openCustomers(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the data' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^harbour-[\w-]+-q1\.zip$/);
  const parts = unzipSync(await readFile(await file.path()));
  expect(Object.keys(parts)).toEqual(['transactions.csv', 'panel.csv', 'snapshot.csv', 'firm.csv', 'dictionary.csv']);
  const rowsOf = (name: string) =>
    strFromU8(parts[name])
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
  const [head, ...orders] = rowsOf('transactions.csv');
  const cents = orders
    .filter((row) => row[head.indexOf('quarter')] === '1')
    .reduce((sum, row) => sum + Math.round(Number(row[head.indexOf('revenue')]) * 100), 0);
  const [firmHead, ...quarters] = rowsOf('firm.csv');
  const last = quarters[quarters.length - 1];
  expect(cents).toBe(Math.round(Number(last[firmHead.indexOf('revenue')]) * 100));
  expect(last[firmHead.indexOf('quarter_start')]).toBe('2026-01-01');
  await page.getByText(/^harbour-.* is ready/).waitFor();
});
