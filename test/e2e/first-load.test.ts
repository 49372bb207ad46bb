import { expect } from 'vitest';
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
