import type { BuildName } from './offline-protocol.ts';

/** A version of the app with all files that it is made of. */
export type Build = BuildName & { readonly files: readonly BuiltFile[] };

export type BuiltFile = {
  /** Relative to the app's folder; empty for the page itself, since hosts send `index.html` on to its folder. */
  readonly path: string;
  /** As in `fetch`: `sha256-…`. */
  readonly integrity: string;
};

/** The versions of the app that this device keeps, seen from the service worker of one of them. */
export type VersionCaches = {
  /** Fetches every file of this version, or none: rejects, and leaves nothing, when one is missing or is not what was built. */
  fill(): Promise<void>;
  /** From now on, pages are of this version. */
  choose(): Promise<void>;
  /** The same, unless a version with another model was chosen and is still here: leaving that one is for the player to say. */
  chooseIfModelIsTheSame(): Promise<void>;
  /** The page of the chosen version; undefined when there is none here. */
  page(): Promise<Response | undefined>;
  /** A file by its whole address, of whatever version has it: those whose content differs have other names. */
  file(address: string): Promise<Response | undefined>;
  /** Lets go of versions that are neither this one nor chosen nor among those in use. */
  sweep(inUse: ReadonlySet<string>): Promise<void>;
};

type Kept = BuildName & { readonly cacheName: string };

/** Files whose names hold a hash of their content. */
const HASHED = /^assets\//;

/**
 * @param scope whole address of the app's folder, with a slash at the end. One host may have several apps, each with its own caches.
 * @param load how files are fetched
 */
export function createVersionCaches(
  build: Build,
  scope: string,
  storage: CacheStorage,
  load: typeof fetch,
): VersionCaches {
  // Nothing in it has a space: a path is percent-encoded.
  const prefix = `clientele ${new URL(scope).pathname} `;
  const ownName = `${prefix}${build.version} ${encodeURIComponent(build.engineVersion)}`;
  const choiceName = `${prefix}chosen`;

  async function kept(): Promise<readonly Kept[]> {
    const names = (await storage.keys()).filter((name) => name.startsWith(prefix) && name !== choiceName);
    return names.map((cacheName) => {
      const [version, engineVersion = ''] = cacheName.slice(prefix.length).split(' ');
      return { cacheName, version, engineVersion: decodeURIComponent(engineVersion) };
    });
  }

  async function chosen(): Promise<Kept | undefined> {
    if (!(await storage.has(choiceName))) return undefined;
    const version = await (await (await storage.open(choiceName)).match(scope))?.text();
    return (await kept()).find((one) => one.version === version);
  }

  async function choose(): Promise<void> {
    await (await storage.open(choiceName)).put(scope, new Response(build.version));
  }

  async function fromCaches(names: readonly string[], address: string): Promise<Response | undefined> {
    for (const name of names) {
      const found = await (await storage.open(name)).match(address, { ignoreVary: true });
      if (found) return found;
    }
    return undefined;
  }

  async function file(address: string): Promise<Response | undefined> {
    const others = (await kept()).map(({ cacheName }) => cacheName).filter((name) => name !== ownName);
    return fromCaches([ownName, ...others], address);
  }

  async function fetchAsBuilt({ path, integrity }: BuiltFile): Promise<Response> {
    const address = new URL(path, scope).href;
    const known = HASHED.test(path) ? await file(address) : undefined;
    if (known) return known;
    const fresh = (cache: RequestCache) => load(address, { integrity, cache, credentials: 'same-origin' });
    // The page has just loaded some of the files. What the browser has of them may be damaged: then once more from the host.
    const response = await fresh(HASHED.test(path) ? 'default' : 'no-cache').catch(() => fresh('reload'));
    if (!response.ok) throw new Error(`status ${response.status}: ${path}`);
    if (!response.redirected) return response;
    // A page may not be answered with what came by another address.
    return new Response(await response.blob(), { headers: response.headers });
  }

  return {
    async fill() {
      const cache = await storage.open(ownName);
      try {
        await Promise.all(
          build.files.map(async (one) => cache.put(new URL(one.path, scope).href, await fetchAsBuilt(one))),
        );
      } catch (error) {
        await storage.delete(ownName);
        throw error;
      }
    },
    choose,
    async chooseIfModelIsTheSame() {
      const before = await chosen();
      if (!before || before.engineVersion === build.engineVersion) await choose();
    },
    async page() {
      const name = (await chosen())?.cacheName ?? ownName;
      return (await storage.has(name)) ? fromCaches([name], scope) : undefined;
    },
    file,
    async sweep(inUse) {
      const stays = (await chosen())?.version;
      const gone = (await kept()).filter(
        ({ cacheName, version }) => cacheName !== ownName && version !== stays && !inUse.has(version),
      );
      await Promise.all(gone.map(({ cacheName }) => storage.delete(cacheName)));
    },
  };
}
