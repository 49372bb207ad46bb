import { execFileSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Builds the game as one file when sources are newer. @returns its address on the disk */
export function singleFileAddress(): string {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  execFileSync(process.execPath, [`${root}tools/build-if-stale.mjs`, 'single'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return pathToFileURL(`${root}dist-single/clientele.html`).href;
}
