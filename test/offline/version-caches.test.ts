import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createVersionCaches, type VersionCaches } from '../../src/offline/version-caches.ts';
import { createFakeCacheStorage } from '../support/fake-cache-storage.ts';

const SCOPE = 'https://school.example/a%20course/';

/** What a host has, by path; `asked` lists what was fetched. */
function hostOf(files: Readonly<Record<string, string>>, scope = SCOPE) {
  const asked: string[] = [];
  const load = async (address: string, { integrity }: RequestInit) => {
    const path = address.slice(scope.length);
    asked.push(path);
    const content = files[path];
    if (content === undefined) return new Response('', { status: 404 });
    if (hashOf(content) !== integrity) throw new TypeError('integrity');
    return new Response(content);
  };
  return { load: load as unknown as typeof fetch, asked };
}

function hashOf(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}

type Versioned = { readonly version: string; readonly engineVersion: string; readonly files: Record<string, string> };

const OLD: Versioned = { version: 'a1', engineVersion: '1', files: { '': 'old page', 'assets/same-x.js': 'same' } };
const SAME_MODEL: Versioned = { version: 'b2', engineVersion: '1', files: { ...OLD.files, '': 'new page' } };
const OTHER_MODEL: Versioned = { version: 'c3', engineVersion: '2', files: { '': 'other page' } };

function versionOn(storage: CacheStorage, built: Versioned, host = hostOf(built.files), scope = SCOPE): VersionCaches {
  const files = Object.entries(built.files).map(([path, content]) => ({ path, integrity: hashOf(content) }));
  return createVersionCaches({ ...built, files }, scope, storage, host.load);
}

async function installed(storage: CacheStorage, built: Versioned): Promise<VersionCaches> {
  const version = versionOn(storage, built);
  await version.fill();
  await version.chooseIfModelIsTheSame();
  return version;
}

const shown = async (version: VersionCaches) => (await version.page())?.text();

describe('a version on the device', () => {
  it('has every file, and answers for what it does not have with nothing', async () => {
    const version = await installed(createFakeCacheStorage(), OLD);
    expect(await shown(version)).toBe('old page');
    expect(await (await version.file(`${SCOPE}assets/same-x.js`))?.text()).toBe('same');
    expect(await version.file(`${SCOPE}assets/none.js`)).toBeUndefined();
  });

  it.each([
    ['is missing', { '': 'new page' }],
    ['is not what was built', { '': 'new page', 'assets/same-x.js': 'half a fi' }],
  ])('is not there at all when a file %s, and the version before stays whole', async (_, files) => {
    const storage = createFakeCacheStorage();
    const before = await installed(storage, OTHER_MODEL);
    const names = await storage.keys();
    await expect(versionOn(storage, SAME_MODEL, hostOf(files)).fill()).rejects.toThrow();
    expect(await storage.keys()).toEqual(names);
    expect(await shown(before)).toBe('other page');
  });

  it('fetches only what no version has yet', async () => {
    const storage = createFakeCacheStorage();
    await installed(storage, OLD);
    const host = hostOf(SAME_MODEL.files);
    await versionOn(storage, SAME_MODEL, host).fill();
    expect(host.asked).toEqual(['']);
  });

  it('is kept apart from the same app elsewhere on the host', async () => {
    const storage = createFakeCacheStorage();
    const elsewhere = 'https://school.example/';
    const other = versionOn(storage, OLD, hostOf(OLD.files, elsewhere), elsewhere);
    await other.fill();
    await other.choose();
    const version = await installed(storage, SAME_MODEL);
    await version.sweep(new Set());
    expect([await shown(other), await shown(version)]).toEqual(['old page', 'new page']);
  });
});

describe('the version that pages are of', () => {
  it('is a newer one with the same model as soon as that is at work', async () => {
    const storage = createFakeCacheStorage();
    const old = await installed(storage, OLD);
    const next = await installed(storage, SAME_MODEL);
    expect([await shown(old), await shown(next)]).toEqual(['new page', 'new page']);
  });

  it('stays while a newer one has another model, until that is chosen', async () => {
    const storage = createFakeCacheStorage();
    await installed(storage, OLD);
    const next = await installed(storage, OTHER_MODEL);
    await next.sweep(new Set());
    expect(await shown(next)).toBe('old page');
    await next.choose();
    expect(await shown(next)).toBe('other page');
  });

  it('is its own when the browser has dropped the one chosen', async () => {
    const storage = createFakeCacheStorage();
    await installed(storage, OLD);
    const [old] = await storage.keys();
    await storage.delete(old);
    const next = await installed(storage, OTHER_MODEL);
    expect(await shown(next)).toBe('other page');
  });
});

describe('sweeping', () => {
  it('keeps what open pages are made of, and lets go of the rest', async () => {
    const storage = createFakeCacheStorage();
    await installed(storage, OLD);
    const next = await installed(storage, SAME_MODEL);
    await next.sweep(new Set(['a1']));
    expect(await storage.keys()).toHaveLength(3);
    await next.sweep(new Set());
    expect((await storage.keys()).sort()).toEqual(['clientele /a%20course/ b2 1', 'clientele /a%20course/ chosen']);
  });
});
