import { expect } from 'vitest';
import { test } from '../support/browser.ts';
import { finishedGameFile } from '../support/run-log-text.ts';
import { singleFileAddress } from '../support/single-file.ts';
import { thorough } from '../support/thorough.ts';
import { atDesk, nextQuarter, playQuarter, startGame } from './player.ts';

test.runIf(thorough)(
  'the single file plays from a disk, keeps its games, and asks nobody for anything',
  async ({ openDevice }) => {
    const address = singleFileAddress();
    const device = await openDevice();
    device.setDefaultTimeout(120_000);
    const asked: string[] = [];
    device.on('request', (request) => asked.push(request.url().replace(/^((data|blob):).*$/s, '$1')));
    const page = await device.newPage();
    await page.goto(address);
    await startGame(page);
    await playQuarter(page, 1);
    await nextQuarter(page, 2);
    await playQuarter(page, 2);
    await nextQuarter(page, 3);
    await page.reload();
    await atDesk(page, 3);

    await page.getByRole('link', { name: 'Clientele, home' }).click();
    await page.locator('input[type="file"]').setInputFiles(finishedGameFile('from a disk'));
    await page.getByTestId('firm-value').waitFor({ timeout: 120_000 });

    // The class's worker, and the workers that it starts.
    await page.goto(`${address}#/teach/set-up`);
    await page.getByRole('button', { name: 'Make the class' }).click();
    await page.getByRole('link', { name: 'Collect' }).click();
    await page.getByLabel('Students').fill('3');
    await page.getByRole('button', { name: 'Fill the class' }).click();
    await page.getByText('This is a rehearsal').waitFor();
    const others = asked.filter((url) => !['data:', 'blob:', address].includes(url.replace(/#.*/, '')));
    expect(others).toEqual([]);
    expect(asked).toContain('blob:');
  },
);
