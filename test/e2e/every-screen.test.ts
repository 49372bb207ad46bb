import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { runLogFileText } from '../../src/storage/run-log-file.ts';
import { goldenLogs } from '../engines/golden-logs.ts';
import { axeViolations, test } from '../support/browser.ts';
import { canHoldWorker, holdWorker, releaseWorker } from '../support/hold-worker.ts';
import { focusFault, misfitsOf, motionOf, unseenInForcedColours } from '../support/screen-checks.ts';
import { atDesk, playQuarter, preset } from './player.ts';

const DESKTOP = { width: 1280, height: 800 };
/** 1280 × 1024 at a zoom of 400 %, which is narrower than any phone and much lower. */
const ZOOMED = { width: 320, height: 256 };
/** Enough to go from the header into the page. */
const FOCUS_STOPS = 8;

test('every screen in every state: light, dark, zoomed to 400 %, mirrored, without motion, in forced colours', async ({
  openDevice,
}) => {
  const device = await openDevice({ viewport: DESKTOP, colorScheme: 'light', reducedMotion: 'reduce' });
  await canHoldWorker(device);
  const page = await device.newPage();
  const problems: string[] = [];

  /** What is wrong with the focus at the first stops of a page in forced colours. */
  async function focusFaults(): Promise<string[]> {
    await page.emulateMedia({ forcedColors: 'active' });
    const found: string[] = [];
    for (let stop = 0; stop < FOCUS_STOPS; stop++) {
      await page.keyboard.press('Tab');
      const fault = await focusFault(page);
      if (fault) found.push(fault);
    }
    await page.emulateMedia({ forcedColors: 'none' });
    // The way past the header lies on it only while it has the focus.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    return found;
  }

  /** Looks at what is on the screen in all the ways that readers do. */
  async function look(state: string, { inDialog = false } = {}): Promise<void> {
    const note = (way: string, lines: readonly string[]) =>
      problems.push(...lines.map((line) => `${state}, ${way}: ${line}`));
    note('light', await axeViolations(page));
    if (!inDialog) note('focus in forced colours', await focusFaults());
    note('without motion', await motionOf(page));
    note('forced colours', await unseenInForcedColours(page));
    await page.emulateMedia({ colorScheme: 'dark' });
    note('dark', await axeViolations(page, 'contrast'));
    await page.emulateMedia({ colorScheme: 'light' });
    await mirrored(page, async () => {
      note('mirrored', await misfitsOf(page));
    });
    await page.setViewportSize(ZOOMED);
    await settled(page);
    note('400 %', await misfitsOf(page));
    await mirrored(page, async () => {
      note('400 %, mirrored', await misfitsOf(page));
    });
    await page.setViewportSize(DESKTOP);
    await settled(page);
  }

  await page.goto('./');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await look('home, nothing saved');
  await page.getByText('More options').click();
  await openFile(page, 'not a game');
  await page.getByRole('button', { name: 'Dismiss' }).waitFor();
  await look('home, a file refused');
  await page.getByRole('button', { name: 'Dismiss' }).click();

  await holdWorker(page, 'openGame');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page.getByRole('button', { name: 'Opening …' }).waitFor();
  await look('home, a game being opened');
  await releaseWorker(page);
  await page.getByRole('link', { name: 'Go to the desk' }).first().waitFor();
  await drawn(page);
  await look('briefing');
  await openAllTwins(page);
  await look('briefing as tables');

  await page.getByRole('link', { name: 'Go to the desk' }).first().click();
  await atDesk(page, 1);
  await page.getByText('Saved', { exact: true }).waitFor();
  await holdWorker(page, 'openGame');
  await page.reload();
  await page.getByRole('heading', { name: 'Opening the game' }).waitFor();
  await look('a game being opened again');
  await releaseWorker(page);
  await atDesk(page, 1);
  for (const button of ['Ask me a question', 'Where do I look?', 'Tell me'])
    await page.getByRole('button', { name: button }).click();
  await look('desk, quick, with the guide and a hint');
  const slider = page.getByRole('slider', { name: 'Acquisition, total' });
  const thumbAt = async () => (await slider.locator('xpath=..').boundingBox())?.x ?? Number.NaN;
  await mirrored(page, async () => {
    const before = await thumbAt();
    await slider.press('ArrowRight');
    await settled(page);
    expect(await thumbAt(), 'the thumb goes where the arrow points').toBeGreaterThan(before);
  });
  await page.getByRole('button', { name: 'Acquisition' }).first().click();
  await page.getByRole('dialog', { name: 'Acquisition' }).waitFor();
  await look('a term explained', { inDialog: true });
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Cell by cell' }).check({ force: true });
  await look('desk, cell by cell');
  await page.getByRole('button', { name: /What Acquisition, Platinum has brought so far/ }).click();
  await page.getByRole('dialog').waitFor();
  await look('evidence of a cell', { inDialog: true });
  await page.keyboard.press('Escape');
  const field = page.getByRole('textbox', { name: 'Acquisition, Platinum' });
  await field.fill('900000');
  await field.press('Enter');
  await page.getByRole('button', { name: 'Play the quarter' }).click();
  await look('desk, overspent');
  await preset(page, 'Clear');
  await page.getByRole('button', { name: 'Play the quarter' }).click();
  await page.getByRole('alertdialog').waitFor();
  await look('the check before the quarter', { inDialog: true });
  await holdWorker(page, 'playRound');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Play the quarter' }).click();
  await page.getByRole('heading', { name: 'Playing quarter 1' }).waitFor();
  await look('a quarter under way');
  await releaseWorker(page);
  await page.getByText('Results of quarter 1 of 8').waitFor();
  await drawn(page);
  await look('results');
  await openAllTwins(page);
  await page.getByRole('button', { name: 'Show decisions by tier' }).click();
  await look('results as tables');
  await holdWorker(page, 'explainRound');
  await page.getByRole('button', { name: 'Why? the number of new customers' }).click();
  await page.getByRole('dialog').getByText('Playing the quarter again').waitFor();
  await look('why, being worked out', { inDialog: true });
  await releaseWorker(page);
  await page.getByRole('dialog').getByText('The quarter before it was').waitFor();
  await look('why, answered', { inDialog: true });
  await page.keyboard.press('Escape');

  await holdWorker(page, 'observeCustomers');
  await page.getByRole('link', { name: 'Customers', exact: true }).click();
  await page.getByText('Reading the customer records …').waitFor();
  await look('customers, being read');
  await releaseWorker(page);
  await page.getByRole('application', { name: 'Map of customers' }).waitFor();
  await page.getByLabel('Customer number').fill('no such');
  await page.getByLabel('Customer number').press('Enter');
  await page.getByText('There is no customer with this number.').waitFor();
  await drawn(page);
  await look('customers');
  await page.getByRole('button', { name: 'Select what is in view' }).click();
  await page.getByLabel('Group by').selectOption('tier');
  await page.getByLabel('Customer number').fill('7');
  await page.getByLabel('Customer number').press('Enter');
  await page.getByRole('heading', { name: /^Customer C000007: / }).waitFor();
  await drawn(page);
  await openAllTwins(page);
  await holdWorker(page, 'exportData');
  await page.getByRole('button', { name: 'Download the data' }).click();
  await page.getByRole('progressbar', { name: 'Writing the tables' }).waitFor();
  await look('customers, selected, grouped, as tables, one of them, the data being written');
  const downloaded = page.waitForEvent('download');
  await releaseWorker(page);
  await downloaded;
  await page.getByText(/ is ready: /).waitFor();

  await page.getByRole('link', { name: 'Futures', exact: true }).click();
  await page.getByText('There is only this future so far').waitFor();
  await look('futures, only one');
  await page.getByRole('button', { name: 'From quarter 1' }).click();
  await atDesk(page, 1);
  await playQuarter(page, 1);
  await page.getByRole('link', { name: 'Futures', exact: true }).click();
  await page.getByRole('figure').first().waitFor();
  await drawn(page);
  await look('futures');
  await openAllTwins(page);
  await look('futures as tables');

  await page.getByRole('link', { name: 'Glossary' }).click();
  await page
    .getByText(/Quarter 1: /)
    .first()
    .waitFor();
  await look('glossary');
  await page.getByRole('link', { name: 'Clientele, home' }).click();
  await page
    .getByRole('button', { name: /^Delete the game/ })
    .first()
    .click();
  await page.getByText('Delete this game for good?').waitFor();
  await look('home, with games, about to delete one');

  await page.getByText('More options').click();
  await holdWorker(page, 'scoreGame');
  await openFile(page, runLogFileText(goldenLogs()[0].log));
  await page.getByRole('heading', { name: 'Opening the books' }).waitFor();
  await look('the books being opened');
  await releaseWorker(page);
  await page.getByTestId('firm-value').waitFor();
  await drawn(page);
  await look('debrief');
  await openAllTwins(page);
  await look('debrief as tables');
  await page.goto('./#/nowhere');
  await page.getByText('Nothing is here').waitFor();
  await look('a wrong address');
  await page.goto('./#/play/no-such-game');
  await page.getByText('This game could not be opened').waitFor();
  await look('a game that is not there');

  expect(problems).toEqual([]);
}, 1_200_000);

/** Opens a game from a file with this text. */
async function openFile(page: Page, text: string): Promise<void> {
  await page
    .getByLabel('Open a game from a file')
    .setInputFiles({ name: 'game.clientele.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

async function openAllTwins(page: Page): Promise<void> {
  await page.locator('main details').evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });
  await page.getByRole('button', { name: 'Show as table' }).evaluateAll((buttons) => {
    for (const button of buttons) (button as HTMLElement).click();
  });
  await page.getByRole('button', { name: 'Show as table' }).first().waitFor({ state: 'detached' });
}

/** Waits until the charts have come. */
async function drawn(page: Page): Promise<void> {
  await page.getByText('Drawing the chart …').first().waitFor({ state: 'detached' });
  await settled(page);
}

/** Waits for what follows a change of size: observers, and the drawing after them. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resume) => requestAnimationFrame(() => requestAnimationFrame(resume))));
}

/** Does something while the page runs from right to left. */
async function mirrored(page: Page, then: () => Promise<void>): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  await settled(page);
  await then();
  await page.evaluate(() => document.documentElement.removeAttribute('dir'));
  await settled(page);
}

test('what is wrong on a screen is noticed', async ({ openDevice }) => {
  const page = await (await openDevice({ viewport: ZOOMED })).newPage();
  await page.goto('./#/nowhere');
  await page.getByText('Nothing is here').waitFor();
  const add = (html: string) =>
    page.evaluate((inside) => {
      const main = document.querySelector('main');
      if (main) main.innerHTML = inside;
    }, html);
  await add('<p>Nothing wrong</p><button>One</button> <button>Two</button>');
  expect([...(await misfitsOf(page)), ...(await unseenInForcedColours(page)), ...(await axeViolations(page))]).toEqual(
    [],
  );
  await add('<div style="inline-size: 500px">wide</div>');
  expect(await misfitsOf(page)).toEqual([expect.stringMatching(/^the page is 5\d\d wide/)]);
  await add('<p style="overflow: hidden; inline-size: 40px; white-space: nowrap">a long sentence</p>');
  expect(await misfitsOf(page)).toEqual([expect.stringMatching(/^cut off: p/)]);
  await add('<button>One</button><button style="margin-inline-start: -30px">Two</button>');
  expect(await misfitsOf(page)).toEqual([expect.stringMatching(/^on each other: /)]);
  await add('<div style="overflow: clip"><button style="position: relative; left: 300px">One</button></div>');
  expect(await misfitsOf(page)).toEqual([expect.stringMatching(/^outside the window: button/)]);
  await add('<div style="position: fixed; inset: 50px 0 0 0; background: red">much</div>');
  expect(await misfitsOf(page)).toEqual([expect.stringMatching(/^covered by div/)]);
  await add('<p style="transition: color 1s; color: #ccc">moves, pale</p>');
  expect(await motionOf(page)).toContainEqual(expect.stringMatching(/^would move: p/));
  expect(await axeViolations(page, 'contrast')).toEqual([expect.stringMatching(/^color-contrast/)]);
  await add('<span style="display: block; inline-size: 40%; block-size: 9px; background: red"></span>');
  expect(await unseenInForcedColours(page)).toEqual([expect.stringMatching(/^bar <span/)]);
});
