import { firefox } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { atDesk, nextQuarter, playQuarter, startGame } from '../e2e/player.ts';
import { singleFileAddress } from '../support/single-file.ts';
import { thorough } from '../support/thorough.ts';

const { firefox: executablePath } = inject('browsers');

test.runIf(thorough && executablePath !== null)(
  'the single file plays from a disk in Firefox, and keeps its games',
  {
    timeout: 300_000,
  },
  async () => {
    const address = singleFileAddress();
    const browser = await firefox.launch({ channel: 'moz-firefox', executablePath: executablePath ?? '' });
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      page.setDefaultTimeout(120_000);
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(String(error)));
      await page.goto(address);
      await startGame(page);
      await playQuarter(page, 1);
      await nextQuarter(page, 2);
      await page.reload();
      await atDesk(page, 2);
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  },
);
