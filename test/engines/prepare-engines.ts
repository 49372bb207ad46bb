import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

/** The browsers that were found here; null for one that is not to be had. */
export type FoundBrowsers = {
  readonly chromium: string | null;
  readonly firefox: string | null;
  readonly webkit: { readonly driver: string; readonly browser: string; readonly display: readonly string[] } | null;
};

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: vitest takes these types by declaration merging.
  interface ProvidedContext {
    readonly browsers: FoundBrowsers;
    /** Folder with the harness as browsers load it. */
    readonly harness: string;
  }
}

/** Before the tests: builds the app when sources are newer than dist/, bundles the harness, finds browsers. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  runTool('build-if-stale.mjs');
  const folder = await mkdtemp(join(tmpdir(), 'clientele-engines-'));
  const entry = (name: string) => fileURLToPath(new URL(`./harness/${name}.ts`, import.meta.url));
  await build({
    configFile: false,
    logLevel: 'warn',
    root: fileURLToPath(new URL('./harness', import.meta.url)),
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: { page: entry('page'), 'do-jobs': entry('do-jobs') },
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
  project.provide('harness', folder);
  project.provide('browsers', JSON.parse(runTool('find-browsers.mjs')) as FoundBrowsers);
  return () => rm(folder, { recursive: true, force: true });
}

function runTool(name: string): string {
  const script = fileURLToPath(new URL(`../../tools/${name}`, import.meta.url));
  return execFileSync(process.execPath, [script], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
