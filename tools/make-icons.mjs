// Draws the icons of an installed app from public/icon.svg: `npm run icons`, when the sign changes. The pictures are committed.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const svg = readFileSync(`${root}/public/icon.svg`, 'utf8');
const ground = /<rect width="32" height="32" rx="\d+" fill="(#[0-9a-f]+)"\/>/.exec(svg);
if (ground === null) throw new Error('the icon has no ground to grow to the edge');
/** Systems cut the maskable picture to their own shape: the sign stays in the middle, its ground fills the square. */
const fullBleed = svg
  .replace(ground[0], `<rect x="-8" y="-8" width="48" height="48" fill="${ground[1]}"/>`)
  .replace('viewBox="0 0 32 32"', 'viewBox="-4 -4 40 40"');

const { stdout } = spawnSync(process.execPath, [`${root}/tools/find-browser.mjs`], { encoding: 'utf8' });
const browser = await chromium.launch({
  executablePath: stdout.trim(),
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
});
await draw('icon-192.png', svg, 192);
await draw('icon-512.png', svg, 512);
await draw('icon-maskable-192.png', fullBleed, 192);
await draw('icon-maskable-512.png', fullBleed, 512);
await draw('apple-touch-icon.png', fullBleed, 180);
await browser.close();

async function draw(name, picture, size) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${picture}`);
  writeFileSync(`${root}/public/${name}`, await page.screenshot({ omitBackground: true }));
  await page.close();
}
