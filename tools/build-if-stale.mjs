// Builds the game into dist/, unless dist/ is newer than everything it is made of; with the word `single`, the one file in dist-single/;
// with `cli`, the command line in dist-cli/.

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

const BUILDS = {
  game: { what: 'the game', result: 'dist/.vite/manifest.json', config: null },
  single: { what: 'the game as one file', result: 'dist-single/clientele.html', config: 'vite.single.config.ts' },
  cli: { what: 'the command line', result: 'dist-cli/main.js', config: 'vite.cli.config.ts' },
};

const { what, result, config } = BUILDS[process.argv[2] ?? 'game'];

if (newestChange(config ? [...SOURCES, config] : SOURCES) >= changeOf(result)) {
  process.stderr.write(`Building ${what} …\n`);
  const { status, error } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vite/bin/vite.js'),
      'build',
      '--logLevel',
      'warn',
      ...(config ? ['--config', config] : []),
    ],
    {
      cwd: root,
      stdio: ['ignore', process.stderr, process.stderr],
      // Under a test runner NODE_ENV is `test`, which would put React's development build into dist/.
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  if (error || status !== 0) {
    process.stderr.write(
      `${what[0].toUpperCase()}${what.slice(1)} could not be built${error ? `: ${error.message}` : ''}.\n`,
    );
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
