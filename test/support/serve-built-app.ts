import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { serveFolder } from './static-server.ts';

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: vitest takes these types by declaration merging.
  interface ProvidedContext {
    /** Where the built app is served, with a slash at the end. */
    readonly appAddress: string;
    /** The browser's executable. */
    readonly browserPath: string;
  }
}

/** Before the browser tests: builds what is older than its sources, for tests that run side by side, finds a browser, serves dist/. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  runTool('build-if-stale.mjs');
  runTool('build-if-stale.mjs', 'cli');
  project.provide('browserPath', runTool('find-browser.mjs').trim());
  // The space shows an address that is not encoded; the folder, one that is not relative.
  const server = await serveFolder(fileURLToPath(new URL('../../dist', import.meta.url)), '/a course/game/');
  project.provide('appAddress', server.address);
  return server.close;
}

function runTool(name: string, ...args: readonly string[]): string {
  const script = fileURLToPath(new URL(`../../tools/${name}`, import.meta.url));
  return execFileSync(process.execPath, [script, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
