import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { update } from '../../src/content/update.ts';
import { ENGINE_VERSION } from '../../src/engine/index.ts';
import { stampVersion } from '../../tools/offline-build.ts';
import { expectNoAxeViolations, test } from '../support/browser.ts';
import { finishedGameFile } from '../support/run-log-text.ts';
import { serveFolder } from '../support/static-server.ts';
import { thorough } from '../support/thorough.ts';
import { atDesk, giveUpDebrief, nextQuarter, playQuarter } from './player.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const SUB_PATH = '/a course/game/';
const OTHER_MODEL = '99';

/** A host that can be stopped, started again at the same address, and given a new version. */
async function openHost(first: string) {
  let folder = first;
  let server = await serveFolder(() => folder, SUB_PATH);
  const { address } = server;
  return {
    address,
    publish(next: string) {
      folder = next;
    },
    stop: () => server.close(),
    async start() {
      server = await serveFolder(() => folder, SUB_PATH, Number(new URL(address).port));
    },
  };
}

async function open(device: BrowserContext, address: string): Promise<Page> {
  const page = await device.newPage();
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const versionOf = (page: Page) => page.locator('meta[name="clientele-version"]').getAttribute('content');

/** Paths of all files kept on the device, whatever their version, without the app's folder. */
async function keptFiles(page: Page, address: string): Promise<string[]> {
  const urls = await page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => !name.endsWith(' chosen'));
    const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return kept.flat().map(({ url }) => url);
  });
  return urls.map((url) => decodeURI(url.slice(address.length))).sort();
}

test('offline after one visit; thoroughly: a new version is offered, waits for the player, and never mixes with the old', {
  timeout: 600_000,
}, async ({ openDevice, faults: _watched }) => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-offline-'));
  const [sameModel, otherModel] = [join(folder, 'same-model'), join(folder, 'other-model')];
  const building = thorough ? buildOtherModel(otherModel) : null;
  await cp(DIST, sameModel, { recursive: true });
  const page = join(sameModel, 'index.html');
  await writeFile(page, (await readFile(page, 'utf8')).replace('A business game', 'A newer business game'));
  const nextVersion = await stampVersion(sameModel, ENGINE_VERSION);

  const host = await openHost(DIST);
  const device = await openDevice({ serviceWorkers: 'allow', baseURL: host.address });
  device.setDefaultTimeout(120_000);
  const here = (hash: string) => `${host.address}${hash}`;

  // One visit, of the home page only; then the host is gone.
  const first = await open(device, here('#/'));
  const firstVersion = await versionOf(first);
  expect(firstVersion).toMatch(/^[0-9a-f]{16}$/);
  await first.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await first.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await host.stop();
  const built = await readdir(DIST, { recursive: true, withFileTypes: true });
  const expected = built
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(DIST.length + 1))
    .filter((path) => !/^(sw\.js|_headers|.*\.md|(.*\/)?\..*)$/.test(path))
    .map((path) => (path === 'index.html' ? '' : path));
  expect(await keptFiles(first, host.address)).toEqual(expected.sort());

  // A reload, a whole game's debrief, a class with its workers in workers, and deep links: all without the host.
  await first.reload();
  await first.locator('input[type="file"]').setInputFiles(finishedGameFile('offline'));
  await first.getByTestId('firm-value').waitFor({ timeout: 120_000 });
  await giveUpDebrief(first);
  const teacher = await open(device, here('#/teach/set-up'));
  await teacher.getByRole('button', { name: 'Make the class' }).click();
  await teacher.getByTestId('join-link').waitFor();
  await teacher.getByRole('link', { name: 'Collect' }).click();
  await teacher.getByLabel('Students').fill('3');
  await teacher.getByRole('button', { name: 'Fill the class' }).click();
  await teacher.getByText('This is a rehearsal').waitFor();
  await teacher.close();
  const player = await open(device, here('?from=a-course#/'));
  await player.getByRole('button', { name: /^(Play|Start a new game)$/ }).click();
  await player.getByRole('link', { name: 'Go to the desk' }).first().click();
  await atDesk(player, 1);
  await playQuarter(player, 1);
  await nextQuarter(player, 2);
  await player.reload();
  await atDesk(player, 2);

  if (!thorough) return;

  // A new version on the same model: offered in both tabs, taken in one. The other goes on as it began, also with what it never loaded.
  host.publish(sameModel);
  await host.start();
  await first.goto(here('#/'));
  await first.reload();
  const offer = (tab: Page) => tab.getByRole('status', { name: update.label });
  await offer(first).getByText(update.title).waitFor();
  await offer(player).getByText(update.title).waitFor();
  await expectNoAxeViolations(first);
  expect(await versionOf(first)).toBe(firstVersion);
  await player.getByRole('button', { name: update.later }).click();
  expect(await offer(player).innerText()).toBe('');
  await offer(first).getByRole('button', { name: update.take }).click();
  await first.waitForFunction(
    (version) => document.querySelector<HTMLMetaElement>('meta[name="clientele-version"]')?.content === version,
    nextVersion,
  );
  await host.stop();
  expect(await versionOf(player)).toBe(firstVersion);
  await player.getByRole('link', { name: 'Customers' }).click();
  await player.getByRole('heading', { level: 1 }).waitFor();
  await player.getByRole('link', { name: 'Desk' }).click();
  await playQuarter(player, 2);
  await player.close();
  // Every start of a page lets go of versions that no tab is made of any more, as soon as the browser knows that the other tab is closed.
  await expect
    .poll(
      async () => {
        await first.reload();
        await first.getByRole('heading', { level: 1 }).waitFor();
        return (await keptFiles(first, host.address)).length;
      },
      { timeout: 60_000, interval: 1_000 },
    )
    .toBe(expected.length);
  expect(await offer(first).innerText()).toBe('');

  // Another model: the version that the game was begun in stays, even when every tab was closed, until the player switches.
  await building;
  host.publish(otherModel);
  await host.start();
  await first.reload();
  await offer(first)
    .getByText(/can be opened only in the present version/)
    .waitFor();
  await first.close();
  let again = await open(device, here('#/'));
  await offer(again)
    .getByText(/2 games on this device/)
    .waitFor();
  await offer(again)
    .getByText(/One of them is not finished/)
    .waitFor();
  expect(await versionOf(again)).toBe(nextVersion);
  await again.close();
  await host.stop();
  again = await open(device, here('#/'));
  expect(await versionOf(again)).toBe(nextVersion);
  await again.getByRole('link', { name: 'Continue' }).first().click();
  await atDesk(again, 3);
  await offer(again).getByRole('button', { name: update.switch }).click();
  await expectNoAxeViolations(again);
  expect(await again.evaluate(() => document.activeElement?.textContent)).toBe(update.sureNo);
  await offer(again).getByRole('button', { name: update.sureYes }).click();
  await again.getByText('A game from another version of the model').first().waitFor();
  expect(await versionOf(again)).not.toBe(nextVersion);
  await rm(folder, { recursive: true, force: true });
});

function buildOtherModel(folder: string): Promise<void> {
  const script = fileURLToPath(new URL('../support/build-other-model.mjs', import.meta.url));
  const env = { ...process.env, NODE_ENV: 'production' };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, folder, OTHER_MODEL], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`the build ended with ${code}`))));
  });
}
