import { OWN_NAMES } from './device-file.ts';

/** The parts of a browser that hold what the game has stored; what a browser has not is null. */
export type ErasablePage = {
  /** Whole address of the app's folder, with a slash at the end: a host may have other apps in other folders. */
  readonly folder: string;
  readonly indexedDB: IDBFactory | null;
  readonly shelves: readonly Storage[];
  readonly caches: CacheStorage | null;
  readonly serviceWorker: Pick<ServiceWorkerContainer, 'getRegistrations'> | null;
  /** Milliseconds to wait for other tabs to let go of a database. */
  readonly patience?: number;
};

/** What could not be deleted: a database that another tab does not let go of, or a part that the browser refuses. */
export type LeftOver = 'databases' | 'shelves' | 'caches' | 'service-worker';

/**
 * Deletes everything that the game has stored in this browser, of all its tabs: databases, text shelves, the copy for use without a network, and
 * what serves it. Nothing of other pages on the same host is touched.
 *
 * @returns what is left, empty when all is gone
 */
export async function eraseDevice(page: ErasablePage): Promise<readonly LeftOver[]> {
  const parts: readonly (readonly [LeftOver, () => Promise<void>])[] = [
    ['service-worker', () => unregister(page)],
    ['caches', () => deleteCaches(page)],
    ['databases', () => deleteDatabases(page)],
    ['shelves', async () => page.shelves.forEach(clearOwn)],
  ];
  const left: LeftOver[] = [];
  for (const [name, erase] of parts) await erase().catch(() => left.push(name));
  return left;
}

async function unregister({ serviceWorker, folder }: ErasablePage): Promise<void> {
  for (const registration of (await serviceWorker?.getRegistrations()) ?? []) {
    if (registration.scope.startsWith(folder)) await registration.unregister();
  }
}

async function deleteCaches({ caches, folder }: ErasablePage): Promise<void> {
  for (const name of (await caches?.keys()) ?? []) {
    if (name.startsWith(OWN_NAMES) || name.includes(folder)) await caches?.delete(name);
  }
}

async function deleteDatabases({ indexedDB, patience = 5_000 }: ErasablePage): Promise<void> {
  if (!indexedDB) return;
  // Some browsers do not list databases: the one name in use is known.
  const listed = typeof indexedDB.databases === 'function' ? await indexedDB.databases() : [];
  const names = new Set([
    OWN_NAMES,
    ...listed.map(({ name }) => name ?? '').filter((name) => name.startsWith(OWN_NAMES)),
  ]);
  for (const name of names) {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      const tooLong = setTimeout(() => reject(new Error('blocked')), patience);
      request.onsuccess = () => {
        clearTimeout(tooLong);
        resolve();
      };
      request.onerror = () => {
        clearTimeout(tooLong);
        reject(request.error);
      };
    });
  }
}

function clearOwn(shelf: Storage): void {
  const keys = Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? '');
  for (const key of keys) if (key.startsWith(OWN_NAMES)) shelf.removeItem(key);
}
