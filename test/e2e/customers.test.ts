import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from '../support/browser.ts';
import { FIELD_OF_TYPE, readCsvStrictly, readWorkbook } from '../support/read-export.ts';
import { thorough } from '../support/thorough.ts';
import { nextQuarter, playQuarter, startGame } from './player.ts';

/** For the machine to write what is to be downloaded, milliseconds. */
const PATIENCE = 120_000;

async function openCustomers(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Customers', exact: true }).click();
  await page.getByRole('application', { name: 'Map of customers' }).waitFor();
}

async function selectedCount(page: Page): Promise<number> {
  const words = page.getByText(/^[\d,]+ customers selected$/);
  await words.waitFor();
  return Number((await words.innerText()).replace(/\D/g, ''));
}

test.runIf(thorough)(
  'the customers by mouse: select on the map, find and sort in the table, one history, another quarter',
  async ({ page }) => {
    await startGame(page);
    await playQuarter(page, 1);
    await nextQuarter(page, 2);
    await openCustomers(page);

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
  },
);

test.runIf(thorough)(
  'the data to take away, read back: CSV and a workbook, every column of the type that the data dictionary names',
  async ({ page }) => {
    await startGame(page);
    await playQuarter(page, 1);
    await nextQuarter(page, 2);
    await openCustomers(page);
    const csv = await downloadData(page, /^harbour-[\w-]+-q1\.zip$/);
    expect(Object.keys(csv)).toEqual(['transactions.csv', 'panel.csv', 'snapshot.csv', 'firm.csv', 'dictionary.csv']);
    const tables = Object.fromEntries(
      Object.entries(csv).map(([name, bytes]) => [name.replace('.csv', ''), readCsvStrictly(strFromU8(bytes))]),
    );
    const named = tables.dictionary.rows.map(([table, column, type]) => ({ table, column, type }));
    for (const [name, { head, rows }] of Object.entries(tables)) {
      if (name === 'dictionary') continue;
      const own = named.filter(({ table }) => table === name);
      expect(own.map(({ column }) => column)).toEqual(head);
      expect(rows.length, name).toBeGreaterThan(8);
      for (const [at, { column, type }] of own.entries()) {
        const isOfType = FIELD_OF_TYPE[type];
        const wrong = rows.find((row) => row[at] !== '' && !isOfType.test(row[at]));
        expect(wrong?.[at], `${name}.${column}, ${type}`).toBeUndefined();
        expect(
          rows.some((row) => row[at] !== ''),
          `${name}.${column} has values`,
        ).toBe(true);
      }
    }

    const column = (table: string, name: string) =>
      tables[table].rows.map((row) => row[tables[table].head.indexOf(name)]);
    const quarters = column('transactions', 'quarter');
    const cents = column('transactions', 'revenue')
      .filter((_, row) => quarters[row] === '1')
      .reduce((sum, revenue) => sum + Math.round(Number(revenue) * 100), 0);
    expect(cents).toBe(Math.round(Number(column('firm', 'revenue').at(-1)) * 100));
    expect(column('firm', 'quarter_start').at(-1)).toBe('2026-01-01');

    // The workbook, without the two long tables: the same cells, and numbers and dates that a spreadsheet takes as such.
    for (const table of [/^Transactions/, /^Customer panel/])
      await page.getByRole('checkbox', { name: table }).uncheck();
    await page.getByRole('radio', { name: /^Excel workbook/ }).check();
    const parts = await downloadData(page, /^harbour-[\w-]+-q1\.xlsx$/);
    const small = Object.entries(parts).filter(([name, bytes]) => /\.(xml|rels)$/.test(name) && bytes.length < 200_000);
    expect(small.length).toBeGreaterThan(5);
    const broken = await page.evaluate(
      (texts) =>
        texts.filter((text) => new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror')),
      small.map(([, bytes]) => strFromU8(bytes)),
    );
    expect(broken).toEqual([]);
    const sheets = readWorkbook(parts);
    expect(Object.keys(sheets)).toEqual(['snapshot', 'firm', 'dictionary']);
    for (const [name, { head, rows }] of Object.entries(sheets)) {
      expect(head).toEqual(tables[name].head);
      expect(rows).toHaveLength(tables[name].rows.length);
      for (const [at, title] of head.entries()) {
        const type = named.find(({ table, column: one }) => table === name && one === title)?.type ?? 'text';
        const kind = type === 'text' || type === 'date' ? type : 'number';
        const differs = rows.findIndex((row, index) => {
          const cell = row[at];
          const field = tables[name].rows[index][at];
          if (cell === null) return field !== '';
          const same = kind === 'number' ? Number(cell.value) === Number(field) : cell.value === field;
          return cell.kind !== kind || !same;
        });
        expect(differs, `${name}.${title}, ${type}`).toBe(-1);
      }
    }
  },
);

/** Presses the button, and gives the parts of the archive that comes. */
async function downloadData(page: Page, name: RegExp): Promise<Record<string, Uint8Array>> {
  const download = page.waitForEvent('download', { timeout: PATIENCE });
  await page.getByRole('button', { name: 'Download the data' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(name);
  await page.getByText(`${file.suggestedFilename()} is ready`).waitFor();
  return unzipSync(await readFile(await file.path()));
}
