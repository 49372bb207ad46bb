import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';
import seedrandom from 'seedrandom';
import type { RunLog } from '../../src/engine/index.ts';
import { autopilot, type Told } from './autopilot.ts';

export type KillTrialOptions = {
  readonly browserPath: string;
  /** Where the built game is served, with a slash at the end. */
  readonly address: string;
  readonly kills: number;
  readonly seed: string;
  readonly onKill?: (kill: number, report: KillReport) => void;
};

export type KillReport = {
  /** Kills by when they came. */
  readonly kills: Record<Moment, number>;
  /** Rounds whose results had been on the screen. */
  shown: number;
  /** Rounds found on the device that had not been shown yet: written in time, killed before they were drawn. */
  unseen: number;
  /** What was lost or differs, one line each; empty when the promise was kept. */
  readonly faults: string[];
  /** Every game as it lay on the device at the end. */
  logs: readonly RunLog[];
};

/** `anytime`: a random moment. `writing`: about when a round is being written. `shown`: as soon as it was on the screen. */
const MOMENTS = ['anytime', 'writing', 'shown'] as const;

type Moment = (typeof MOMENTS)[number];

/** Milliseconds after its moment at which a kill comes at the latest. */
const LATEST: Readonly<Record<Moment, number>> = { anytime: 1_500, writing: 25, shown: 10 };

/** Longest that anything is waited for, milliseconds: the machine may be busy. */
const PATIENCE = 60_000;

type Shown = Extract<Told, { readonly kind: 'shown' }>;

/**
 * Plays in a browser with a lasting profile and kills all of its processes, as often as asked, at random moments of three kinds. After each
 * kill the browser is started again on the same profile: every round whose results had been shown must be there, with its decision and digest, and the
 * game must open and be played on.
 */
export async function runKillTrial(options: KillTrialOptions): Promise<KillReport> {
  const { kills, seed } = options;
  const random = seedrandom(seed);
  const profile = await mkdtemp(join(tmpdir(), 'clientele-kills-'));
  const shown: Shown[] = [];
  const report: KillReport = { kills: { anytime: 0, writing: 0, shown: 0 }, shown: 0, unseen: 0, faults: [], logs: [] };
  let last: string | null = null;
  try {
    for (let kill = 1; kill <= kills + 1; kill++) {
      const browser = await startBrowser(options.browserPath, profile);
      try {
        const told: Told[] = [];
        const page = await openPage(browser, Math.floor(random() * 2 ** 31), (one) => {
          told.push(one);
          if (one.kind !== 'shown') return;
          shown.push(one);
          last = one.game;
        });
        await page.goto(`${options.address}#/${last ? `play/${last}` : ''}`);
        await check(page, told, shown, last, report);
        options.onKill?.(kill - 1, report);
        if (kill > kills) break;
        const moment = MOMENTS[Math.floor(random() * MOMENTS.length)];
        const awaited = moment === 'shown' ? 'shown' : 'computed';
        if (moment !== 'anytime') await waitFor(page, () => told.some(({ kind }) => kind === awaited));
        await sleep(Math.floor(random() * LATEST[moment]));
        report.kills[moment]++;
      } finally {
        await browser.kill();
      }
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return report;
}

type RunningBrowser = { readonly endpoint: string; readonly kill: () => Promise<void> };

async function startBrowser(path: string, profile: string): Promise<RunningBrowser> {
  const process_ = spawn(
    path,
    [
      ...['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`],
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...[
        '--disable-component-update',
        '--disable-sync',
        '--disable-breakpad',
        '--disable-extensions',
        '--in-process-gpu',
        'about:blank',
      ],
    ],
    // A group of its own, so that all of the browser's processes can be killed at one stroke.
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => process_.once('exit', () => resolve()));
  const kill = async () => {
    if (process_.pid !== undefined && process_.exitCode === null && process_.signalCode === null) {
      process.kill(-process_.pid, 'SIGKILL');
    }
    await ended;
  };
  try {
    return { endpoint: await endpointOf(process_), kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

function endpointOf(process_: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const tooLong = setTimeout(() => reject(new Error(`the browser did not start: ${text}`)), PATIENCE);
    process_.stderr?.setEncoding('utf8').on('data', (part) => {
      text = (text + part).slice(-10_000);
      const endpoint = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (!endpoint) return;
      clearTimeout(tooLong);
      resolve(endpoint);
    });
    process_.once('exit', () => reject(new Error(`the browser ended: ${text}`)));
  });
}

async function openPage({ endpoint }: RunningBrowser, seed: number, tell: (told: Told) => void): Promise<Page> {
  const browser = await chromium.connectOverCDP(endpoint);
  const [context] = browser.contexts();
  await context.exposeBinding('tellTrial', (_, text: string) => tell(JSON.parse(text)));
  // What runs this file may have marked functions by a name that the page does not know.
  await context.addInitScript(`globalThis.__name ??= (one) => one; (${autopilot})(${seed});`);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  return page;
}

/** Whether everything that was shown before is there, and the game that was being played opens to the same digests. */
async function check(
  page: Page,
  told: readonly Told[],
  shown: readonly Shown[],
  last: string | null,
  report: KillReport,
): Promise<void> {
  if (last !== null) {
    await waitFor(page, () => told.some(({ kind }) => kind === 'opened')).catch(() => {
      report.faults.push(`${last}: not opened again`);
    });
  }
  const saves = await page.evaluate(readSaves);
  report.logs = saves.map(({ log }) => log);
  report.shown = shown.length;
  report.unseen = 0;
  for (const { id, log } of saves) {
    const seen = shown.filter(({ game }) => game === id);
    report.unseen += log.decisions.filter((_, round) => !seen.some((one) => one.round === round)).length;
  }
  for (const { game, round, decision, digest } of shown) {
    const log = saves.find(({ id }) => id === game)?.log;
    const kept = log?.decisions[round];
    if (!log || !kept) report.faults.push(`${game}: round ${round} is lost`);
    else if (JSON.stringify(kept) !== JSON.stringify(decision))
      report.faults.push(`${game}: round ${round} has another decision`);
    else if (log.digests[round] !== digest) report.faults.push(`${game}: round ${round} has another digest`);
  }
  const opened = told.find((one) => one.kind === 'opened');
  const saved = saves.find(({ id }) => id === last)?.log.digests ?? [];
  if (opened && !opened.digests.every((digest, round) => digest === saved[round])) {
    report.faults.push(`${last}: replayed to other digests`);
  }
  const notices = await page.getByRole('region', { name: 'Notices' }).textContent();
  if (notices) report.faults.push(`a notice: ${notices}`);
}

/** Runs in the page. */
async function readSaves(): Promise<readonly { readonly id: string; readonly log: RunLog }[]> {
  // Opening a database that is not there would make an empty one.
  if (!(await indexedDB.databases()).some(({ name }) => name === 'clientele')) return [];
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('clientele');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const all = await new Promise<{ id: string; log: RunLog }[]>((resolve, reject) => {
    const request = database.transaction('games').objectStore('games').getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  database.close();
  return all;
}

async function waitFor(page: Page, condition: () => boolean): Promise<void> {
  const start = performance.now();
  while (!condition()) {
    if (performance.now() - start > PATIENCE) {
      throw new Error(`waited in vain at ${page.url()}: ${(await page.locator('body').innerText()).slice(0, 2_000)}`);
    }
    await sleep(1);
  }
}
