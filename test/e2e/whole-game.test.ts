import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { RunLog } from '../../src/engine/index.ts';
import { expectNoAxeViolations, test } from '../support/browser.ts';
import { atDesk, buyInsight, nextQuarter, playQuarter, preset, readFirmValue, startGame } from './player.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The command line as a user types it, without npm around it. */
function clientele(...args: readonly string[]): { code: number; out: string } {
  const command = [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'src/cli/main.ts'), ...args];
  try {
    return {
      code: 0,
      out: execFileSync(process.execPath, command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
    };
  } catch (error) {
    const failed = error as { status: number; stdout: string };
    return { code: failed.status, out: failed.stdout };
  }
}

test('a newcomer plays eight quarters, reloads in the middle, and the command line agrees to the last bit', async ({
  page,
}) => {
  await expectNoAxeViolations(page);
  await startGame(page);
  await expectNoAxeViolations(page);
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
      await expectNoAxeViolations(page);
      await page.reload();
      await page.getByText('Results of quarter 2 of 8').waitFor();
    }
    if (quarter < 8) await nextQuarter(page, quarter + 1);
  }
  // The debrief itself is read in its own test.
  const shown = await readFirmValue(page);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the run log' }).click(),
  ]);
  const file = join(mkdtempSync(join(tmpdir(), 'clientele-')), 'run.clientele.json');
  await download.saveAs(file);
  const log = JSON.parse(readFileSync(file, 'utf8')) as RunLog;
  expect(log.decisions).toHaveLength(8);

  const played = clientele('play', '--scenario', 'harbour', '--seed', log.seed, '--decisions', file, '--json');
  expect(played.code).toBe(0);
  const result = JSON.parse(played.out) as { rounds: { digest: string }[]; final: { firmValue: number } };
  expect(result.rounds.map(({ digest }) => digest)).toEqual(log.digests);
  expect(Math.round(result.final.firmValue / 100) * 100).toBe(shown);

  expect(clientele('replay', file).out).toContain('verified');
});

/** The amounts in all number fields of the desk. */
async function amountsOf(page: import('playwright-core').Page): Promise<string[]> {
  return page
    .locator('main input[inputmode], main input[type=text]')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
}
