// Prints, as JSON, the three kinds of browser that the tests of `test/engines` compare, and installs those that can be had without asking:
// { chromium: path, firefox: path, webkit: { driver, browser, display: [command that lends a display] } }, null for one that is not here.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { env, platform } = process;
const wanted = { firefox: ['firefox-esr'], webkit: ['webkit2gtk-driver', 'xvfb', 'xauth'] };

let found = { firefox: findFirefox(), webkit: findWebkit() };
const missing = Object.keys(wanted).filter((name) => found[name] === null);
if (missing.length > 0 && platform === 'linux' && process.getuid() === 0 && onPath('apt-get')) {
  process.stderr.write(`Installing ${missing.join(' and ')} for the tests (apt-get) …\n`);
  const options = { stdio: ['ignore', 'ignore', 'ignore'], env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['-qq', 'update'], options);
  for (const name of missing)
    spawnSync('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...wanted[name]], options);
  found = { firefox: findFirefox(), webkit: findWebkit() };
}
const browsers = { chromium: findChromium(), ...found };
for (const [name, browser] of Object.entries(browsers)) {
  if (browser === null) process.stderr.write(`SKIPPED: ${name} is not here, so its bits are not compared.\n`);
}
process.stdout.write(`${JSON.stringify(browsers)}\n`);

function findChromium() {
  const script = fileURLToPath(new URL('./find-browser.mjs', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout.trim() : null;
}

function findFirefox() {
  if (env.FIREFOX_PATH) return existsSync(env.FIREFOX_PATH) ? env.FIREFOX_PATH : null;
  const usual = {
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: [join(env.PROGRAMFILES ?? 'C:\\Program Files', 'Mozilla Firefox', 'firefox.exe')],
  }[platform];
  if (usual) return usual.find((file) => existsSync(file)) ?? null;
  return onPath('firefox-esr') ?? onPath('firefox');
}

/** WebKitGTK's driver and small browser, which need a display: a lent one where there is none. */
function findWebkit() {
  if (platform !== 'linux') return null;
  const driver = onPath('WebKitWebDriver');
  const browser = miniBrowser();
  if (driver === null || browser === null) return null;
  if (onPath('xvfb-run') && onPath('xauth')) return { driver, browser, display: ['xvfb-run', '-a'] };
  return env.DISPLAY || env.WAYLAND_DISPLAY ? { driver, browser, display: [] } : null;
}

function miniBrowser() {
  for (const folder of ['/usr/lib', '/usr/libexec']) {
    const machines = existsSync(folder) ? readdirSync(folder).filter((name) => name.includes('linux-gnu')) : [];
    for (const place of [folder, ...machines.map((name) => join(folder, name))]) {
      for (const version of ['4.1', '4.0', '6.0']) {
        const prefix = version === '6.0' ? 'webkitgtk' : 'webkit2gtk';
        const file = join(place, `${prefix}-${version}`, 'MiniBrowser');
        if (existsSync(file)) return file;
      }
    }
  }
  return null;
}

function onPath(command) {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, command)).find((file) => existsSync(file)) ?? null;
}
