import { expect } from 'vitest';
import { test } from '../support/browser.ts';
import { thorough } from '../support/thorough.ts';
import { atDesk, nextQuarter, playQuarter, startGame } from './player.ts';

test.runIf(thorough)(
  'the guide leads once, what was expected is kept and stands beside what came, and the choices say why',
  async ({ page }) => {
    await startGame(page);
    const guide = page.getByRole('complementary', { name: 'First steps' });
    await guide.getByText('Step 1 of 5').waitFor();
    await guide.getByRole('button', { name: 'Next' }).click();
    await guide.getByText('Step 2 of 5').waitFor();
    await guide.getByRole('button', { name: 'Skip the guide' }).click();
    await guide.waitFor({ state: 'detached' });

    await page.getByLabel('rise by 1 to 3%').check();
    await page.getByRole('radio', { name: 'Gold' }).check();
    await page.getByLabel('Why you decide like this').fill('Serve the best, win the rest');
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.reload();
    await atDesk(page, 1);
    expect(await guide.count()).toBe(0);
    expect(await page.getByLabel('rise by 1 to 3%').isChecked()).toBe(true);
    expect(await page.getByLabel('Why you decide like this').inputValue()).toBe('Serve the best, win the rest');
    await page.getByRole('button', { name: 'Ask me a question' }).click();
    await page.getByText('Think', { exact: true }).waitFor();
    expect(await page.getByText('One way to do it').count()).toBe(0);

    await playQuarter(page, 1);
    const part = page.getByRole('region', { name: 'What you expected, and what came' });
    await part.getByText('Serve the best, win the rest').waitFor();
    await part.getByText(/of 3 for what you expected/).waitFor();

    await page.getByRole('button', { name: 'Why? the number of new customers' }).click();
    const dialog = page.getByRole('dialog', { name: /^Why the number of new customers came to/ });
    const table = dialog.getByRole('table');
    await table.waitFor();
    const effects = (await table.locator('tbody td:last-child').allInnerTexts()).map(numberOf);
    expect(effects.length).toBeGreaterThan(3);
    expect(effects.reduce((sum, effect) => sum + effect, 0)).toBe(
      numberOf(await table.locator('tfoot td:last-child').innerText()),
    );
    // The first draft repeats the quarter before, so nothing is left to withdraw.
    await dialog.getByRole('radio', { name: 'Leaving it as the quarter before' }).check();
    await dialog.getByText('there is nothing to withdraw').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await nextQuarter(page, 2);
    expect(await page.getByLabel('rise by 1 to 3%').isChecked()).toBe(false);
  },
);

function numberOf(text: string): number {
  return Number(text.replace('−', '-').replace(/[^\d.-]/g, ''));
}
