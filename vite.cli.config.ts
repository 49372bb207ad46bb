import { defineConfig } from 'vite';

/** The command line in a few files: loaded module by module, the engine's loops, which call across files, take half as long again. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist-cli',
    target: 'es2022',
    rolldownOptions: {
      input: {
        main: 'src/cli/main.ts',
        'job-worker': 'src/cli/pool/job-worker.ts',
        'debrief-process': 'src/cli/pool/debrief-process.ts',
      },
      // Constants stay constants: the compiler sees their values.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', topLevelVar: false },
    },
  },
});
