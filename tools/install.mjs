// Installs what package-lock.json names, when node_modules does not already hold exactly that.
// Writes nothing to standard output before any command but the tests, so that it can run before one whose output is data.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

if (!isInstalledAsLocked()) {
  process.stderr.write('Installing the packages that package-lock.json names …\n');
  const { status, error } = installFromLockfile();
  if (error || status !== 0) {
    process.stderr.write(`The packages could not be installed${error ? `: ${error.message}` : ''}.\n`);
    // `npm test` promises a count as its last line, also when it cannot begin.
    if (process.env.npm_lifecycle_event === 'pretest') process.stdout.write('\n0 passed, 1 failed\n');
    process.exit(status || 1);
  }
}

/**
 * npm writes node_modules/.package-lock.json when an installation is complete, which makes it a stamp: one that also
 * notices another lockfile, production-only packages, and a folder copied from another kind of machine.
 */
function isInstalledAsLocked() {
  const locked = packagesIn('package-lock.json');
  const installed = packagesIn('node_modules/.package-lock.json');
  if (locked === null || installed === null) return false;
  for (const [path, entry] of Object.entries(locked)) {
    if (path === '') continue;
    const present = installed[path];
    if (present === undefined) {
      if (entry.optional) continue;
      return false;
    }
    if (present.version !== entry.version || present.integrity !== entry.integrity) return false;
    if (!suits(entry.os, process.platform) || !suits(entry.cpu, process.arch)) return false;
  }
  return true;
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(`${root}/${file}`, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** Whether a package.json `os` or `cpu` list, such as `["linux"]` or `["!win32"]`, accepts this machine. */
function suits(list, value) {
  if (list === undefined || list.includes('any')) return true;
  if (list.includes(`!${value}`)) return false;
  return list.includes(value) || list.every((item) => item.startsWith('!'));
}

function installFromLockfile() {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, stdio: ['ignore', process.stderr, process.stderr] };
  const npm = process.env.npm_execpath;
  // Another package manager may have started the script; only npm knows `ci`.
  if (npm && /^npm(-cli)?\.c?js$/.test(basename(npm))) return spawnSync(process.execPath, [npm, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}
