import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from '../support/browser.ts';
import { focusFault } from '../support/screen-checks.ts';
import { screenReader } from '../support/screen-reader.ts';
import { thorough } from '../support/thorough.ts';

/** More stops than any screen has. */
const MOST_STOPS = 400;
/** For the machine to write what is to be downloaded, milliseconds. */
const PATIENCE = 120_000;

test('a game by keyboard alone, with the focus always to be seen, and heard by a screen reader (thoroughly: whole, and through every screen)', async ({
  openDevice,
}) => {
  // Without motion, so that where the focus went is in sight at once.
  const page = await (await openDevice({ reducedMotion: 'reduce' })).newPage();
  const reader = await screenReader(page);
  await page.goto('./');
  const faults = new Set<string>();
  const { keyboard } = page;

  /** Tabs until the focus is on a control, looking at every stop on the way. */
  async function tabTo(target: Locator, { back = false } = {}): Promise<void> {
    await target.first().waitFor();
    for (let presses = 0; presses < MOST_STOPS; presses++) {
      await keyboard.press(back ? 'Shift+Tab' : 'Tab');
      const fault = await focusFault(page);
      if (fault) faults.add(`${await page.locator('h1').innerText()}: ${fault}`);
      if (!(await isFocused(target.first()))) continue;
      const heard = await reader.focused();
      if (!heard.name || /^(generic|none|)$/.test(heard.role))
        faults.add(`'${target}' is heard as ${JSON.stringify(heard)}`);
      return;
    }
    throw new Error(`'${target}' cannot be reached with the Tab key`);
  }
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const link = (name: string) => page.getByRole('link', { name, exact: true });
  const press = async (target: Locator, options?: { back: boolean }) => {
    await tabTo(target, options);
    await keyboard.press('Enter');
  };
  /** Back to the top of the page, to the steps of the game. */
  const step = (name: string) => press(link(name), { back: true });
  const titled = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
  /** Waits until it is announced, after what was announced before. */
  let heardUpTo = 0;
  async function hear(words: RegExp): Promise<void> {
    const found = async () => (await reader.announced()).findIndex((line, at) => at >= heardUpTo && words.test(line));
    await expect.poll(found, { message: `${words} in ${await reader.announced()}`, timeout: 60_000 }).not.toBe(-1);
    heardUpTo = (await found()) + 1;
  }
  const focusIsOnTitle = () => page.waitForFunction(() => document.activeElement?.tagName === 'H1');

  async function playQuarter(quarter: number): Promise<void> {
    await press(button('Play the quarter'));
    const check = page.getByRole('alertdialog');
    const results = page.getByText(`Results of quarter ${quarter} of 8`);
    await results.or(check).first().waitFor();
    if (await check.isVisible()) await press(check.getByRole('button', { name: 'Play the quarter' }));
    await results.waitFor();
    await focusIsOnTitle();
    await hear(new RegExp(`^Playing quarter ${quarter}$`));
    await hear(new RegExp(`^Quarter ${quarter} is played\\.$`));
    // The result is the title, which has the focus.
    expect(await reader.focused()).toMatchObject({ role: 'heading', name: expect.stringMatching(/equity|customers/i) });
  }

  // Home and briefing.
  await titled(/Customers are not created equal/);
  await press(button('Play'));
  await titled(/You take over/);
  await press(button('Customer equity, estimated'));
  const definition = page.getByRole('dialog', { name: 'Customer equity' });
  await definition.waitFor();
  await keyboard.press('Escape');
  await definition.waitFor({ state: 'hidden' });
  expect(await isFocused(button('Customer equity, estimated'))).toBe(true);
  await press(button('Read point by point'));
  const points = page.getByRole('slider', { name: 'Read point by point' });
  await keyboard.press('End');
  expect(await points.getAttribute('aria-valuetext')).toMatch(/^Quarter −1, Revenue \$/);
  await keyboard.press('ArrowLeft');
  expect(await points.getAttribute('aria-valuetext')).toMatch(/^Quarter −2, /);
  await press(button('Show as table'));
  await page.getByRole('figure').getByRole('table').waitFor();
  await press(link('Go to the desk'));
  await titled('Quarter 1 of 8: your decision');
  await focusIsOnTitle();

  // The desk: the guide, amounts by arrows, pages and typing, the way back, cells, evidence, insight, hints, what is expected.
  await press(button('Next'));
  await press(button('Skip the guide'));
  const total = page.getByRole('textbox', { name: 'Acquisition, total' });
  await tabTo(total);
  await keyboard.press('Control+A');
  await keyboard.type('110,000');
  await keyboard.press('Enter');
  expect(await total.inputValue()).toBe('$110,000');
  expect(await reader.focused()).toMatchObject({ role: 'textbox', name: 'Acquisition, total', value: '$110,000' });
  await hear(/^\$[\d,]+ left of \$[\d,]+$/);
  await keyboard.press('ArrowUp');
  const stepped = numberOf(await total.inputValue());
  expect(stepped).toBeGreaterThan(110_000);
  await keyboard.press('PageUp');
  expect(numberOf(await total.inputValue()) - stepped).toBeGreaterThan(5 * (stepped - 110_000));
  await tabTo(page.getByRole('slider', { name: 'Acquisition, total' }));
  const before = await total.inputValue();
  await keyboard.press('ArrowLeft');
  expect(numberOf(await total.inputValue())).toBeLessThan(numberOf(before));
  await keyboard.press('Control+z');
  expect(await total.inputValue()).toBe(before);
  // Too much is announced, and playing leads to what is wrong.
  await tabTo(total, { back: true });
  await keyboard.press('Control+A');
  await keyboard.type('900,000');
  await keyboard.press('Enter');
  await hear(/^\$[\d,]+ over the budget of \$[\d,]+$/);
  await press(button('Play the quarter'));
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('You plan $9'));
  await press(button('Fit to budget').last());
  await hear(/^\$[\d,]+ left of \$[\d,]+$/);
  await tabTo(page.getByRole('radio', { name: 'Quick' }), { back: true });
  await keyboard.press('ArrowRight');
  await keyboard.press('Space');
  await press(button(/^.*What Acquisition, Platinum has brought so far/));
  await page.getByRole('dialog', { name: /Acquisition/ }).waitFor();
  await keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await isFocused(button(/What Acquisition, Platinum has brought so far/))).toBe(true);
  await tabTo(page.getByRole('radio', { name: 'Revenue' }));
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  expect(await page.getByRole('radio', { name: 'Lifetime value' }).isChecked()).toBe(true);
  await press(button('Ask me a question'));
  await page.getByText('Think', { exact: true }).waitFor();
  await tabTo(page.getByLabel('rise by more than 3%').or(page.getByRole('group').getByRole('radio').first()));
  await keyboard.press('Space');
  await tabTo(page.getByLabel('Why you decide like this'));
  await keyboard.type('Serve the best');
  await press(button('Fit to budget'), { back: true });
  await playQuarter(1);
  expect([...faults]).toEqual([]);
  if (!thorough) return;

  // Results: why, tables, reading a chart.
  const why = button('Why? the number of new customers');
  await press(why);
  const answer = page.getByRole('dialog', { name: /^Why the number of new customers came to/ });
  await answer.getByRole('table').waitFor();
  await tabTo(answer.getByRole('radio').first());
  await keyboard.press('ArrowDown');
  expect(await answer.getByRole('radio', { name: 'Leaving it as the quarter before' }).isChecked()).toBe(true);
  await keyboard.press('Escape');
  await answer.waitFor({ state: 'detached' });
  expect(await isFocused(why)).toBe(true);
  await press(button('Cash flow of the quarter'), { back: true });
  await page
    .getByRole('dialog', { name: 'Cash flow' })
    .getByText(/Quarter 1: \$/)
    .waitFor();
  await keyboard.press('Escape');
  await press(button('Show as table'));
  await press(page.locator('summary').filter({ hasText: 'All quarters' }));
  await press(button('Show decisions by tier'));
  await page.getByRole('row', { name: /Acquisition, Platinum/ }).waitFor();
  await press(link('Next quarter'));
  await titled('Quarter 2 of 8: your decision');
  await playQuarter(2);

  // Customers: the map, the table, one history, a group, two groups, the data.
  await step('Customers');
  const map = page.getByRole('application', { name: 'Map of customers' });
  await map.waitFor();
  await focusIsOnTitle();
  await tabTo(page.getByLabel('Across'));
  await keyboard.press('ArrowDown');
  await tabTo(map);
  for (const key of ['+', '+', 'ArrowRight', 'ArrowUp', 'Enter']) await keyboard.press(key);
  const near = await selectedCount(page);
  await keyboard.press('0');
  await keyboard.press('Enter');
  await expect.poll(() => selectedCount(page)).toBeGreaterThan(near);
  await keyboard.press('Escape');
  await page.getByText(/customers selected$/).waitFor({ state: 'detached' });
  await tabTo(page.getByLabel('Group by'));
  await keyboard.press('ArrowDown');
  await button(/^Platinum: [\d,]+ customers/).waitFor();
  await keyboard.press('ArrowUp');
  await press(button('Contacts, year'));
  await page.locator('th[aria-sort="descending"]', { hasText: 'Contacts, year' }).waitFor();
  // All lines of the table are one stop; the arrow keys go from line to line.
  const line = button(/^Customer C\d+: show the history/);
  await tabTo(line);
  const focusedLine = () => page.evaluate(() => Number(document.activeElement?.getAttribute('data-line') ?? -1));
  for (const [key, to] of [
    ['ArrowDown', 1],
    ['ArrowDown', 2],
    ['ArrowUp', 1],
    ['Home', 0],
  ] as const) {
    await keyboard.press(key);
    await expect.poll(focusedLine, { message: key }).toBe(to);
  }
  await keyboard.press('PageDown');
  await expect.poll(focusedLine).toBeGreaterThan(5);
  await keyboard.press('End');
  const customers = Number(await page.getByRole('table', { name: 'Customers' }).getAttribute('aria-rowcount')) - 1;
  await expect.poll(focusedLine).toBe(customers - 1);
  expect(await focusFault(page)).toBeNull();
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Customer C\d+: / }).waitFor();
  await tabTo(page.getByLabel('Customer number'));
  await keyboard.type('no such');
  await keyboard.press('Enter');
  await page.getByText('There is no customer with this number.').waitFor();
  await hear(/^There is no customer with this number\.$/);
  await keyboard.press('Control+A');
  await keyboard.type('7');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Customer C000007: / }).waitFor();
  await press(button(/^Recency 5, frequency 5: /));
  expect(await selectedCount(page)).toBeGreaterThan(100);
  await tabTo(page.getByLabel('First group'));
  await keyboard.press('ArrowUp');
  for (const table of [/^Transactions/, /^Customer panel/]) {
    await tabTo(page.getByRole('checkbox', { name: table }));
    await keyboard.press('Space');
  }
  await tabTo(page.getByRole('radio', { name: /^CSV/ }));
  await keyboard.press('ArrowDown');
  const download = page.waitForEvent('download', { timeout: PATIENCE });
  await press(button('Download the data'));
  expect((await download).suggestedFilename()).toMatch(/^harbour-[\w-]+-q2\.xlsx$/);
  await page.getByText(/ is ready: /).waitFor();

  // Another future from quarter 2, beside the first; and back to it.
  await step('Futures');
  await titled(/Other futures/);
  await press(button('From quarter 2'));
  await titled('Quarter 2 of 8: your decision');
  await press(button('Clear'));
  await playQuarter(2);
  await step('Futures');
  await page.getByText('Future B (this game)').first().waitFor();
  await tabTo(page.getByLabel('Figure'));
  await keyboard.press('ArrowDown');
  await press(page.getByRole('link', { name: 'Open Future A' }));
  await titled('Quarter 3 of 8: your decision');

  // The rest of the game, the glossary on the way, and the debrief.
  for (let quarter = 3; quarter <= 8; quarter++) {
    if (quarter > 3) {
      await press(link('Next quarter'));
      await titled(`Quarter ${quarter} of 8: your decision`);
    }
    await playQuarter(quarter);
  }
  await step('Glossary');
  await page
    .getByText(/Quarter 8: /)
    .first()
    .waitFor();
  await page.goBack();
  await page.getByText('Results of quarter 8 of 8').waitFor();
  await press(link('Open the debrief'));
  await page.getByTestId('firm-value').waitFor();
  await hear(/^The debrief is ready\.$/);
  // Once nothing more is being worked out, nothing moves.
  await page.getByRole('heading', { name: /mattered most$/ }).waitFor({ timeout: 300_000 });
  await hear(/^What your choices were worth can be read now\.$/);
  await page.locator('#debrief-luck').getByRole('button', { name: 'Cancel' }).press('Enter');
  await page.locator('#debrief-luck').getByText('Given up.').waitFor();
  await page.locator('h1').focus();
  await press(button('Show as table'));
  await press(
    page.getByRole('navigation', { name: 'Contents of the debrief' }).getByRole('button', { name: 'Report' }),
    {
      back: true,
    },
  );
  await tabTo(button('Download the run log'));
  const log = page.waitForEvent('download');
  await keyboard.press('Enter');
  expect((await log).suggestedFilename()).toMatch(/\.clientele\.json$/);
  await press(link('Results by quarter'));
  await page.getByText('Results of quarter 1 of 8').waitFor();

  expect([...faults]).toEqual([]);
}, 1_200_000);

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

async function selectedCount(page: Page): Promise<number> {
  const words = page.getByText(/^[\d,]+ customers selected$/);
  await words.waitFor();
  return numberOf(await words.innerText());
}

function numberOf(text: string): number {
  return Number(text.replace(/[^\d.]/g, ''));
}
