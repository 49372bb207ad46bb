import { expect } from 'vitest';
import { axeViolations, test } from '../support/browser.ts';
import { holdWorker, releaseWorker } from '../support/hold-worker.ts';
import { misfitsOf, motionOf, unseenInForcedColours } from '../support/screen-checks.ts';
import { thorough } from '../support/thorough.ts';
import {
  drawn,
  LOOKED_AT_BY,
  mirrored,
  openAllTwins,
  openFile,
  pageToLookAt,
  settled,
  ZOOMED,
} from './look-at-screens.ts';
import { atDesk, preset } from './player.ts';

test('every screen up to the first results, in every state (thoroughly: also dark, zoomed to 400 %, with wide spacing, mirrored, without motion, in forced colours)', async ({
  openDevice,
}) => {
  const { page, problems, look, lookAtTables } = await pageToLookAt(await openDevice(LOOKED_AT_BY));

  await page.goto('./');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await look('home');
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
  if (thorough) await lookAtTables('briefing');

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
  await look('desk');
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
  await look('results, as tables');
  const rules = await page
    .locator('tr[class*="_total_"] > *')
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).borderBlockEndStyle));
  expect(rules.length, 'totals are ruled off').toBeGreaterThan(2);
  expect(new Set(rules)).toEqual(new Set(['double']));
  await holdWorker(page, 'explainRound');
  await page.getByRole('button', { name: 'Why? the number of new customers' }).click();
  await page.getByRole('dialog').getByText('Playing the quarter again').waitFor();
  await look('why, being worked out', { inDialog: true });
  await releaseWorker(page);
  await page.getByRole('dialog').getByText('The quarter before it was').waitFor();
  await look('why', { inDialog: true });
  await page.keyboard.press('Escape');

  expect(problems).toEqual([]);
}, 1_200_000);

test('what is wrong on a screen is noticed', async ({ openDevice }) => {
  const page = await (await openDevice({ viewport: ZOOMED })).newPage();
  await page.goto('./#/nowhere');
  await page.getByText('Nothing is here').waitFor();
  const add = (html: string) =>
    page.evaluate((inside) => {
      const main = document.querySelector('main');
      if (!main) return;
      main.innerHTML = inside;
      // The page's policy forbids styles in its text, not those that a script sets.
      for (const styled of main.querySelectorAll<HTMLElement>('[data-style]'))
        styled.style.cssText = styled.dataset.style ?? '';
    }, html);
  await add('<p>Nothing wrong</p><button>One</button> <button>Two</button>');
  expect([...(await misfitsOf(page)), ...(await unseenInForcedColours(page)), ...(await axeViolations(page))]).toEqual(
    [],
  );
  await add('<div data-style="inline-size: 500px">wide</div>');
  expect(await misfitsOf(page)).toEqual([expect.stringMatching(/^the page is 5\d\d wide/)]);
  await add('<p data-style="overflow: hidden; inline-size: 40px; white-space: nowrap">a long sentence</p>');
  expect(await misfitsOf(page)).toEqual([expect.stringMatching(/^cut off: p/)]);
  await add('<button>One</button><button data-style="margin-inline-start: -30px">Two</button>');
  expect(await misfitsOf(page)).toEqual([expect.stringMatching(/^on each other: /)]);
  await add('<div data-style="overflow: clip"><button data-style="position: relative; left: 300px">One</button></div>');
  expect(await misfitsOf(page)).toEqual([expect.stringMatching(/^outside the window: button/)]);
  await add('<div data-style="position: fixed; inset: 50px 0 0 0; background: red">much</div>');
  expect(await misfitsOf(page)).toEqual([expect.stringMatching(/^covered by div/)]);
  await add('<p data-style="transition: color 1s; color: #ccc">moves, pale</p>');
  expect(await motionOf(page)).toContainEqual(expect.stringMatching(/^would move: p/));
  expect(await axeViolations(page, 'contrast')).toEqual([expect.stringMatching(/^color-contrast/)]);
  await add('<span data-style="display: block; inline-size: 40%; block-size: 9px; background: red"></span>');
  expect(await unseenInForcedColours(page)).toEqual([expect.stringMatching(/^bar <span/)]);
});
