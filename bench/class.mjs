// Verifies a whole class in a real browser, on the game as it is built, twice: by the clock alone, and watched, whether the page stays free
// (being watched takes a fifth longer); then grades the same class on the command line. Prints a report, or JSON with --json. Ends with 1 when a task on the page's own thread took more than 50 ms
// of processor.
// Usage: npm run bench:class [-- --count N] [-- --folder PATH] [-- --json]
//   --folder PATH  keep the class and its hand-ins there, and use those that are there already

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, preview } from 'vite';
import { LONGEST_TASK_MS, memoryOf, openBrowser, root, watchTasks } from './in-browser.mjs';

const PATIENCE_MS = 3_600_000;
/** Pictures of a class that are drawn; others are tables and lists. */
const DRAWINGS = 6;
const { values } = parseArgs({
  options: { count: { type: 'string', default: '500' }, folder: { type: 'string' }, json: { type: 'boolean' } },
});
const count = Number(values.count);
if (!Number.isInteger(count) || count < 2 || count > 5000) throw new Error('--count takes 2 to 5000');

const scratch = mkdtempSync(join(tmpdir(), 'clientele-class-'));
const folder = values.folder ?? scratch;
mkdirSync(folder, { recursive: true });
const classFile = join(folder, 'class.json');
const zip = join(folder, `hand-ins-${count}.zip`);
let server;
let browser;
try {
  if (!existsSync(classFile)) clientele('class', 'new', '--out', classFile, '--seed', 'a class on the bench');
  if (!existsSync(zip)) clientele('class', 'rehearse', classFile, '--out', zip, '--count', String(count));
  const site = join(scratch, 'site');
  await build({ root, logLevel: 'error', build: { outDir: site, emptyOutDir: true } });
  server = await preview({ root, configFile: false, logLevel: 'error', build: { outDir: site }, preview: { port: 0 } });
  const [timed, watched] = [await inNewBrowser(false), await inNewBrowser(true)];
  report(timed, watched, gradeOnCommandLine());
} finally {
  await browser?.close();
  await server?.close();
  rmSync(scratch, { recursive: true, force: true });
}

async function inNewBrowser(isWatched) {
  browser = await openBrowser();
  const found = await verifyInPage(server.resolvedUrls.local[0], isWatched);
  await browser.close();
  return found;
}

/** Opens the class, drops the zip in, and looks at all that comes of it. Seconds from the drop on. */
async function verifyInPage(address, isWatched) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.addInitScript(watchForIt);
  await page.goto(`${address}#/teach`);
  await page.getByLabel('File of the class').setInputFiles(classFile);
  const nav = page.getByRole('navigation', { name: 'This class' });
  await nav.getByRole('link', { name: 'Collect', exact: true }).click();
  await page.getByTestId('drop-files').waitFor({ state: 'attached' });
  await page.waitForTimeout(1000);
  const before = await memoryOf(browser, 'VmRSS');
  const start = performance.now();
  const collected = await phase('reading', async () => {
    await page.getByTestId('drop-files').setInputFiles(zip);
    await page.evaluate(
      (all) => window.whenThere(() => window.textOf('collected').includes(`${all} hand-ins;`)),
      count.toLocaleString('en'),
    );
  });
  const verified = await phase('verifying', () =>
    page.evaluate(
      (all) =>
        window.whenThere(
          () =>
            window.textOf('collected').includes(`${all} verified`) && !document.querySelector('[data-testid="work"]'),
        ),
      count.toLocaleString('en'),
    ),
  );
  const standings = await phase('standings', async () => {
    await nav.getByRole('link', { name: 'Standings', exact: true }).click();
    // The screen before it has a table too.
    await page.evaluate(() =>
      window.whenThere(
        () => document.querySelector('h1')?.textContent === 'Standings' && document.querySelector('table') !== null,
      ),
    );
  });
  const pictures = await phase('pictures', async () => {
    await nav.getByRole('link', { name: 'Debrief', exact: true }).click();
    await page.evaluate(
      (drawings) =>
        window.whenThere(() => {
          const drawn = [...document.querySelectorAll('figure svg.recharts-surface')];
          // Lines and bars come last.
          return drawn.length === drawings && drawn.every((one) => one.querySelector('.recharts-line, .recharts-bar'));
        }),
      DRAWINGS,
    );
  });
  return {
    phases: [collected, verified, standings, pictures],
    memoryBeforeMB: before,
    memoryPeakMB: await memoryOf(browser, 'VmHWM'),
    memoryAfterMB: await memoryOf(browser, 'VmRSS'),
  };

  /** How long after the drop something is done, and the page's tasks meanwhile. */
  async function phase(name, work) {
    const timed = async () => {
      await work();
      return (performance.now() - start) / 1000;
    };
    if (!isWatched) return { name, doneAfter: await timed() };
    const { done: doneAfter, ...tasks } = await watchTasks(browser, page, async () => {
      const seconds = await timed();
      // What the page still has to draw belongs to it too.
      await page.waitForTimeout(300);
      return seconds;
    });
    return { name, doneAfter, ...tasks };
  }
}

/** In the page: looks for something with every change of it. Looking from outside every now and then would be late by half a second. */
function watchForIt() {
  window.textOf = (testId) => document.querySelector(`[data-testid="${testId}"]`)?.textContent ?? '';
  window.whenThere = (isThere) =>
    new Promise((resolve) => {
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, characterData: true });
      look();
      function look() {
        if (!isThere()) return;
        observer.disconnect();
        resolve();
      }
    });
}

/** Seconds on the clock and on the processor, of all processes. */
function gradeOnCommandLine() {
  const args = [process.execPath, join(root, 'tools/clientele.mjs'), 'grade', zip, '--class', classFile, '--json'];
  const start = performance.now();
  const { stdout, stderr, status } = spawnSync('sh', ['-c', '"$@" || exit 1; times >&2', 'sh', ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`clientele grade ended with ${status}: ${stderr}`);
  const { verified } = JSON.parse(stdout).counts;
  // The last line of `times`: what the children took, as user and system.
  const processor = [
    ...stderr
      .trim()
      .split('\n')
      .at(-1)
      .matchAll(/(\d+)m([\d.]+)s/g),
  ];
  return { seconds, processorSeconds: processor.reduce((sum, [, m, s]) => sum + 60 * m + Number(s), 0), verified };
}

function report(timed, watched, grade) {
  const isFree = watched.phases.every(({ longestTaskMs }) => longestTaskMs <= LONGEST_TASK_MS);
  process.exitCode = isFree ? 0 : 1;
  if (values.json)
    return process.stdout.write(`${JSON.stringify({ count, timed, watched, grade, isFree }, null, 2)}\n`);
  const s = (seconds) => `${seconds.toFixed(1)} s`;
  const lines = [
    `${count.toLocaleString('en')} hand-ins of the default game (${(statSync(zip).size / 1e6).toFixed(1)} MB), ${availableParallelism()} processors`,
    ...watched.phases.map(
      ({ name, longestTaskMs, longestTaskOnTheClockMs }, index) =>
        `${name.padEnd(10)} done after ${s(timed.phases[index].doneAfter)}; longest task of the page ${longestTaskMs.toFixed(1)} ms of processor ` +
        `(${longestTaskOnTheClockMs.toFixed(1)} ms on the clock)`,
    ),
    `memory of the page's process, workers and all: ${timed.memoryBeforeMB ?? '?'} MB before, ` +
      `${timed.memoryPeakMB ?? '?'} MB at most, ${timed.memoryAfterMB ?? '?'} MB in the end`,
    `clientele grade: ${s(grade.seconds)}, ${grade.verified} verified, ` +
      `${(grade.verified / grade.processorSeconds).toFixed(1)} a processor-second`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function clientele(...args) {
  const { status } = spawnSync(process.execPath, [join(root, 'tools/clientele.mjs'), ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`clientele ${args.join(' ')} ended with ${status}`);
}
