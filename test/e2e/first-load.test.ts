import { expect } from 'vitest';
import { frame } from '../../src/content/frame.ts';
import { expectNoAxeViolations, test } from '../support/browser.ts';
import { playQuarter, startGame } from './player.ts';

test('the built app opens from a sub-path without a fault', async ({ page }) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.title()).toContain('Clientele');
  await expectNoAxeViolations(page);
});

test('what the next screen is drawn with is there before it is asked for', async ({ page }) => {
  const loaded = () => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1) ?? '');
  expect(await page.evaluate(loaded)).not.toContainEqual(expect.stringMatching(/^(desk|results)-screen-.*\.js$/));
  await startGame(page);
  await page.waitForFunction(() =>
    ['results-screen-', 'line-drawing-', 'waterfall-drawing-'].every((part) =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes(`/${part}`)),
    ),
  );
  const asked: string[] = [];
  page.on('request', (request) => {
    if (['script', 'stylesheet'].includes(request.resourceType())) asked.push(request.url());
  });
  await playQuarter(page, 1);
  await page.locator('figure svg.recharts-surface').first().waitFor();
  expect(asked).toEqual([]);
});

test('a screen that could not be fetched ahead is never shown without its looks', async ({ page, faults }) => {
  faults.expect(/ERR_FAILED/);
  faults.expect(/Unable to preload CSS/);
  await page.route(/results-screen/, (route) => route.abort());
  const failed = page.waitForEvent('requestfailed');
  await startGame(page);
  await failed;
  await page.unroute(/results-screen/);
  await page.getByRole('button', { name: 'Play the quarter' }).click();
  const told = page.getByRole('heading', { level: 1, name: frame.crashTitle });
  const check = page.getByRole('alertdialog');
  await told.or(check).first().waitFor();
  if (await check.isVisible()) await check.getByRole('button', { name: 'Play the quarter' }).click();
  await told.waitFor();
  await page.getByRole('button', { name: frame.reload }).click();
  await page.getByText('Results of quarter 1 of 8').waitFor();
});
