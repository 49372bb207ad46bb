// The command line. Bundles it first when its sources are newer, and says nothing of that on standard output.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const build = spawnSync(process.execPath, [fileURLToPath(new URL('build-if-stale.mjs', import.meta.url)), 'cli'], {
  stdio: ['ignore', process.stderr, process.stderr],
});
if (build.status !== 0) process.exit(build.status || 1);
await import('../dist-cli/main.js');
