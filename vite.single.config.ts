import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { singleFile, workersInside } from './tools/single-file.ts';
import appConfig from './vite.config.ts';

/** The whole game as one file that plays from a disk: `npm run build:single`. */
export default defineConfig({
  base: './',
  plugins: [react(), workersInside(), singleFile('clientele.html')],
  // Classic ones: Chromium starts no modules from the memory of a page that comes from a disk.
  worker: { format: 'iife', plugins: () => [workersInside()] },
  build: {
    target: 'es2022',
    outDir: 'dist-single',
    copyPublicDir: false,
    license: { fileName: 'third-party-licences.md' },
    cssCodeSplit: false,
    assetsInlineLimit: Number.POSITIVE_INFINITY,
    modulePreload: false,
    rolldownOptions: { ...appConfig.build?.rolldownOptions, output: { codeSplitting: false } },
  },
});
