import { readFileSync } from 'node:fs';

/** @type {Record<string, { file: string, isEntry?: boolean, imports?: string[] }>} */
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));

/** What a browser fetches before the home page can be used: the entry, the home screen, and all they import statically. */
function firstLoad() {
  const keys = Object.keys(manifest).filter((key) => manifest[key].isEntry || key.startsWith('src/features/home/'));
  const seen = new Set(keys);
  for (const key of seen) for (const imported of manifest[key].imports ?? []) seen.add(imported);
  return [...seen].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'));
}

export default [
  {
    name: "JavaScript of the home page's first load, gzip",
    path: firstLoad().map((file) => `dist/${file}`),
    limit: '120 kB',
    gzip: true,
  },
];
