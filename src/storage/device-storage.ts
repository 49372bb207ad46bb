import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { createChangeChannel } from './change-channel.ts';
import {
  conflictOf,
  type GameStorage,
  type LastWords,
  type ListedGame,
  revisionOf,
  withLastWords,
} from './game-storage.ts';
import { createMemoryStorage } from './memory-storage.ts';
import { parseSavedGame } from './saved-game.ts';
import { problem, type StorageResult, storageProblemOf, stored } from './storage-result.ts';

/**
 * The two shelves. Records are unknown on purpose: another tab, an older version or a person may have written them.
 * The database's own version never needs to change: formats and their migrations are inside the records.
 */
type Shelves = DBSchema & {
  games: { key: string; value: unknown };
  lastWords: { key: string; value: LastWords };
};

const DATABASE_VERSION = 1;

export type DeviceStorageOptions = {
  readonly databaseName?: string;
  /** Milliseconds to wait for the browser to open the database; some never answer. */
  readonly patience?: number;
};

/**
 * Opens the device's storage (IndexedDB). When the browser has none or refuses it, games are kept in memory instead and
 * `persistence` says why.
 */
export async function openDeviceStorage(options: DeviceStorageOptions = {}): Promise<GameStorage> {
  const { databaseName = 'clientele', patience = 3000 } = options;
  let database: IDBPDatabase<Shelves> | null = null;

  async function connect(): Promise<IDBPDatabase<Shelves>> {
    if (database) return database;
    const opened = await openDB<Shelves>(databaseName, DATABASE_VERSION, {
      upgrade(fresh) {
        fresh.createObjectStore('games', { keyPath: 'id' });
        fresh.createObjectStore('lastWords', { keyPath: 'id' });
      },
      // Another tab wants to delete or upgrade the database: stand aside, and open again when next needed.
      blocking: () => forget(opened),
      terminated: () => forget(opened),
    });
    database = opened;
    return opened;
  }

  function forget(old: IDBPDatabase<Shelves>): void {
    old.close();
    if (database === old) database = null;
  }

  try {
    // Inside the `try`, since some browsers throw at the mere name when storage is blocked.
    if (typeof indexedDB === 'undefined') return createMemoryStorage(problem('storage/unavailable', 'no IndexedDB'));
    await withPatience(connect(), patience);
  } catch (error) {
    return createMemoryStorage(problem('storage/unavailable', String(error)));
  }

  const channel = createChangeChannel(databaseName);

  async function attempt<T>(work: (db: IDBPDatabase<Shelves>) => Promise<StorageResult<T>>): Promise<StorageResult<T>> {
    try {
      return await work(await connect());
    } catch (error) {
      return storageProblemOf(error);
    }
  }

  return {
    persistence: { ok: true },
    list: () =>
      attempt(async (db) => {
        const [ids, records] = await readBoth(db);
        return stored(ids.map((id, index) => listed(id, records[index])));
      }),
    read: (id) =>
      attempt(async (db) => {
        const transaction = db.transaction(['games', 'lastWords'], 'readonly');
        const [record, lastWords] = await Promise.all([
          transaction.objectStore('games').get(id),
          transaction.objectStore('lastWords').get(id),
        ]);
        return record === undefined ? stored(null) : parseSavedGame(withLastWords(record, lastWords));
      }),
    readRaw: (id) => attempt(async (db) => stored((await db.get('games', id)) ?? null)),
    write: (game, expected, durability) =>
      attempt(async (db) => {
        const transaction = db.transaction(['games', 'lastWords'], 'readwrite', { durability });
        // What makes the transaction fail is reported by `done`; the requests' own failures say the same.
        const done = transaction.done;
        done.catch(() => {});
        const games = transaction.objectStore('games');
        const refused = conflictOf(revisionOf(await games.get(game.id)), expected);
        if (refused) {
          transaction.abort();
          return refused;
        }
        const revision = (expected ?? 0) + 1;
        games.put({ ...game, revision }).catch(() => {});
        transaction
          .objectStore('lastWords')
          .delete(game.id)
          .catch(() => {});
        // Not to wait for the page to say that no more is coming: it may be closing.
        transaction.commit();
        await done;
        channel.tell({ id: game.id, revision });
        return stored(revision);
      }),
    writeLastWords(id, known, draft) {
      if (!database) return;
      try {
        const transaction = database.transaction('lastWords', 'readwrite', { durability: 'strict' });
        transaction.done.catch(() => {});
        transaction.store.put({ id, known, draft }).catch(() => {});
        transaction.commit();
      } catch {
        // The page is going: nobody is left to be told.
      }
    },
    remove: (id) =>
      attempt(async (db) => {
        const transaction = db.transaction(['games', 'lastWords'], 'readwrite', { durability: 'strict' });
        await Promise.all([
          transaction.objectStore('games').delete(id),
          transaction.objectStore('lastWords').delete(id),
          transaction.done,
        ]);
        channel.tell({ id, revision: null });
        return stored(null);
      }),
    onChangeElsewhere: channel.listen,
    close() {
      channel.close();
      database?.close();
      database = null;
    },
  };
}

/** Ids and records of one moment. */
async function readBoth(db: IDBPDatabase<Shelves>): Promise<[readonly string[], readonly unknown[]]> {
  const games = db.transaction('games', 'readonly').store;
  return Promise.all([games.getAllKeys(), games.getAll()]);
}

function listed(id: string, record: unknown): ListedGame {
  const parsed = parseSavedGame(record);
  return parsed.ok ? { id, game: parsed.value } : { id, problem: parsed };
}

async function withPatience<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database did not open')), milliseconds);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
