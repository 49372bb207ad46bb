// Measures the engine as it is shipped: bundled, since modules loaded one by one are slower. Prints a table, or JSON with --json.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'clientele-bench-'));
try {
  const node = { configFile: false, logLevel: 'error', root: here, ssr: { noExternal: true } };
  for (const [name, entry] of [
    ['bench', join(here, 'bench.ts')],
    ['engine', join(here, '../src/engine/index.ts')],
  ]) {
    await build({
      ...node,
      build: {
        ssr: entry,
        outDir: folder,
        emptyOutDir: false,
        minify: true,
        target: 'es2022',
        // Constants stay constants, as in the workers that are shipped: the compiler sees their values.
        rolldownOptions: { output: { entryFileNames: `${name}.mjs`, topLevelVar: false } },
      },
    });
  }
  const env = { ...process.env, CLIENTELE_START_UP_MS: String(startUp()) };
  const { status } = spawnSync(process.execPath, [join(folder, 'bench.mjs'), ...process.argv.slice(2)], {
    env,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Milliseconds that a fresh process takes to load the engine and its tables; the median of five. */
function startUp() {
  const engine = JSON.stringify(pathToFileURL(join(folder, 'engine.mjs')).href);
  const script = `const t = performance.now(); await import(${engine}); console.log(performance.now() - t);`;
  const times = Array.from({ length: 5 }, () =>
    Number(spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stdout),
  );
  return times.sort((a, b) => a - b)[2];
}
