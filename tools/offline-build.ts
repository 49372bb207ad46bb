import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';
import type { Build, BuiltFile } from '../src/offline/version-caches.ts';
import { hashOf } from './strict-policy.ts';

const WORKER_SOURCE = fileURLToPath(new URL('../src/offline/service-worker.ts', import.meta.url));

/** In a build's folder, but not part of the app: hosts may keep such files to themselves. */
const NOT_OF_THE_APP = /^(sw\.js|index\.html|_headers|.*\.md|(.*\/)?\..*)$/;

const VERSION_META = /(<meta name="clientele-version" content=")[^"]*(")/;

/** Makes the built app work without its host: gives it a version and a service worker that keeps all of its files. */
export function offlineBuild(): Plugin {
  let folder = '';
  let engineVersion = '';
  return {
    name: 'clientele:offline-build',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    // From what is built, not from what this file could import.
    moduleParsed({ id, code }) {
      if (/\/src\/engine\/replay\/version\.ts$/.test(id)) {
        engineVersion = /ENGINE_VERSION = (['"])(.+)\1/.exec(code ?? '')?.[2] ?? '';
      }
    },
    // By now everything is written, what Vite copies and what other plugins add included.
    closeBundle: { order: 'post', sequential: true, handler: () => stampVersion(folder, engineVersion).then(() => {}) },
  };
}

/**
 * Writes `sw.js` into the folder of a built app, and its version into the page. Running it again on the same files gives the same
 * version.
 *
 * @returns the version
 */
export async function stampVersion(folder: string, engineVersion: string): Promise<string> {
  if (engineVersion === '') throw new Error('the build does not tell the version of its model');
  const page = join(folder, 'index.html');
  const unnamed = (await readFile(page, 'utf8')).replace(VERSION_META, '$1$2');
  if (!VERSION_META.test(unnamed)) throw new Error(`${page} has no place for a version`);
  const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(resolve(folder).length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !NOT_OF_THE_APP.test(path))
    .sort();
  const files: BuiltFile[] = await Promise.all(
    paths.map(async (path) => ({ path: encodeURI(path), integrity: hashOf(await readFile(join(folder, path))) })),
  );
  const version = createHash('sha256')
    .update(JSON.stringify([engineVersion, unnamed, files]))
    .digest('hex')
    .slice(0, 16);
  const named = unnamed.replace(VERSION_META, `$1${version}$2`);
  await writeFile(page, named);
  files.unshift({ path: '', integrity: hashOf(named) });
  await writeFile(join(folder, 'sw.js'), await serviceWorker({ version, engineVersion, files }));
  return version;
}

/** The service worker's code as one plain script. */
async function serviceWorker(of: Build): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { CLIENTELE_BUILD: JSON.stringify(of) },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: WORKER_SOURCE, output: { format: 'iife', entryFileNames: 'sw.js' } },
    },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
}
