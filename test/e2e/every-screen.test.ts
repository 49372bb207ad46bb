import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoAxeViolations, test } from '../support/browser.ts';
import { nextQuarter, playQuarter } from './player.ts';

/** Nothing may stick out sideways: reading must never need scrolling in two directions (WCAG 1.4.10). */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, screen } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    screen: document.documentElement.clientWidth,
  }));
  expect(content, 'width of the content').toBeLessThanOrEqual(screen);
}

for (const { name, width, height, colorScheme } of [
  { name: 'a phone in dark mode', width: 390, height: 844, colorScheme: 'dark' },
  { name: 'the narrowest screen', width: 320, height: 640, colorScheme: 'light' },
] as const) {
  test(`a quarter on ${name}: every screen fits and axe finds nothing`, async ({ openDevice }) => {
    const device = await openDevice({ viewport: { width, height }, colorScheme, hasTouch: true });
    const page = await device.newPage();
    await page.goto('./');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectNoSidewaysScroll(page);
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'Play', exact: true }).tap();
    await page.getByRole('link', { name: 'Go to the desk' }).first().waitFor();
    await expectNoSidewaysScroll(page);
    await expectNoAxeViolations(page);
    await page.getByRole('link', { name: 'Go to the desk' }).first().tap();
    await page.getByRole('button', { name: 'Play the quarter' }).waitFor();
    await expectNoSidewaysScroll(page);
    await expectNoAxeViolations(page);
    await page.getByRole('radio', { name: 'Cell by cell' }).check({ force: true });
    await expectNoSidewaysScroll(page);
    await expectNoAxeViolations(page);
    await playQuarter(page, 1);
    await expectNoSidewaysScroll(page);
    await expectNoAxeViolations(page);
    await nextQuarter(page, 2);
  });
}

test('a quarter by keyboard alone', async ({ page }) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await focusByTab(page, 'Play');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Go to the desk' }).first().waitFor();
  await focusByTab(page, 'Go to the desk');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Quarter 1 of 8: your decision' }).waitFor();
  // The focus is on the new screen's title: the next stops are on the desk itself.
  const slider = page.getByRole('slider').first();
  await slider.focus();
  const before = await slider.inputValue();
  await page.keyboard.press('ArrowRight');
  expect(Number(await slider.inputValue())).toBeGreaterThan(Number(before));
  await page.keyboard.press('Control+z');
  expect(await slider.inputValue()).toBe(before);
  await focusByTab(page, 'Play the quarter');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  const results = page.getByText('Results of quarter 1 of 8');
  await dialog.or(results).first().waitFor();
  if (await dialog.isVisible()) {
    await focusByTab(page, 'Play the quarter');
    await page.keyboard.press('Enter');
  }
  await results.waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
});

/** Tabs until the focus is on the control with this name. */
async function focusByTab(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    if (focused === name) return;
  }
  throw new Error(`'${name}' cannot be reached with the Tab key`);
}
