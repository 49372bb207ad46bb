// Builds the game when needed, serves it on this machine only, and opens it in the browser.
// With CI set or NO_OPEN=1 the browser is left alone.

import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const build = spawnSync(process.execPath, [`${root}/tools/build-if-stale.mjs`], { stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status || 1);

const { preview } = await import('vite');
const server = await preview({
  root,
  logLevel: 'warn',
  // Saved games belong to an address with its port: always try the same one first.
  preview: { host: '127.0.0.1', port: 4173, strictPort: false, open: false },
});
const address = `http://127.0.0.1:${server.httpServer.address().port}/`;
process.stdout.write(`\nClientele is ready: ${address}\nTo stop it, press Ctrl+C.\n`);

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
// npm starts this through a shell that does not pass signals on: when that shell is gone, so is whoever wanted the game.
if (process.env.npm_lifecycle_event) {
  const shell = process.ppid;
  setInterval(() => process.ppid !== shell && process.exit(0), 500).unref();
}
if (!process.env.CI && process.env.NO_OPEN !== '1') openInBrowser(address);

function openInBrowser(url) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const opener = spawn(command, args, { stdio: 'ignore', detached: true });
  // No desktop here: the printed address serves.
  opener.on('error', () => {});
  opener.unref();
}
