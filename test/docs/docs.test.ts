import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const scripts = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts as Record<string, string>;

/** Every page that people read, by its path from the root. */
const PAGES = ['README.md', 'CHANGELOG.md', ...pagesIn('docs'), ...pagesIn('src')];

function pagesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

const textOf = (page: string) => readFileSync(join(ROOT, page), 'utf8');

describe.each(PAGES)('%s', (page) => {
  const text = textOf(page);

  it('links to what is there', () => {
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target);
    const broken = targets.filter((target) => {
      if (/^[a-z]+:/.test(target) || target.startsWith('#')) return false;
      return !existsSync(resolve(ROOT, dirname(page), target.replace(/#.*$/, '')));
    });
    expect(broken).toEqual([]);
  });

  it('names only scripts, commands and files that exist', () => {
    const named = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, script]) => script);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
    const commands = [...text.matchAll(/clientele -- (\w+)/g)].map(([, command]) => command);
    expect(commands.filter((command) => !existsSync(join(ROOT, 'src/cli', `${command}.ts`)))).toEqual([]);
    const files = [...text.matchAll(/`((?:src|test|docs|tools|bench)\/[\w./-]+)`/g)].map(([, file]) => file);
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});

it('the page of the architecture names every room', () => {
  const architecture = textOf('docs/architecture.md');
  const rooms = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const unnamed = rooms.map(({ name }) => `\`src/${name}\``).filter((room) => !architecture.includes(room));
  expect(unnamed).toEqual([]);
});

it('every page of the docs can be reached from the README', () => {
  const readme = textOf('README.md');
  const pages = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
  expect(pages.filter((name) => !readme.includes(`(${relative('.', join('docs', name))})`))).toEqual([]);
});
