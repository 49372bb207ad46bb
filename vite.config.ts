import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import about from './package.json' with { type: 'json' };
import { compressedPreview } from './tools/compressed-preview.ts';
import { offlineBuild } from './tools/offline-build.ts';
import { strictPolicy } from './tools/strict-policy.ts';

const BROWSER_TESTS = ['test/e2e/**', 'test/engines/**'];
/** Tests that watch the clock, and so run while nothing else does. */
const TIMED_TESTS = 'test/e2e/page-stays-alive.test.ts';
const IN_A_BROWSER = {
  environment: 'node' as const,
  globalSetup: ['test/support/serve-built-app.ts'],
  isolate: false,
  testTimeout: 600_000,
  hookTimeout: 120_000,
};
/** Tests of what imports style sheets and components; those in need of a page ask for jsdom themselves. */
const SCREEN_TESTS = ['test/app/**', 'test/features/**', 'test/ui/**'];

export default defineConfig({
  // Relative, so that the built game runs from any folder of any host.
  base: './',
  plugins: [react(), compressedPreview(), strictPolicy(), offlineBuild()],
  // Told in reports of errors.
  define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(about.version) },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    sourcemap: false,
    manifest: true,
    // The licences of the packages in the bundle ask to travel with it.
    license: { fileName: 'third-party-licences.md' },
    // Data addresses and the polyfill's inline part would need holes in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake: {
        // Loading these does nothing by itself: a page that only checks decisions need not fetch the samplers and their tables.
        moduleSideEffects: [
          { test: /\/src\/(engine|marketing-science|scenarios)\/|\/seedrandom\//, sideEffects: false },
        ],
      },
    },
  },
  test: {
    silent: 'passed-only',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...BROWSER_TESTS, ...SCREEN_TESTS],
          environment: 'node',
          // Plain Node modules: Vite's module runner makes the engine's loops, which call across files, several times slower.
          experimental: { viteModuleRunner: false, nodeLoader: false },
          execArgv: ['--import', 'tsx'],
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'screens',
          include: SCREEN_TESTS.map((folder) => `${folder}/*.test.{ts,tsx}`),
          environment: 'node',
          setupFiles: ['test/support/prepare-dom.ts'],
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: [TIMED_TESTS],
          ...IN_A_BROWSER,
          // Two workers, each with one browser for all of its files.
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: { name: 'alive', include: [TIMED_TESTS], ...IN_A_BROWSER, fileParallelism: false },
      },
      {
        extends: true,
        test: {
          name: 'engines',
          include: ['test/engines/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/engines/prepare-engines.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
