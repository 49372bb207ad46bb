import { expect } from 'vitest';
import { test } from '../support/browser.ts';
import { thorough } from '../support/thorough.ts';
import { drawn, LOOKED_AT_BY, pageToLookAt, settled } from './look-at-screens.ts';
import { atDesk, playQuarter } from './player.ts';

test.runIf(thorough)(
  'every screen of the instructor, and those of students in a class alone: in every state, dark, zoomed to 400 %, with wide spacing, mirrored, without motion, in forced colours',
  async ({ openDevice }) => {
    const { page, problems, look, lookAtTables } = await pageToLookAt(await openDevice(LOOKED_AT_BY));
    const teacher = page.getByRole('navigation', { name: 'This class' });
    const goTo = async (name: string) => {
      await teacher.getByRole('link', { name, exact: true }).click();
      await page.locator('h1').waitFor();
      await drawn(page);
    };

    await page.goto('./#/teach');
    await page.getByRole('link', { name: 'Set up a class' }).waitFor();
    await look('teach');
    await page.getByRole('link', { name: 'Set up a class' }).click();
    await page.getByLabel('What the class is called').fill('Marketing 201');
    await page.getByRole('radio', { name: 'Together, with a key for each quarter' }).check();
    await look('set-up');
    await page.getByRole('button', { name: 'Make the class' }).click();
    const link = await page.getByTestId('join-link').inputValue();
    await look('class');
    await page.getByRole('button', { name: 'Play it by several rules' }).click();
    await page.getByRole('table').first().waitFor();
    await look('class, tried beforehand');
    await goTo('Keys');
    await page.getByRole('button', { name: 'Show the key of quarter 1' }).click();
    const key = await page.getByTestId('round-key').innerText();
    await look('keys');

    await goTo('Collect');
    await look('collect');
    await page.getByLabel('Students').fill('8');
    await page.getByRole('button', { name: 'Fill the class' }).click();
    await page
      .getByTestId('collected')
      .getByText(/\d+ verified/)
      .waitFor();
    await page.getByTestId('work').waitFor({ state: 'detached' });
    await look('collect, with hand-ins');
    for (const screen of ['Standings', 'Debrief', 'Grades', 'Teaching note']) {
      await goTo(screen);
      await look(`teach, ${screen}`);
      if (screen === 'Debrief') {
        await page.getByRole('button', { name: 'Present' }).click();
        await page.getByTestId('slide-place').waitFor();
        await look('the deck', { inDialog: true });
        await page.keyboard.press('PageDown');
        await settled(page);
        await look('the deck, a picture', { inDialog: true });
        await page.keyboard.press('Escape');
        await lookAtTables('teach, Debrief');
      }
      if (screen === 'Standings') {
        await page.getByRole('button', { name: 'Show on the projector' }).click();
        await page.getByRole('dialog').waitFor();
        await look('standings on the projector', { inDialog: true });
        await page.keyboard.press('Escape');
      }
    }

    await page.goto(`./${link.slice(link.indexOf('#'))}`);
    await page.getByLabel('What do you want to be called?').waitFor();
    await look('invitation');
    await page.getByLabel('What do you want to be called?').fill('Ada');
    await page.getByRole('button', { name: 'Join and read the briefing' }).click();
    await page.getByRole('link', { name: 'Go to the desk' }).first().click();
    await atDesk(page, 1);
    await look('desk, waiting for a key');
    await page.getByLabel('Key', { exact: true }).fill(key);
    await page.getByRole('button', { name: 'Use the key' }).click();
    await page.getByText('The key of quarter 1 is in.').waitFor();
    await playQuarter(page, 1);
    await page.getByRole('link', { name: 'Hand in', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Hand in early' }).waitFor();
    await look('hand-in');
    expect(problems).toEqual([]);
  },
  1_200_000,
);
