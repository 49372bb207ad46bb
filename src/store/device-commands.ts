import {
  DEVICE_FILE_ENDING,
  deviceFileText,
  ownShelf,
  placeFor,
  readDeviceFile,
  restorePreferences,
} from '../storage/device-file.ts';
import { eraseDevice } from '../storage/erase-device.ts';
import { createKeptClasses } from '../storage/kept-classes.ts';
import type { StorageProblem } from '../storage/storage-result.ts';
import { stored } from '../storage/storage-result.ts';
import type { CommandContext } from './command-context.ts';
import type { DeviceCommands, DevicePage } from './device.ts';
import { refreshSavedGames } from './saved-game-commands.ts';
import { newGameId } from './seed-text.ts';

export function createDeviceCommands(context: CommandContext, page: DevicePage = thisPage()): DeviceCommands {
  const { queue, dependencies } = context;
  const classes = createKeptClasses(page.shelf);

  return {
    survey: () =>
      queue(async () => {
        const listed = await (await context.storage()).list();
        const usage = await page.storage?.estimate().catch(() => null);
        const lasts = await page.storage?.persisted().catch(() => null);
        return {
          games: listed.ok ? listed.value.length : 0,
          classes: classes.list().length,
          bytes: usage?.usage ?? null,
          lasts: lasts ?? null,
        };
      }),

    exportEverything: () =>
      queue(async () => {
        const storage = await context.storage();
        const listed = await storage.list();
        if (!listed.ok) return listed;
        const games: unknown[] = [];
        for (const { id } of listed.value) {
          // With the last words of a tab that was closed; one that cannot be read goes along as it lies there.
          const read = await storage.read(id);
          const raw = read.ok ? read : await storage.readRaw(id);
          if (raw.ok && raw.value !== null) games.push(raw.value);
        }
        const now = dependencies.now().toISOString();
        return stored({
          fileName: `clientele-${now.slice(0, 10)}${DEVICE_FILE_ENDING}`,
          text: deviceFileText(games, ownShelf(page.shelf), now),
        });
      }),

    importEverything: (text) =>
      queue(async () => {
        const file = readDeviceFile(text);
        if (!file.ok) return file;
        const storage = await context.storage();
        const renamed = new Map<string, string>();
        const told = { games: 0, classes: 0, known: 0, refused: [] as StorageProblem['code'][] };
        for (const entry of file.value.games) {
          if ('problem' in entry) {
            told.refused.push(entry.problem.code);
            continue;
          }
          const there = await storage.read(entry.id);
          const place = placeFor(entry.game, there.ok ? there.value : there);
          if (place === 'none') {
            told.known++;
            continue;
          }
          const id = place === 'its-own' ? entry.id : newGameId(dependencies.randomBytes);
          renamed.set(entry.id, id);
          const { revision: _, ...game } = entry.game;
          const parent = game.branch && renamed.get(game.branch.parent);
          const branch = game.branch && parent ? { branch: { ...game.branch, parent } } : {};
          const written = await storage.write({ ...game, id, ...branch }, null, 'strict');
          // Full: what is in stays in, and the same file can be taken in again later.
          if (!written.ok) return written;
          told.games++;
        }
        const fromFile = createKeptClasses(shelfOf(file.value.shelf));
        const here = new Set(classes.list().map(({ classId }) => classId));
        for (const { classId, ...kept } of fromFile.list().toReversed()) {
          if (here.has(classId)) told.known++;
          else if (classes.keep(kept)) told.classes++;
        }
        if (page.shelf) restorePreferences(page.shelf, file.value.shelf);
        await refreshSavedGames(context);
        return stored(told);
      }),

    eraseEverything: () =>
      queue(async () => {
        dependencies.client.cancel();
        dependencies.debriefPool.cancel();
        context.session = null;
        context.store.setState({ game: null, savedGames: [], notices: [] });
        const storage = await context.storage();
        const listed = await storage.list();
        // One by one first: the other tabs hear of it, and stand aside.
        for (const { id } of listed.ok ? listed.value : []) await storage.remove(id);
        context.forgetStorage();
        return eraseDevice(page);
      }),
  };
}

/** A file's entries as a shelf to read from. */
function shelfOf(entries: Readonly<Record<string, string>>): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  return { getItem: (key) => entries[key] ?? null, setItem() {}, removeItem() {} };
}

function thisPage(): DevicePage {
  const shelf = shelfNamed('localStorage');
  return {
    folder: new URL('./', window.location.href).href,
    indexedDB: window.indexedDB ?? null,
    shelves: [shelf, shelfNamed('sessionStorage')].filter((one) => one !== null),
    shelf,
    caches: 'caches' in window ? window.caches : null,
    serviceWorker: navigator.serviceWorker ?? null,
    storage: navigator.storage ?? null,
  };
}

/** Null where the browser allows none: some throw at the mere name. */
function shelfNamed(name: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return window[name];
  } catch {
    return null;
  }
}
