import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoAxeViolations, test } from '../support/browser.ts';
import { atDesk, nextQuarter, playQuarter, preset, startGame } from './player.ts';

/** Nothing may stick out sideways (WCAG 1.4.10). */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content, 'width of the content').toBeLessThanOrEqual(screen);
}

test('what was expected stands beside what came, also after a reload', async ({ page }) => {
  await startGame(page);
  await page.getByLabel('rise by 1 to 3%').check();
  await page.getByRole('radio', { name: 'Gold' }).check();
  await page.getByLabel('Why you decide like this').fill('Serve the best, win the rest');
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.reload();
  await atDesk(page, 1);
  expect(await page.getByLabel('rise by 1 to 3%').isChecked()).toBe(true);
  expect(await page.getByLabel('Why you decide like this').inputValue()).toBe('Serve the best, win the rest');
  await playQuarter(page, 1);
  const part = page.getByRole('region', { name: 'What you expected, and what came' });
  await part.getByText('Serve the best, win the rest').waitFor();
  await part.getByText(/of 3 for what you expected/).waitFor();
  await nextQuarter(page, 2);
  expect(await page.getByLabel('rise by 1 to 3%').isChecked()).toBe(false);
});

test('why: the choices are ranked by what they did, and sum to what all of them did', async ({ page }) => {
  await startGame(page);
  await playQuarter(page, 1);
  const button = page.getByRole('button', { name: 'Why? the number of new customers' });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Why the number of new customers came to/ });
  const table = dialog.getByRole('table');
  await table.waitFor();
  await expectNoAxeViolations(page);
  const effects = (await table.locator('tbody td:last-child').allInnerTexts()).map(numberOf);
  expect(effects.length).toBeGreaterThan(3);
  expect(effects.reduce((sum, effect) => sum + effect, 0)).toBe(
    numberOf(await table.locator('tfoot td:last-child').innerText()),
  );
  const single = effects.slice(0, -1).map(Math.abs);
  expect(single.slice(0, 4)).toEqual(single.slice(0, 4).toSorted((one, other) => other - one));

  // The first draft repeats the quarter before, so nothing is left to withdraw.
  await dialog.getByRole('radio', { name: 'Leaving it as the quarter before' }).check();
  await dialog.getByText('there is nothing to withdraw').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
});

function numberOf(text: string): number {
  return Number(text.replace('−', '-').replace(/[^\d.-]/g, ''));
}

test('a chart is read point by point with the arrow keys', async ({ page }) => {
  await startGame(page);
  await playQuarter(page, 1);
  const figure = page.getByRole('figure').filter({ hasText: 'Since you came' });
  await figure.getByRole('button', { name: 'Read point by point' }).press('Enter');
  const reader = figure.getByRole('slider', { name: 'Read point by point' });
  await reader.press('End');
  expect(await reader.getAttribute('aria-valuetext')).toMatch(/^Quarter 1, Estimated firm value \$/);
  await reader.press('ArrowLeft');
  expect(await reader.getAttribute('aria-valuetext')).toMatch(/^Quarter −1, /);
  await expectNoAxeViolations(page);
});

test('terms are worked out with the firm’s own figures, in place and in the glossary', async ({ page }) => {
  await startGame(page);
  await playQuarter(page, 1);
  await page.getByRole('button', { name: 'Cash flow of the quarter' }).click();
  await page
    .getByRole('dialog', { name: 'Cash flow' })
    .getByText(/Quarter 1: \$/)
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Glossary' }).click();
  await page
    .getByText(/Quarter 1: /)
    .first()
    .waitFor();
  expect(await page.getByText(/Quarter 1: /).count()).toBeGreaterThan(20);
  await expectNoAxeViolations(page);
});

test('the guide leads through the first quarter, can be skipped, and does not come again', async ({ page }) => {
  await startGame(page);
  const guide = page.getByRole('complementary', { name: 'First steps' });
  await guide.getByText('Step 1 of 5').waitFor();
  await guide.getByRole('button', { name: 'Next' }).click();
  await guide.getByText('Step 2 of 5').waitFor();
  await guide.getByRole('button', { name: 'Skip the guide' }).click();
  await guide.waitFor({ state: 'detached' });
  await page.reload();
  await atDesk(page, 1);
  expect(await guide.count()).toBe(0);
  await page.getByRole('button', { name: 'Ask me a question' }).click();
  await page.getByText('Think', { exact: true }).waitFor();
  expect(await page.getByText('One way to do it').count()).toBe(0);
});

for (const { name, width, height, colorScheme } of [
  { name: 'on a phone in dark mode', width: 390, height: 844, colorScheme: 'dark' },
  { name: 'on the narrowest screen', width: 320, height: 640, colorScheme: 'light' },
] as const) {
  test(`rewind: another future is a game of its own, beside the first, ${name}`, async ({ openDevice }) => {
    const page = await (await openDevice({ viewport: { width, height }, colorScheme, hasTouch: true })).newPage();
    await page.goto('./');
    await startGame(page);
    await expectNoSidewaysScroll(page);
    await playQuarter(page, 1);
    await nextQuarter(page, 2);
    await playQuarter(page, 2);
    await page.getByRole('button', { name: /^Why\? customer equity/ }).tap();
    await page.getByRole('dialog').getByRole('table').waitFor();
    await expectNoSidewaysScroll(page);
    await expectNoAxeViolations(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap();
    await page.getByRole('button', { name: 'Choose otherwise from this quarter' }).tap();
    await atDesk(page, 2);
    await preset(page, 'Clear');
    await playQuarter(page, 2);
    await page.getByRole('link', { name: 'Futures', exact: true }).tap();
    await page.getByText('Future B (this game)').first().waitFor();
    await page.getByRole('figure').getByRole('button', { name: 'Show as table' }).tap();
    const row = page.getByRole('figure').getByRole('row', { name: /^1 / });
    const [same, too] = await row.getByRole('cell').allInnerTexts();
    expect(same).toBe(too);
    const [first, second] = await page
      .getByRole('figure')
      .getByRole('row', { name: /^2 / })
      .getByRole('cell')
      .allInnerTexts();
    expect(first).not.toBe(second);
    await expectNoSidewaysScroll(page);
    await expectNoAxeViolations(page);
    await page.getByRole('link', { name: 'Open Future A' }).tap();
    await page.getByText('Quarter 3 of 8').first().waitFor();
  });
}
