import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findingText } from '../../src/features/debrief/finding-text.ts';
import { formatsOf } from '../../src/ui/format.ts';
import type { DebriefReport } from '../../src/worker/debrief-report.ts';
import { expectNoAxeViolations, test } from '../support/browser.ts';
import { clientele } from '../support/command-line.ts';
import { thorough } from '../support/thorough.ts';
import { giveUpDebrief } from './player.ts';

const formats = formatsOf('en-US', 'USD');
/** Generous: a busy machine plays its hundred games slowly. */
const PATIENCE = 600_000;
const MOST_PAGES = 2;

test('the story of a game: told as the command line tells it (thoroughly: figure by figure), read by keyboard, on paper, on a phone in the dark', {
  timeout: 2 * PATIENCE,
}, async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-debrief-'));
  const log = join(folder, 'story.json');
  const game = [
    '--scenario',
    'harbour',
    '--seed',
    'the story',
    '--policy',
    'customer-centric',
    '--save',
    log,
    '--json',
  ];
  const { firmValue } = (JSON.parse(clientele('play', ...game).out) as { final: { firmValue: number } }).final;
  await page.locator('input[type="file"]').setInputFiles(log);
  await page.getByTestId('firm-value').waitFor({ timeout: PATIENCE });
  expect(await page.getByTestId('firm-value').innerText()).toBe(formats.money(firmValue));
  // A hundred games each for the page and for the command line.
  if (thorough) await expectEveryFigure(page, log);
  else await giveUpDebrief(page);
  await page.getByRole('heading', { name: /customers you will remember$/ }).waitFor();

  await expectNoAxeViolations(page);
  await readByKeyboard(page);
  await savePicture(page);
  expect(await pagesOnPaper(page, 'A4')).toBeLessThanOrEqual(MOST_PAGES);
  expect(await pagesOnPaper(page, 'Letter')).toBeLessThanOrEqual(MOST_PAGES);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
  await expectNoAxeViolations(page);
});

/** All that the page says, as the command line works it out. */
async function expectEveryFigure(page: Page, log: string): Promise<void> {
  const report = JSON.parse(clientele('debrief', log, '--json').out) as DebriefReport;
  const { totals } = report.reveal;
  await page.getByRole('heading', { name: /mattered most$/ }).waitFor({ timeout: PATIENCE });
  // The luck is checked elsewhere; here it is given up, and can be asked for again.
  const luck = page.getByRole('region', { name: 'Luck', exact: true });
  await luck.getByRole('button', { name: 'Cancel' }).click();
  await luck.getByText('Given up.').waitFor();
  await luck.getByRole('button', { name: 'Try again' }).waitFor();

  // Every figure is the report's.
  expect(await page.getByTestId('firm-value').innerText()).toBe(formats.money(report.result.firmValue));
  const shown = (await page.getByRole('main').innerText()).replace(/\s+/g, ' ');
  const folded = (await page.getByRole('main').evaluate((main) => main.textContent)) ?? '';
  for (const finding of report.findings) {
    if (finding.names?.policy) continue;
    expect(folded, finding.id).toContain(findingText(finding, formats));
  }
  for (const figure of [totals.gone, totals.belowZero.customers, totals.onFile]) {
    expect(shown).toContain(formats.count(figure));
  }
  for (const equity of [totals.estimatedEquity, totals.trueEquity])
    expect(shown).toContain(formats.moneyCompact(equity));
  for (const { value } of report.choices.mattered) expect(shown).toContain(formats.moneyChange(value));
  for (const { received } of report.reveal.stories) expect(shown).toContain(formats.money(received));
  const grid = page.getByRole('figure').filter({ hasText: 'earned more than they cost' });
  await grid.getByRole('button', { name: 'Show as table' }).click();
  const earned = await grid.locator('tbody tr td:nth-of-type(3)').allInnerTexts();
  expect(earned).toEqual(report.choices.cells.map(({ value }) => formats.money(value)));
  await grid.getByRole('button', { name: 'Show as chart' }).click();
}

/** From the contents to a chapter, a decision changed, an arrow of the model opened and closed: no mouse. */
async function readByKeyboard(page: Page): Promise<void> {
  const contents = page.getByRole('navigation', { name: 'Contents of the debrief' });
  await contents.getByRole('button', { name: 'What if?' }).focus();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('5What if?');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => (document.activeElement as HTMLSelectElement).value)).toBe('1');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await page
    .getByText(/Acquisition for Gold in quarter 2: \$0 instead of .* The firm would have been worth/)
    .waitFor({ timeout: PATIENCE });
  const arrow = page.getByRole('button', { name: /^Retention money to Risk of leaving: / }).first();
  await arrow.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Retention money → Risk of leaving' });
  await dialog.getByText('Equation').waitFor();
  // Keys go where the focus is, which moves into the dialog after that is drawn.
  await page.waitForFunction(() => document.activeElement?.closest('[role="dialog"]') != null);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await arrow.evaluate((button) => button === document.activeElement)).toBe(true);
}

/** A chart as a picture: a PNG with the chart's colours in it. */
async function savePicture(page: Page): Promise<void> {
  const figure = page.getByRole('figure').filter({ hasText: 'Who was truly in each tier' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('button', { name: 'Picture' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('true-classes.png');
  const bytes = readFileSync(await download.path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  const colors = await page.evaluate(async (encoded) => {
    const image = new Image();
    image.src = `data:image/png;base64,${encoded}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    const seen = new Set<string>();
    for (let at = 0; at < data.length; at += 4) seen.add(`${data[at]} ${data[at + 1]} ${data[at + 2]}`);
    return [...seen];
  }, bytes.toString('base64'));
  // Champions and Butterflies in light colours, as the design tokens have them.
  expect(colors).toEqual(expect.arrayContaining(['29 78 137', '224 170 62']));
}

async function pagesOnPaper(page: Page, format: 'A4' | 'Letter'): Promise<number> {
  const pdf = (await page.pdf({ format })).toString('latin1');
  return [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
}
