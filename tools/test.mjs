// Runs every check and every test, and ends with `N passed, N failed`.
// A check counts as one; tests are counted by the runner's own report, so a run that tested nothing shows.
// With --thorough the tests go to their full depth: see test/support/thorough.ts.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'clientele-test-'));
const isThorough = process.argv.includes('--thorough');
const STEP_LIMIT_MINUTES = isThorough ? 60 : 15;
const total = { passed: 0, failed: 0 };

// Types take as long as all other checks together: beside them.
const types = checksOfTypes();
const built = await checksOfTheBuild();
await tests('Unit tests', 'unit');
await types;
await tests('Tests of the screens’ parts', 'screens');
await tests('Tests in a browser', 'e2e', built);
if (isThorough) await tests('The page stays alive', 'alive', built);
await tests('The same bits in every browser', 'engines', built);

rmSync(reports, { recursive: true, force: true });
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);

async function checksOfTypes() {
  await check('Types (tsc)', 'typescript', 'tsc', ['-p', '.', '--noEmit']);
  await check('Types of the engine, without DOM and Node (tsc)', 'typescript', 'tsc', ['-p', 'src/engine', '--noEmit']);
}

async function checksOfTheBuild() {
  const built = await check('Build (vite)', 'vite', 'vite', ['build', '--logLevel', 'warn'], {
    NODE_ENV: 'production',
  });
  await check('Weight of the first load (size-limit)', 'size-limit', 'size-limit', [], {}, built);
  await check('Style and lint (biome)', '@biomejs/biome', 'biome', ['check', '--error-on-warnings', '.']);
  await check('Nothing unused (knip)', 'knip', 'knip', ['--no-progress']);
  return built;
}

/** Runs a tool that says yes or no by its exit code; what it printed is shown only when it says no. */
async function check(title, packageName, binary, args, env = {}, ready = true) {
  if (!ready) return notRun(title);
  const { code, output, seconds } = await run(packageName, binary, args, env, false);
  if (code !== 0) process.stdout.write(`\n${output.trim()}\n`);
  count(title, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, seconds);
  return code === 0;
}

/** Runs one vitest project, showing its own output as it goes. */
async function tests(title, project, ready = true) {
  if (!ready) return notRun(title);
  process.stdout.write(`\n${title}\n`);
  const report = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code, seconds } = await run('vitest', 'vitest', ['run', '--project', project, ...reporters], {}, true);
  const counts = countsIn(report);
  // Something outside the tests can fail a run too: an unhandled error, a crash, no test found.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  count(title, counts, seconds);
}

function notRun(title) {
  process.stdout.write(`✗ ${title}: not run, because the build failed\n`);
  total.failed += 1;
}

function count(title, { passed, failed, skipped = 0 }, seconds) {
  total.passed += passed;
  total.failed += failed;
  const detail = passed + failed + skipped > 1 ? `: ${passed} passed, ${failed} failed, ${skipped} skipped` : '';
  process.stdout.write(`${failed > 0 ? '✗' : '✓'} ${title}${detail} (${seconds.toFixed(1)} s)\n`);
}

function countsIn(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    // A file that does not load fails without any test of its own having failed.
    const brokenFiles = testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
    ).length;
    return {
      passed: numPassedTests,
      failed: numFailedTests + brokenFiles,
      skipped: numPendingTests + numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function run(packageName, binary, args, env, show) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [scriptOf(packageName, binary), ...args], {
      cwd: root,
      env: { ...process.env, ...env, ...(isThorough ? { CLIENTELE_THOROUGH: '1' } : {}) },
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    const limit = setTimeout(() => {
      process.stdout.write(`Stopped: still running after ${STEP_LIMIT_MINUTES} minutes.\n`);
      child.kill('SIGKILL');
    }, STEP_LIMIT_MINUTES * 60_000);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => {
      output += error.message;
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      resolve({ code, output, seconds: (performance.now() - started) / 1000 });
    });
  });
}

/** The script behind a package's command; running it with Node needs no shell on any system. */
function scriptOf(packageName, binary) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[binary]);
}
