import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { briefing } from '../../src/content/briefing.ts';
import { customers as customersTexts } from '../../src/content/customers.ts';
import { debrief } from '../../src/content/debrief.ts';
import { futures } from '../../src/content/futures.ts';
import type { Decision, RunLog } from '../../src/engine/index.ts';
import { test } from '../support/browser.ts';
import { clientele } from '../support/command-line.ts';
import { thorough } from '../support/thorough.ts';
import {
  briefingTables,
  customersTables,
  futuresTables,
  headFigures,
  type Played,
  planNames,
  quarterNames,
  resultOfGame,
  resultsTables,
  traceTable,
  whyNewcomers,
} from './expected-figures.ts';
import { drawn } from './look-at-screens.ts';
import {
  atDesk,
  buyInsight,
  giveUpDebrief,
  nextQuarter,
  playQuarter,
  preset,
  readFirmValue,
  startGame,
} from './player.ts';
import { readHeadFigures, readTables, type ScreenTable, showAllAsTables } from './read-screen.ts';

test('a newcomer plays eight quarters, reloads in the middle, and every figure on its screens (in short, on most of them) is the command line’s', async ({
  page,
}) => {
  await startGame(page);
  await buyInsight(page, 'Lifetime value');
  for (let quarter = 1; quarter <= 8; quarter++) {
    if (quarter === 2) await preset(page, 'Even per customer');
    if (quarter >= 2) await preset(page, 'Fit to budget');
    if (quarter === 4) {
      // The draft is not played yet: the reload must bring back the same quarter and the same amounts.
      const amounts = await amountsOf(page);
      expect(amounts.length).toBeGreaterThan(2);
      await page.getByText('Saved', { exact: true }).waitFor();
      await page.reload();
      await atDesk(page, 4);
      expect(await amountsOf(page)).toEqual(amounts);
    }
    await playQuarter(page, quarter);
    if (quarter === 2) {
      await page.reload();
      await page.getByText('Results of quarter 2 of 8').waitFor();
    }
    if (quarter < 8) await nextQuarter(page, quarter + 1);
  }
  // The debrief itself is read in its own test.
  const shown = await readFirmValue(page);
  await giveUpDebrief(page);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the run log' }).click(),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'clientele-'));
  const file = join(folder, 'run.clientele.json');
  await download.saveAs(file);
  const log = JSON.parse(readFileSync(file, 'utf8')) as RunLog;
  expect(log.decisions).toHaveLength(8);
  expect(clientele('replay', file).out).toContain('verified');

  const play = (decisions: string, ...more: readonly string[]) => {
    const { code, out } = clientele(
      ...['play', '--scenario', 'harbour', '--seed', log.seed, '--decisions', decisions, '--json', ...more],
    );
    expect(code).toBe(0);
    return JSON.parse(out) as Played & { rounds: { digest: string }[]; final: { firmValue: number } };
  };
  const played = play(file, '--customers', '--customer', '7', '--why', '2');
  expect(played.rounds.map(({ digest }) => digest)).toEqual(log.digests);
  expect(Math.round(played.final.firmValue / 100) * 100).toBe(shown);

  // How the game ended.
  await showAllAsTables(page);
  const ended = await readTables(page);
  const result = debrief['chapter.result'];
  expect(cellsOf(ended)[result]).toEqual(resultOfGame(played));
  expect(ended[result][0].names).toEqual(planNames(played));

  // The briefing.
  await page.getByRole('link', { name: 'Briefing', exact: true }).click();
  await page.getByText('Two years in three pictures').waitFor();
  await showAllAsTables(page);
  expect(cellsOf(await readTables(page))).toEqual({ [briefing.historyTitle]: briefingTables(played) });

  // The results of every quarter (in short, of two of them), and why one of them had so many newcomers.
  for (const quarter of thorough ? [1, 2, 3, 4, 5, 6, 7, 8] : [2, 8]) {
    await page.goto(page.url().replace(/\/[a-z]+(\/\d+)?$/, `/results/${quarter}`));
    await page.getByText(`Results of quarter ${quarter} of 8`).waitFor();
    await drawn(page);
    await showAllAsTables(page);
    expect(await readHeadFigures(page)).toEqual(headFigures(played, quarter - 1));
    const tables = await readTables(page);
    expect(cellsOf(tables)).toEqual(resultsTables(played, quarter - 1));
    expect(tables['The way so far'][0].names).toEqual(quarterNames(-8, quarter - 1));
    if (quarter === 2) {
      await page.getByRole('button', { name: 'Why? the number of new customers' }).click();
      const effects = page.getByRole('dialog').getByRole('table').locator('td:last-child');
      await effects.first().waitFor();
      expect(await effects.allInnerTexts()).toEqual(whyNewcomers(played));
      await page.keyboard.press('Escape');
    }
  }

  if (!thorough) return;

  // The customers.
  await page.getByRole('link', { name: 'Customers', exact: true }).click();
  await page.getByLabel('Customer number').fill('7');
  await page.getByLabel('Customer number').press('Enter');
  await page.getByRole('heading', { name: /^Customer C000007: / }).waitFor();
  await showAllAsTables(page);
  const base = customersTables(played);
  expect(cellsOf(await readTables(page))).toEqual({
    [customersTexts.traceTitle]: [traceTable(played)],
    [customersTexts.concentrationTitle]: [base.curves, base.unequal],
    [customersTexts.rfmTitle]: [base.fifths],
    [customersTexts.cohortTitle]: [base.cohorts],
    [customersTexts.compareTitle]: [base.groups],
  });

  // Two futures.
  await page.getByRole('link', { name: 'Futures', exact: true }).click();
  await page.getByRole('button', { name: 'From quarter 7' }).click();
  await atDesk(page, 7);
  await preset(page, 'Clear');
  await playQuarter(page, 7);
  await page.getByRole('link', { name: 'Futures', exact: true }).click();
  await page.getByRole('figure').waitFor();
  await showAllAsTables(page);
  const nothing = { platinum: 0, gold: 0, silver: 0, bronze: 0 };
  const instead: Decision[] = [
    ...log.decisions.slice(0, 6),
    { acquisition: nothing, retention: nothing, service: nothing, insight: 0 },
  ];
  writeFileSync(join(folder, 'instead.json'), JSON.stringify(instead));
  const other = play(join(folder, 'instead.json'));
  expect(cellsOf(await readTables(page))).toEqual({ [futures.compareTitle]: futuresTables([played, other], 1) });
});

/** The cells alone, as the expectations have them. */
function cellsOf(tables: Readonly<Record<string, readonly ScreenTable[]>>): Record<string, ScreenTable['cells'][]> {
  return Object.fromEntries(Object.entries(tables).map(([title, all]) => [title, all.map(({ cells }) => cells)]));
}

/** The amounts in all number fields of the desk. */
async function amountsOf(page: Page): Promise<string[]> {
  return page
    .locator('main input[inputmode], main input[type=text]')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
}
