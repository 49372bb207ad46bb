// Prints the path of a Chromium-based browser for the tests; installs one where that can be done without asking.
// Order: CHROME_PATH, the PATH, the usual places, Playwright's own downloads, apt-get when root.

import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const { env, platform } = process;

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
];

const path = namedBrowser() ?? foundBrowser() ?? aptBrowser();
if (path === undefined) {
  process.stderr.write(
    'No browser was found for the tests. Install Chromium, Chrome or Edge, or set CHROME_PATH to one,\n' +
      'or let Playwright fetch its own: npx playwright-core install chromium\n',
  );
  process.exit(1);
}
process.stdout.write(`${path}\n`);

function namedBrowser() {
  if (!env.CHROME_PATH) return undefined;
  if (works(env.CHROME_PATH)) return env.CHROME_PATH;
  process.stderr.write(`CHROME_PATH is ${env.CHROME_PATH}, which is not a browser that starts.\n`);
  process.exit(1);
}

function foundBrowser() {
  return [...onPath(), ...usualPlaces(), ...playwrightDownloads()].find(works);
}

function onPath() {
  const suffix = platform === 'win32' ? '.exe' : '';
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command + suffix)));
}

function usualPlaces() {
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      names.map((name) => join(folder, `${name}.app`, 'Contents/MacOS', name)),
    );
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Chromium/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ]);
  }
  return [
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/usr/lib/chromium',
    '/opt/google/chrome',
    '/opt/microsoft/msedge',
  ].flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
}

function playwrightDownloads() {
  const caches = {
    darwin: join(homedir(), 'Library/Caches/ms-playwright'),
    win32: join(env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
  };
  const cache = env.PLAYWRIGHT_BROWSERS_PATH || (caches[platform] ?? join(homedir(), '.cache/ms-playwright'));
  const executable =
    {
      darwin: /^(Chromium|Google Chrome for Testing|headless_shell|chrome-headless-shell)$/,
      win32: /^(chrome|headless_shell|chrome-headless-shell)\.exe$/,
    }[platform] ?? /^(chrome|headless_shell|chrome-headless-shell)$/;
  const folders = namesIn(cache).filter((name) => /^chromium(_headless_shell)?-\d+$/.test(name));
  const newestFirst = folders.sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]));
  return newestFirst.flatMap((folder) => filesNamed(executable, join(cache, folder), 5));
}

/** Files below `folder`, at most `depth` folders down, whose name matches. */
function filesNamed(pattern, folder, depth) {
  if (depth === 0) return [];
  return namesIn(folder).flatMap((name) => {
    const file = join(folder, name);
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) return filesNamed(pattern, file, depth - 1);
    return pattern.test(name) ? [file] : [];
  });
}

function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A name on the disk is not enough: a snap's stand-in, for one, is there and does not start. */
function works(file) {
  try {
    if (!statSync(file).isFile()) return false;
    accessSync(file, constants.X_OK);
  } catch {
    return false;
  }
  // Windows browsers do not answer --version: they open a window.
  if (platform === 'win32') return true;
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return status === 0 && /\d+\.\d+/.test(stdout);
}

function aptBrowser() {
  if (platform !== 'linux' || process.getuid() !== 0) return undefined;
  process.stderr.write('Installing Chromium for the tests (apt-get) …\n');
  const options = {
    stdio: ['ignore', 'ignore', process.stderr],
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['-qq', 'update'], options);
  spawnSync('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'chromium'], options);
  return foundBrowser();
}
