import type { Page } from 'playwright-core';
import { debrief } from '../../src/content/debrief.ts';

/** What a newcomer does with the mouse, in the words of the screens. */

export async function startGame(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page.getByRole('link', { name: 'Go to the desk' }).first().click();
  await atDesk(page, 1);
}

export async function atDesk(page: Page, quarter: number): Promise<void> {
  await page.getByRole('heading', { level: 1, name: `Quarter ${quarter} of 8: your decision` }).waitFor();
}

export async function buyInsight(page: Page, name: 'Revenue' | 'Profit' | 'Lifetime value'): Promise<void> {
  await page.getByRole('radio', { name }).check({ force: true });
}

export async function preset(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** Plays the quarter, saying yes to the check when it asks; ends on the results. */
export async function playQuarter(page: Page, quarter: number): Promise<void> {
  await page.getByRole('button', { name: 'Play the quarter' }).click();
  const results = page.getByText(`Results of quarter ${quarter} of 8`);
  const check = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await results.or(check).first().waitFor();
  if (await check.isVisible()) await check.getByRole('button', { name: 'Play the quarter' }).click();
  await results.waitFor();
}

export async function nextQuarter(page: Page, quarter: number): Promise<void> {
  await page.getByRole('link', { name: 'Next quarter' }).first().click();
  await atDesk(page, quarter);
}

/** Opens the debrief and gives the firm value that it shows, in cents. */
export async function readFirmValue(page: Page): Promise<number> {
  await page.getByRole('link', { name: 'Open the debrief' }).first().click();
  const shown = await page.getByTestId('firm-value').innerText();
  return Number(shown.replace(/[^\d-]/g, '')) * 100;
}

/** Gives up what an open debrief still works out: several hundred games, which a test of something else need not wait beside. */
export async function giveUpDebrief(page: Page, cancel: string = debrief.partCancel): Promise<void> {
  const buttonOf = (part: string) =>
    page.locator(`#debrief-${part}`).getByRole('button', { name: cancel, exact: true });
  await buttonOf('luck').click();
  const choices = buttonOf('choices');
  if (await choices.isVisible()) await choices.click();
}
