import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { thorough } from '../support/thorough.ts';
import { goldenLogs } from './golden-logs.ts';
import type { doJobs } from './harness/do-jobs.ts';
import type { Results } from './harness/jobs.ts';
import { serveJobs } from './job-server.ts';
import { startNodeWorker } from './node-worker.ts';
import { chromiumAt, firefoxAt, type OpenInBrowser, webkitAt } from './open-in-browser.ts';
import pinnedBits from './portable-bits.json' with { type: 'json' };

const PATIENCE = 300_000;

const { chromium, firefox, webkit } = inject('browsers');
const BROWSERS: readonly (readonly [name: string, open: OpenInBrowser | null])[] = [
  ['Chromium', chromium === null ? null : chromiumAt(chromium)],
  ['Firefox', firefox === null ? null : firefoxAt(firefox)],
  ['WebKit', webkit === null ? null : webkitAt(webkit)],
];

/** In short, every third. */
const games = goldenLogs().filter((_, index) => thorough || index % 3 === 0);
const harness = inject('harness');
/** What each engine computes; all begin at once. */
const results = new Map<string, Promise<Results>>();

/** The worker as it is shipped. */
function builtWorker(): string {
  const assets = fileURLToPath(new URL('../../dist/assets/', import.meta.url));
  const files = readdirSync(assets).filter((name) => /^engine\.worker-.*\.js$/.test(name));
  if (files.length !== 1) throw new Error(`dist/assets has ${files.length} engine workers`);
  return join(assets, files[0]);
}

async function inNode(): Promise<Results> {
  const built = (await import(pathToFileURL(join(harness, 'do-jobs.js')).href)) as { doJobs: typeof doJobs };
  return built.doJobs({ worker: pathToFileURL(builtWorker()).href, games }, `Node ${process.version}`, startNodeWorker);
}

async function inBrowser(open: OpenInBrowser): Promise<Results> {
  const server = await serveJobs({ games }, harness, builtWorker());
  const close = await open(server.address);
  try {
    return await server.results;
  } finally {
    await close();
    server.close();
  }
}

beforeAll(async () => {
  results.set('Node', inNode());
  for (const [name, open] of BROWSERS) if (open) results.set(name, inBrowser(open));
  await Promise.allSettled(results.values());
}, PATIENCE);

describe.each([['Node', inNode] as const, ...BROWSERS])('%s', (name, present) => {
  test.skipIf(present === null)('plays every golden run to the pinned digests, in the built worker', async () => {
    const pinned = Object.fromEntries(games.map((game) => [game.name, game.log.digests]));
    expect((await results.get(name))?.games).toEqual(pinned);
  });

  test.skipIf(present === null)('computes the pinned bits of every function and sampler', async () => {
    expect((await results.get(name))?.portable).toEqual(pinnedBits);
  });
});

describe('a difference is seen', () => {
  const others = BROWSERS.filter(([name, open]) => open && name !== 'Chromium').map(([name]) => name);

  test.skipIf(others.length === 0)('where engines are free to differ, they do', async () => {
    const bits = await Promise.all(
      ['Node', ...others].map(async (name) => JSON.stringify((await results.get(name))?.native)),
    );
    expect(new Set(bits).size).toBeGreaterThan(1);
  });

  test(
    'a digest with one changed character is refused',
    async () => {
      const [{ name, log }] = games;
      const [first, ...rest] = log.digests;
      const forged = {
        name,
        log: { ...log, digests: [first.replace(/.$/, (last) => (last === '0' ? '1' : '0')), ...rest] },
      };
      const built = (await import(pathToFileURL(join(harness, 'do-jobs.js')).href)) as { doJobs: typeof doJobs };
      const worker = pathToFileURL(builtWorker()).href;
      const got = await built.doJobs({ worker, games: [forged] }, 'Node', startNodeWorker);
      expect(got.games[name]).toContain('run-log/differs');
    },
    PATIENCE,
  );
});
