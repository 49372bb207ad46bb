// Prints, as JSON, an nginx for the test of docs/hosting/nginx.conf and its list of media types; null when there is none.
// Where it can be had without asking (apt-get, root) its package is unpacked into node_modules, not installed: no service starts.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** For one step; without a network, asking for the package can take minutes to fail. */
const PATIENCE_MS = 60_000;

const cache = fileURLToPath(new URL('../node_modules/.cache/clientele-nginx', import.meta.url));

let found = installed() ?? unpacked();
if (found === null && process.platform === 'linux' && process.getuid() === 0 && onPath('apt-get') !== null) {
  unpack();
  found = unpacked();
}
if (found === null) process.stderr.write('SKIPPED: nginx is not here, so its example configuration is not tried.\n');
process.stdout.write(`${JSON.stringify(found)}\n`);

function installed() {
  const nginx = onPath('nginx') ?? ['/usr/sbin/nginx', '/usr/local/sbin/nginx'].find(existsSync) ?? null;
  const mimeTypes = ['/etc/nginx/mime.types', '/usr/local/etc/nginx/mime.types'].find(existsSync);
  return nginx !== null && mimeTypes !== undefined && starts(nginx) ? { nginx, mimeTypes } : null;
}

function unpacked() {
  const [nginx, mimeTypes] = [join(cache, 'usr/sbin/nginx'), join(cache, 'etc/nginx/mime.types')];
  return existsSync(nginx) && existsSync(mimeTypes) && starts(nginx) ? { nginx, mimeTypes } : null;
}

function unpack() {
  mkdirSync(cache, { recursive: true });
  const options = { cwd: cache, stdio: ['ignore', 'ignore', 'ignore'], timeout: PATIENCE_MS };
  spawnSync('apt-get', ['-qq', 'update'], options);
  spawnSync('apt-get', ['-qq', 'download', 'nginx', 'nginx-common'], options);
  for (const name of readdirSync(cache).filter((file) => file.endsWith('.deb'))) {
    spawnSync('dpkg-deb', ['-x', name, '.'], options);
  }
}

/** Its libraries may be missing. */
function starts(nginx) {
  return spawnSync(nginx, ['-v'], { stdio: 'ignore' }).status === 0;
}

function onPath(command) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, command)).find((file) => existsSync(file)) ?? null;
}
