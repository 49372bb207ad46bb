// Plays the last quarter of a game in a real browser, twice: by the clock alone, to measure when its debrief is there, part by part, and watched,
// whether the page stays free meanwhile (being watched takes longer): the built app, a game of the default length by the customer-centric policy,
// the last quarters of which are played in the page, results looked at, as whoever comes to a debrief has done.
// Prints a table, or JSON with --json. Ends with 1 when a task on the page's own thread took more than 50 ms of processor.
// Usage: npm run bench:debrief [-- --quarters N] [-- --think SECONDS] [-- --seed TEXT] [-- --json]
// --quarters: how many are played in the page before the last one; 0 is a saved game that is opened for the last.
// --think: how long the last quarter is thought over, during which the workers get ready.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, preview } from 'vite';
import { LONGEST_TASK_MS, memoryOf, openBrowser, root, watchTasks } from './in-browser.mjs';

const PATIENCE_MS = 600_000;
/** What is there when a part of the debrief is. */
const PARTS = {
  result: '[data-testid="firm-value"]',
  reveal: '#debrief-reveal figure',
  choices: '#debrief-choices ol',
  futures: '#debrief-luck figure',
  luck: '#debrief-luck summary',
};
const { values } = parseArgs({
  options: {
    quarters: { type: 'string', default: '3' },
    think: { type: 'string', default: '20' },
    seed: { type: 'string', default: 'bench' },
    json: { type: 'boolean' },
  },
});
const thinkSeconds = Number(values.think);
if (!(thinkSeconds >= 0)) throw new Error('--think takes a number of seconds');
const quarters = Number(values.quarters);
if (!Number.isInteger(quarters) || quarters < 0) throw new Error('--quarters takes a whole number');
/** How long the results of each are looked at. */
const LOOK_MS = 3000;

const folder = mkdtempSync(join(tmpdir(), 'clientele-debrief-'));
let server;
let browser;
try {
  await build({ root, logLevel: 'error', build: { outDir: join(folder, 'dist'), emptyOutDir: true } });
  server = await preview({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir: join(folder, 'dist') },
    preview: { port: 0 },
  });
  const game = gameBeforeItsEnd();
  const address = server.resolvedUrls.local[0];
  const { done, memory } = await inNewBrowser(address, game, timed);
  const { tasks } = await inNewBrowser(address, game, watchTasks);
  report({ thinkSeconds, ...done, ...memory, ...tasks });
} finally {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
}

/** As `watchTasks`, without watching. */
async function timed(_browser, _page, work) {
  return { done: await work() };
}

/** Plays the last quarter as it is looked at, and tells what was seen. */
async function inNewBrowser(address, game, look) {
  browser = await openBrowser();
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(address);
  await page.locator('input[type="file"]').setInputFiles(game);
  await page
    .getByRole('link', { name: 'Go to the desk' })
    .or(page.getByRole('button', { name: 'Play the quarter' }))
    .first()
    .waitFor();
  const link = page.getByRole('link', { name: 'Go to the desk' });
  if ((await link.count()) > 0) await link.first().click();
  for (let played = 0; played < quarters; played++) await playQuarter(page);
  const memoryBeforeMB = await memoryOf(browser, 'VmRSS');
  await page.waitForTimeout(1000 * thinkSeconds);
  // The browser's driver loads what it looks with at its first look, which is not the page's work.
  await page.getByRole('link', { name: /debrief/i }).count();
  const memoryThinkingMB = await memoryOf(browser, 'VmRSS');
  const { done, ...tasks } = await look(browser, page, () => readDebrief(page));
  const memoryPeakMB = await memoryOf(browser, 'VmHWM');
  await browser.close();
  return { done, tasks, memory: { memoryBeforeMB, memoryThinkingMB, memoryPeakMB } };
}

/** A game with the last quarters still to be played. */
function gameBeforeItsEnd() {
  const whole = join(folder, 'whole.json');
  const clientele = join(root, 'tools/clientele.mjs');
  const play = [
    'play',
    '--scenario',
    'harbour',
    '--policy',
    'customer-centric',
    '--seed',
    values.seed,
    '--save',
    whole,
  ];
  execFileSync(process.execPath, [clientele, ...play]);
  const log = JSON.parse(readFileSync(whole, 'utf8'));
  const played = log.decisions.length - 1 - quarters;
  if (played < 0) throw new Error(`--quarters takes at most ${log.decisions.length - 1}`);
  const cut = { ...log, decisions: log.decisions.slice(0, played), digests: log.digests.slice(0, played) };
  const path = join(folder, 'before-the-end.json');
  writeFileSync(path, JSON.stringify(cut));
  return path;
}

/** Plays the quarter that is on the desk, looks at its results, and goes on to the next one's desk. */
async function playQuarter(page) {
  await pressPlay(page, page.getByRole('link', { name: 'Next quarter' }));
  await page.waitForTimeout(LOOK_MS);
  await page.getByRole('link', { name: 'Next quarter' }).first().click();
}

/** Presses the button, and confirms where it is asked, until there is what comes of it. */
async function pressPlay(page, result) {
  await page.getByRole('button', { name: 'Play the quarter' }).click();
  const dialog = page.getByRole('alertdialog').getByRole('button', { name: 'Play the quarter' });
  await dialog.or(result).first().waitFor();
  if (await dialog.isVisible()) await dialog.click();
  await result.first().waitFor();
}

/**
 * Seconds from the press that plays the last quarter to each part of the debrief, by the page's own clock, and the tasks since that the browser
 * itself holds to be long, milliseconds.
 */
async function readDebrief(page) {
  await page.evaluate(noteTimes, PARTS);
  const debrief = page.getByRole('link', { name: /debrief/i });
  await pressPlay(page, debrief.or(page.getByTestId('firm-value')));
  if (!(await page.getByTestId('firm-value').isVisible())) await debrief.first().click();
  const seen = await page.waitForFunction(
    (count) => Object.keys(window.debriefTimes).length === count && [window.debriefTimes, window.longTasks],
    Object.keys(PARTS).length,
    { polling: 1000 },
  );
  const [seconds, longTasksMs] = await seen.jsonValue();
  return { seconds, longTasksMs };
}

/** In the page: notes when each part first is there. Watching from outside would take up the page's time. */
function noteTimes(parts) {
  let start = Number.POSITIVE_INFINITY;
  window.debriefTimes = {};
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) if (startTime >= start) window.longTasks.push(duration);
  }).observe({ type: 'longtask' });
  document.addEventListener(
    'click',
    (event) => {
      if (event.target.closest('button')?.textContent === 'Play the quarter') start = performance.now();
    },
    true,
  );
  new MutationObserver(() => {
    for (const [part, selector] of Object.entries(parts)) {
      if (part in window.debriefTimes || !document.querySelector(selector)) continue;
      window.debriefTimes[part] = (performance.now() - start) / 1000;
    }
  }).observe(document, { subtree: true, childList: true });
}

function report(found) {
  const isFree = found.tasks > 0 && found.longestTaskMs <= LONGEST_TASK_MS;
  if (values.json) process.stdout.write(`${JSON.stringify({ ...found, isFree }, null, 2)}\n`);
  else {
    const { seconds } = found;
    process.stdout.write(
      `A debrief, seconds after the last quarter was played (thought over for ${found.thinkSeconds} s before)\n`,
    );
    for (const [part, at] of Object.entries(seconds)) process.stdout.write(`  ${part.padEnd(8)} ${at.toFixed(1)}\n`);
    process.stdout.write(
      `tasks that the browser holds to be long: ${found.longTasksMs.map((ms) => `${ms} ms`).join(', ') || 'none'}; watched, the ` +
        `longest of ${found.tasks} tasks of the page ${found.longestTaskMs.toFixed(1)} ms of processor ` +
        `(${found.longestTaskOnTheClockMs.toFixed(1)} ms on the clock); memory of its process ${found.memoryBeforeMB ?? '?'} MB before, ` +
        `${found.memoryThinkingMB ?? '?'} MB while the last quarter was thought over, ${found.memoryPeakMB ?? '?'} MB at most\n`,
    );
  }
  process.exitCode = isFree ? 0 : 1;
}
