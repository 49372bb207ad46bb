import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { debrief as debriefTexts } from '../../src/content/debrief.ts';
import { runLogFileText } from '../../src/storage/run-log-file.ts';
import { goldenLogs } from '../engines/golden-logs.ts';
import { test } from '../support/browser.ts';
import { pseudoText, speakPseudo, unaccentedTexts } from '../support/pseudo-locale.ts';
import { misfitsOf } from '../support/screen-checks.ts';
import { thorough } from '../support/thorough.ts';
import { startTranslating, translatedTexts } from '../support/translate-page.ts';
import { settled, spaced } from './look-at-screens.ts';
import { giveUpDebrief } from './player.ts';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const PSEUDO: BrowserContextOptions = { viewport: DESKTOP, locale: 'en-US', reducedMotion: 'reduce' };

test.runIf(thorough)(
  'in a language that does not exist: every text comes from src/content, and a third more of it fits',
  async ({ openDevice }) => {
    // What a service worker fetches cannot be exchanged.
    const device = await openDevice(PSEUDO);
    await speakPseudo(device);
    const page = await device.newPage();
    page.setDefaultTimeout(120_000);
    const problems: string[] = [];
    const p = pseudoText;
    const button = (name: string) => page.getByRole('button', { name: p(name), exact: true }).first();
    const link = (name: string) => page.getByRole('link', { name: p(name), exact: true }).first();
    const go = async (hash: string) => {
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
    };

    async function look(screen: string): Promise<void> {
      await page.getByText(p('Drawing the chart …')).first().waitFor({ state: 'detached' });
      const note = (way: string, lines: readonly string[]) => {
        problems.push(...lines.map((line) => `${screen}, ${way}: ${line}`));
      };
      note('not from src/content', await unaccentedTexts(page));
      note('desktop', await misfitsOf(page));
      await page.setViewportSize(PHONE);
      await settled(page);
      note('phone', await misfitsOf(page));
      await page.setViewportSize(DESKTOP);
      await settled(page);
    }

    async function lookAtRehearsal(): Promise<void> {
      await go('#/teach/collect');
      await page.getByLabel(p('Students')).fill('6');
      await look('collect');
      await button('Fill the class').click();
      await page.getByTestId('collected').waitFor();
      await look('collected');
      for (const view of ['keys', 'standings', 'debrief', 'grades', 'note']) {
        await go(`#/teach/${view}`);
        await page.waitForFunction((name) => location.hash.endsWith(name), view);
        await page.locator('h1').waitFor();
        await settled(page);
        await look(`teach, ${view}`);
      }
    }

    // Class: set-up, keys, a rehearsal, standings, debrief, grades, note.
    await page.goto('./#/teach');
    await link('Set up a class').waitFor();
    await look('teach');
    await go('#/teach/set-up');
    await button('Make the class').waitFor();
    await look('set-up');
    await button('Make the class').click();
    const invitation = await page.getByTestId('join-link').inputValue();
    await look('class');
    await lookAtRehearsal();

    // A student: invitation, briefing, desk, results, customers, hand-in.
    await page.goto(`./${invitation.slice(invitation.indexOf('#'))}`);
    await page.getByLabel(p('What do you want to be called?')).fill('Ĵö');
    await look('invitation');
    await button('Join and read the briefing').click();
    await link('Go to the desk').waitFor();
    await look('briefing');
    await openAll(page);
    await look('briefing as tables');
    await link('Go to the desk').click();
    await button('Play the quarter').waitFor();
    await look('desk');
    await page.getByRole('radio', { name: p('Cell by cell') }).check({ force: true });
    await look('desk, cell by cell');
    await button('Clear').click();
    await button('Play the quarter').click();
    await page.getByRole('alertdialog').waitFor();
    await look('the check before the quarter');
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: p('Play the quarter') })
      .click();
    await page.waitForFunction(() => location.hash.includes('/results'));
    await page.getByRole('figure').first().waitFor();
    await look('results');
    await openAll(page);
    await look('results as tables');
    const game = /#\/play\/[^/]+/.exec(page.url())?.[0];
    await go(`${game}/customers`);
    await page.getByRole('application').waitFor();
    await page.getByLabel(p('Customer number')).fill('7');
    await page.getByLabel(p('Customer number')).press('Enter');
    await openAll(page);
    await look('customers');
    await go(`${game}/hand-in`);
    await page.waitForFunction(() => location.hash.endsWith('/hand-in'));
    await settled(page);
    await look('hand-in');

    // Home, glossary, and a finished game.
    await go('#/');
    await page.getByText(p('More options')).click();
    await look('home');
    await go('#/learn/glossary');
    await page.getByText(p('Recency, frequency, monetary value'), { exact: false }).first().waitFor();
    await look('glossary');
    await go('#/nowhere');
    await page.getByText(p('Nothing is here')).waitFor();
    await look('a wrong address');
    await go('#/');
    await page.getByText(p('More options')).click();
    await page
      .getByLabel(p('Open a game from a file'))
      .setInputFiles({ name: 'game.json', mimeType: 'application/json', buffer: Buffer.from(finishedGame()) });
    await page.getByTestId('firm-value').waitFor();
    await giveUpDebrief(page, p(debriefTexts.partCancel));
    await look('debrief');
    await openAll(page);
    await look('debrief as tables');

    expect(problems).toEqual([]);
  },
  600_000,
);

test.runIf(thorough)(
  'with wide spacing and in other notations: nothing is cut off, and numbers, money and dates are the reader’s',
  async ({ openDevice }) => {
    const problems: string[] = [];
    const notations = [
      // What Intl writes there, and nothing that it would write for English.
      { locale: 'de-DE', money: /\d\u00a0\$/, foreign: /\$\d|\d\.\d+ ?[KM]\b/ },
      { locale: 'ar-EG', money: /[٠-٩]/, foreign: /\$\d|\d,\d{3}\b/ },
      { locale: 'hi-IN', money: /\$\d/, foreign: /\d,\d{3},\d{3}\b|\d ?M\b/ },
    ];
    for (const { locale, money, foreign } of notations) {
      const page = await (await openDevice({ viewport: DESKTOP, locale, reducedMotion: 'reduce' })).newPage();
      const look = async (screen: string) => {
        await page.getByText('Drawing the chart …').first().waitFor({ state: 'detached' });
        const words = await page.locator('main').innerText();
        if (!money.test(words)) problems.push(`${locale}, ${screen}: no amount as it is written there`);
        const strange = words.split('\n').filter((line) => foreign.test(line));
        problems.push(...strange.map((line) => `${locale}, ${screen}: ${line}`));
        await spaced(page, async () => {
          for (const size of [DESKTOP, PHONE]) {
            await page.setViewportSize(size);
            await settled(page);
            problems.push(
              ...(await misfitsOf(page)).map((line) => `${locale}, ${screen}, ${size.width}, spaced: ${line}`),
            );
          }
        });
        await page.setViewportSize(DESKTOP);
      };
      await page.goto('./');
      await page.getByRole('button', { name: 'Play', exact: true }).click();
      await page.getByRole('link', { name: 'Go to the desk' }).first().waitFor();
      await look('briefing');
      await page.getByRole('link', { name: 'Go to the desk' }).first().click();
      await page.getByRole('button', { name: 'Play the quarter' }).waitFor();
      await look('desk');
      if (locale !== 'de-DE') continue;
      await page.getByRole('button', { name: 'Play the quarter' }).click();
      const check = page.getByRole('alertdialog');
      await page.getByText('Results of quarter 1 of 8').or(check).first().waitFor();
      if (await check.isVisible()) await check.getByRole('button', { name: 'Play the quarter' }).click();
      await page.getByText('Results of quarter 1 of 8').first().waitFor();
      await look('results');
      await page.getByRole('link', { name: 'Customers', exact: true }).click();
      await page.getByRole('application').waitFor();
      await look('customers');
      await page.getByRole('link', { name: 'Clientele, home' }).click();
      // The day before the month, in its language's short form or in figures.
      await page
        .getByText(/Saved \d{2}\.\d{2}\.\d{4}, \d{2}:\d{2}/)
        .first()
        .waitFor();
    }
    expect(problems).toEqual([]);
  },
  600_000,
);

function finishedGame(): string {
  return runLogFileText(goldenLogs()[0].log);
}

/** Opens all that is folded, and all charts as tables. */
async function openAll(page: Page): Promise<void> {
  await page.locator('main details').evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });
  await page.getByRole('button', { name: pseudoText('Show as table') }).evaluateAll((buttons) => {
    for (const one of buttons) (one as HTMLElement).click();
  });
}

test.runIf(thorough)(
  'translated by the browser: the game goes on, and no figure on the page is an old one',
  async ({ openDevice }) => {
    const page = await (await openDevice({ viewport: DESKTOP, locale: 'en-US', reducedMotion: 'reduce' })).newPage();
    await startTranslating(page);
    /** All that is read is translated, and what was translated is what the app says now. */
    async function expectNothingOld(screen: string): Promise<void> {
      await settled(page);
      const { shown, meant, translated } = await translatedTexts(page);
      expect(translated, `${screen} is translated`).toBeGreaterThan(20);
      expect(shown, screen).toBe(meant);
    }

    const button = (name: string | RegExp) => page.getByRole('button', { name }).first();
    await page.goto('./');
    await page.getByText('More options').click();
    await page.getByLabel('Open a game from a file').setInputFiles({
      name: 'game.json',
      mimeType: 'application/json',
      buffer: Buffer.from('not a game'),
    });
    await button('Dismiss').click();
    await button('⟦Play⟧').click();
    await page.getByRole('link', { name: 'Go to the desk' }).first().click();
    const play = button('Play the quarter');
    await play.waitFor();
    for (const name of ['Next', 'Skip the guide', 'Ask me a question', 'Where do I look?', 'Clear', 'Undo']) {
      await button(name).click();
    }
    const total = page.getByRole('textbox', { name: 'Acquisition, total' });
    await total.fill('123,000');
    await total.press('Enter');
    await total.press('ArrowUp');
    await page.getByRole('radio', { name: 'Lifetime value' }).check({ force: true });
    for (const name of ['Cell by cell', 'Quick']) await page.getByRole('radio', { name }).check({ force: true });
    await button('Fit to budget').click();
    await expectNothingOld('desk');
    for (let quarter = 1; quarter <= 2; quarter++) {
      await play.click();
      const check = page.getByRole('alertdialog');
      const results = page.getByText(`Results of quarter ${quarter} of 8`);
      await results.or(check).first().waitFor();
      if (await check.isVisible()) await check.getByRole('button', { name: 'Play the quarter' }).click();
      await results.first().waitFor();
      await button('Why? the number of new customers').click();
      await page.getByRole('dialog').getByRole('table').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expectNothingOld('results');
      await page.getByRole('link', { name: 'Next quarter' }).first().click();
      await play.waitFor();
    }
    await expectNothingOld('desk of quarter 3');
  },
  600_000,
);
