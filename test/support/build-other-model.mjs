// Builds the app with another version of the model into a folder: `node build-other-model.mjs FOLDER VERSION`.

import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const [, , folder, version] = process.argv;

await build({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  logLevel: 'warn',
  build: { outDir: folder, emptyOutDir: true, minify: false },
  worker: { plugins: () => [otherModel()] },
  plugins: [otherModel()],
});

function otherModel() {
  return {
    name: 'other-model',
    enforce: 'pre',
    transform: (code, id) =>
      /engine\/replay\/version\.ts/.test(id)
        ? code.replace(/ENGINE_VERSION = '[^']*'/, `ENGINE_VERSION = '${version}'`)
        : undefined,
  };
}
