import { expect } from 'vitest';
import { runLogFileText } from '../../src/storage/run-log-file.ts';
import { goldenLogs } from '../engines/golden-logs.ts';
import { test } from '../support/browser.ts';
import { editSaves } from '../support/edit-saves.ts';
import { holdWorker, releaseWorker } from '../support/hold-worker.ts';
import { thorough } from '../support/thorough.ts';
import { drawn, LOOKED_AT_BY, openAllTwins, openFile, pageToLookAt } from './look-at-screens.ts';
import { atDesk, buyInsight, giveUpDebrief, playQuarter, startGame } from './player.ts';

test('every screen after the first results, in every state (thoroughly: also dark, zoomed to 400 %, with wide spacing, mirrored, without motion, in forced colours)', async ({
  openDevice,
}) => {
  const { page, problems, look, lookAtTables } = await pageToLookAt(await openDevice(LOOKED_AT_BY));

  async function selectAndTakeAway(): Promise<void> {
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
  }

  await page.goto('./');
  await startGame(page);
  await buyInsight(page, 'Lifetime value');
  await playQuarter(page, 1);
  const firstGame = page.url();

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
  if (thorough) await selectAndTakeAway();

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
  if (thorough) await lookAtTables('futures');

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
  await look('home with games');

  await page.getByText('More options').click();
  await holdWorker(page, 'scoreGame');
  await openFile(page, runLogFileText(goldenLogs()[0].log));
  await page.getByRole('heading', { name: 'Opening the books' }).waitFor();
  await look('the books being opened');
  await releaseWorker(page);
  await page.getByTestId('firm-value').waitFor();
  await giveUpDebrief(page);
  await drawn(page);
  await look('debrief');
  if (thorough) await lookAtTables('debrief');
  await page.goto('./#/nowhere');
  await page.getByText('Nothing is here').waitFor();
  await look('a wrong address');
  await page.goto('./#/play/no-such-game');
  await page.getByText('This game could not be opened').waitFor();
  await look('a game that is not there');
  await editSaves(page, ['log', 'engineVersion'], '0');
  await page.goto(firstGame);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'A game to read' }).waitFor();
  await look('a game of another model, to be read');

  expect(problems).toEqual([]);
}, 1_200_000);
