// Builds the game into dist/, unless dist/ is newer than everything it is made of; with the word `single`, the one file in dist-single/.

import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const SOURCES = [
  'src',
  'public',
  'index.html',
  'tools',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'node_modules/.package-lock.json',
];

const single = process.argv[2] === 'single';
const [result, config] = single
  ? ['dist-single/clientele.html', ['--config', 'vite.single.config.ts']]
  : ['dist/.vite/manifest.json', []];

if (newestChange(single ? [...SOURCES, 'vite.single.config.ts'] : SOURCES) >= changeOf(result)) {
  process.stderr.write(single ? 'Building the game as one file …\n' : 'Building the game …\n');
  const { status, error } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn', ...config],
    {
      cwd: root,
      stdio: ['ignore', process.stderr, process.stderr],
      // Under a test runner NODE_ENV is `test`, which would put React's development build into dist/.
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  if (error || status !== 0) {
    process.stderr.write(`The game could not be built${error ? `: ${error.message}` : ''}.\n`);
    process.exit(status || 1);
  }
}

/** The latest change in milliseconds; folders count too, so that a deleted file is noticed. */
function newestChange(paths) {
  return Math.max(
    ...paths.map((path) => {
      const stats = statSync(join(root, path), { throwIfNoEntry: false });
      if (stats === undefined) return 0;
      if (!stats.isDirectory()) return stats.mtimeMs;
      return Math.max(stats.mtimeMs, newestChange(readdirSync(join(root, path)).map((name) => join(path, name))));
    }),
  );
}

function changeOf(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
