import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from '../support/browser.ts';
import { misfitsOf } from '../support/screen-checks.ts';
import { thorough } from '../support/thorough.ts';

/** For the machine to write what is to be downloaded, milliseconds. */
const PATIENCE = 120_000;

test.runIf(thorough)(
  'a whole game by touch on a phone in the dark, through every screen',
  async ({ openDevice }) => {
    const device = await openDevice({
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      isMobile: true,
      hasTouch: true,
      colorScheme: 'dark',
      reducedMotion: 'reduce',
    });
    const page = await device.newPage();
    await page.goto('./');
    const problems: string[] = [];
    const look = async (screen: string) =>
      problems.push(...(await misfitsOf(page)).map((line) => `${screen}: ${line}`));
    const button = (name: string | RegExp) =>
      page.getByRole('button', { name, exact: typeof name === 'string' }).first();
    const link = (name: string) => page.getByRole('link', { name, exact: true }).first();
    const titled = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

    async function playQuarter(quarter: number): Promise<void> {
      await button('Play the quarter').tap();
      const check = page.getByRole('alertdialog');
      const results = page.getByText(`Results of quarter ${quarter} of 8`);
      await results.or(check).first().waitFor();
      if (await check.isVisible()) {
        await look('the check');
        await check.getByRole('button', { name: 'Play the quarter' }).tap();
      }
      await results.waitFor();
    }

    // Home and briefing.
    await look('home');
    await button('Play').tap();
    await titled(/You take over/);
    await button('Customer equity, estimated').tap();
    await page.getByRole('dialog', { name: 'Customer equity' }).waitFor();
    await look('a term');
    await page.getByRole('button', { name: 'Close' }).tap();
    await button('Show as table').tap();
    await button('Read point by point').tap();
    await look('briefing');
    await link('Go to the desk').tap();
    await titled('Quarter 1 of 8: your decision');

    // The desk: a finger on the slider and on + and −, cells, evidence, a hint, what is expected.
    await button('Next').tap();
    await button('Skip the guide').tap();
    const total = page.getByRole('textbox', { name: 'Acquisition, total' });
    const amount = async () => Number((await total.inputValue()).replace(/[^\d.]/g, ''));
    const before = await amount();
    await dragByTouch(page, page.getByRole('slider', { name: 'Acquisition, total' }), -60);
    const dragged = await amount();
    expect(dragged).toBeLessThan(before);
    await button('More for Acquisition, total').tap();
    expect(await amount()).toBeGreaterThan(dragged);
    await button('Undo').tap();
    await button('Ask me a question').tap();
    await page.getByRole('group').getByRole('radio', { name: 'Gold' }).tap();
    await page.getByRole('radio', { name: 'Lifetime value' }).check({ force: true });
    await look('desk');
    await page.getByRole('radio', { name: 'Cell by cell' }).check({ force: true });
    await button(/What Acquisition, Platinum has brought so far/).tap();
    await page.getByRole('dialog').waitFor();
    await look('evidence');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap();
    await look('desk, cell by cell');
    await button('Fit to budget').tap();
    await playQuarter(1);

    // Results: why, tables.
    await page.getByRole('region', { name: 'What you expected, and what came' }).waitFor();
    await button('Why? the number of new customers').tap();
    const answer = page.getByRole('dialog', { name: /^Why the number of new customers came to/ });
    await answer.getByRole('table').waitFor();
    await look('why');
    await answer.getByRole('button', { name: 'Close' }).tap();
    await button('Show as table').tap();
    await look('results');
    await link('Next quarter').tap();
    await playQuarter(2);

    // Customers: the page scrolls past the map by touch; zoom, select, a mark, the table, one history, the data.
    await link('Customers').tap();
    const map = page.getByRole('application', { name: 'Map of customers' });
    await map.waitFor();
    expect(await button('Play all quarters').count(), 'no motion was asked for').toBe(0);
    await button('Zoom in').tap();
    await button('Select what is in view').tap();
    expect(await selectedCount(page)).toBeGreaterThan(0);
    await page.getByLabel('Only those selected on the map').tap();
    await button(/^Customer C\d+: show the history/).tap();
    await page.getByRole('heading', { name: /^Customer C\d+: / }).waitFor();
    await button(/^Recency 5, frequency 5: /).tap();
    expect(await selectedCount(page)).toBeGreaterThan(100);
    await page.getByLabel('First group').selectOption('selection');
    await look('customers');
    const download = page.waitForEvent('download', { timeout: PATIENCE });
    await button('Download the data').tap();
    await download;

    // Another future, and back.
    await link('Futures').tap();
    await button('From quarter 2').tap();
    await titled('Quarter 2 of 8: your decision');
    await button('Clear').tap();
    await playQuarter(2);
    await link('Futures').tap();
    await page.getByText('Future B (this game)').first().waitFor();
    await look('futures');
    await page.getByRole('link', { name: 'Open Future A' }).tap();
    await titled('Quarter 3 of 8: your decision');

    for (let quarter = 3; quarter <= 8; quarter++) {
      if (quarter > 3) await link('Next quarter').tap();
      await playQuarter(quarter);
    }
    await link('Glossary').tap();
    await page
      .getByText(/Quarter 8: /)
      .first()
      .waitFor();
    await look('glossary');
    await page.goBack();
    await link('Open the debrief').tap();
    await page.getByTestId('firm-value').waitFor();
    await button('Show as table').tap();
    await look('debrief');
    await page
      .getByText(/points? of \d+|of \d+ points?/)
      .first()
      .waitFor();

    expect(problems).toEqual([]);
  },
  1_200_000,
);

/** Drags a control sideways with a finger, as a touch screen reports it. */
async function dragByTouch(page: Page, control: Locator, by: number): Promise<void> {
  const thumb = control.locator('xpath=..');
  await thumb.scrollIntoViewIfNeeded();
  const box = await thumb.boundingBox();
  if (!box) throw new Error('there is nothing to drag');
  const session = await page.context().newCDPSession(page);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [{ x: at, y }] });
  await touch('touchStart', x);
  for (let moved = 1; moved <= 6; moved++) await touch('touchMove', x + (by * moved) / 6);
  await touch('touchEnd');
  await session.detach();
}

async function selectedCount(page: Page): Promise<number> {
  const words = page.getByText(/^[\d,]+ customers selected$/);
  await words.waitFor();
  return Number((await words.innerText()).replace(/\D/g, ''));
}
