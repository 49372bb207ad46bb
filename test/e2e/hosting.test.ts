import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { FrameLocator } from 'playwright-core';
import { expect } from 'vitest';
import { noticeTexts } from '../../src/content/notices.ts';
import { styleSources } from '../../tools/strict-policy.ts';
import { test } from '../support/browser.ts';
import { headersFor, parseHeaderList } from '../support/header-list.ts';
import { findNginx, serveWithNginx } from '../support/nginx.ts';
import { serveFolder } from '../support/static-server.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DIST = `${ROOT}dist`;
const HEADERS = parseHeaderList(readFileSync(`${ROOT}public/_headers`, 'utf8'));

/** The real nginx where there is one; else a server of our own that sends the same list of headers. */
async function openHost() {
  const found = findNginx();
  if (found) return { ...(await serveWithNginx(found, DIST)), isNginx: true };
  return { ...(await serveFolder(DIST, '/', 0, (path) => headersFor(HEADERS, path))), isNginx: false };
}

/** A page of another site that shows the game inside its own. */
async function openCourse(game: string) {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(
      `<!doctype html><title>Course</title><iframe title="Game" src="${game}" width="1000" height="700"></iframe>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://localhost:${(server.address() as AddressInfo).port}/`, server };
}

test('behind the example configuration every file has the headers that the docs state, and the game runs under them', async ({
  openDevice,
  faults,
}) => {
  const host = await openHost();
  const asset = readdirSync(`${DIST}/assets`).find((name) => /^index-.*\.js$/.test(name));
  for (const path of ['/', '/index.html', '/sw.js', '/manifest.webmanifest', '/icon-512.png', `/assets/${asset}`]) {
    const response = await fetch(new URL(path, host.address));
    expect(response.status, path).toBe(200);
    expect(Object.fromEntries(response.headers), path).toMatchObject(headersFor(HEADERS, path));
  }
  if (host.isNginx) {
    const missing = await fetch(new URL('/assets/none.js', host.address));
    expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, null]);
    for (const path of ['/_headers', '/.vite/manifest.json']) {
      expect((await fetch(new URL(path, host.address))).status, path).toBe(404);
    }
  }

  // The page keeps itself for later under these headers too, and browsers take it for an app that can be installed.
  const device = await openDevice({ serviceWorkers: 'allow', baseURL: host.address });
  device.setDefaultTimeout(120_000);
  const page = await device.newPage();
  await page.goto('./');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  const session = await device.newCDPSession(page);
  const { errors, data } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '').icons).toHaveLength(5);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);

  // In a frame of another site, where the browser lets the game keep nothing, it says so and plays.
  const course = await openCourse(host.address);
  faults.expect(/request to elsewhere: http:\/\/localhost/);
  const embedded = await openDevice({ serviceWorkers: 'allow', baseURL: host.address });
  embedded.setDefaultTimeout(120_000);
  await embedded.addInitScript(() => {
    if (window === window.top) return;
    const refuse = {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    };
    for (const name of ['indexedDB', 'localStorage', 'caches']) Object.defineProperty(window, name, refuse);
    Object.defineProperty(navigator, 'serviceWorker', refuse);
  });
  const outer = await embedded.newPage();
  await outer.goto(course.address);
  const game: FrameLocator = outer.frameLocator('iframe');
  await game.getByText(noticeTexts['storage/unavailable'].title).waitFor();
  await game.getByRole('button', { name: 'Play', exact: true }).click();
  await game.getByRole('link', { name: 'Go to the desk' }).first().click();
  await game.getByRole('button', { name: 'Play the quarter' }).click();
  await game.getByRole('alertdialog').getByRole('button', { name: 'Play the quarter' }).click();
  await game.getByText('Results of quarter 1 of 8').waitFor();
  // Nothing may still be on its way when the hosts go.
  await Promise.all([page.close(), outer.close()]);
  course.server.close();
  course.server.closeAllConnections();
  await host.close();
});

test('the page’s own policy is as strict as the headers', async () => {
  const page = readFileSync(`${DIST}/index.html`, 'utf8');
  const own = /Content-Security-Policy"\s+content="([^"]*)"/.exec(page)?.[1] ?? '';
  const stated = headersFor(HEADERS, '/')['content-security-policy'];
  expect(own).toContain("connect-src 'none'");
  expect(own).not.toMatch(/unsafe|\*|https?:/);
  expect(stated).not.toMatch(/unsafe|\*|https?:/);
  expect(stated).toContain(`style-src ${styleSources()};`);
  expect(readFileSync(`${ROOT}docs/hosting/nginx.conf`, 'utf8')).toContain(`"${stated}"`);
});
