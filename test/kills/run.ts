import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, type Plugin } from 'vite';
import { replay } from '../../src/engine/index.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import { resized } from '../../src/scenarios/resized.ts';
import { serveFolder } from '../support/static-server.ts';
import { runKillTrial } from './kill-trial.ts';

/**
 * `npm run trial:kills [-- --kills N] [-- --seed TEXT]`: kills the browser at random moments of a game, and looks after each kill whether
 * everything that had been shown as played is there. The game is built as it is shipped, but for the size of its firm. At the end every log found on
 * the device is replayed by Node. Ends with 1 when anything was lost.
 */
const CUSTOMERS = 1_000;

const { values } = parseArgs({ options: { kills: { type: 'string', default: '200' }, seed: { type: 'string' } } });
const kills = Number(values.kills);
if (!Number.isInteger(kills) || kills < 1) throw new Error('--kills takes a whole number from 1');
const seed = values.seed ?? `${Date.now()}`;

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'clientele-kills-app-'));
const small: Plugin = {
  name: 'small-base',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('/src/scenarios/originals.ts')
      ? `import { harbour } from './harbour.ts';
         import { resized } from './resized.ts';
         export const SCENARIOS = [resized(harbour, ${CUSTOMERS})];`
      : null,
};
await build({
  root,
  logLevel: 'error',
  plugins: [small],
  worker: { format: 'es', plugins: () => [small] },
  build: { outDir: folder, emptyOutDir: true },
});
const server = await serveFolder(folder, '/game/');
try {
  const finder = join(root, 'tools/find-browser.mjs');
  const browserPath = execFileSync(process.execPath, [finder], { encoding: 'utf8' }).trim();
  process.stdout.write(`${kills} kills of ${browserPath}, seed ${seed}\n`);
  const start = performance.now();
  let told = 0;
  const report = await runKillTrial({
    browserPath,
    address: server.address,
    kills,
    seed,
    onKill(kill, { shown, faults }) {
      for (const fault of faults.slice(told)) process.stdout.write(`kill ${kill}: ${fault}\n`);
      told = faults.length;
      if (kill > 0 && kill % 20 === 0)
        process.stdout.write(`${kill} kills, ${shown} rounds shown, ${faults.length} faults\n`);
    },
  });
  const scenario = resized(harbour, CUSTOMERS);
  const notReplayed = report.logs.filter((log) => !replay(log, scenario).ok).length;
  const { anytime, writing, shown } = report.kills;
  process.stdout.write(
    [
      `kills at any moment ${anytime}, while a round was being written ${writing}, as soon as it was shown ${shown}`,
      `games ${report.logs.length}, rounds shown as played ${report.shown}, kept though not yet shown ${report.unseen}`,
      `games that Node replays to other digests ${notReplayed}`,
      `${((performance.now() - start) / 1000 / kills).toFixed(1)} s a kill`,
      `lost or different: ${report.faults.length}`,
      '',
    ].join('\n'),
  );
  process.exitCode = report.faults.length + notReplayed > 0 ? 1 : 0;
} finally {
  await server.close();
  await rm(folder, { recursive: true, force: true });
}
