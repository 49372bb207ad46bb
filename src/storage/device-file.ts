import * as z from 'zod/mini';
import type { ListedGame } from './game-storage.ts';
import type { TextShelf } from './kept-classes.ts';
import { parseSavedGame, type SavedGame } from './saved-game.ts';
import { problem, type StorageProblem, type StorageResult, stored } from './storage-result.ts';

/**
 * Everything of a device in one file: its games, and what stands on the browser's text shelf (classes kept by an instructor, with the secrets
 * of their keys, and preferences).
 */
export type DeviceFile = {
  readonly games: readonly ListedGame[];
  readonly shelf: Readonly<Record<string, string>>;
};

const FORMAT = 'clientele/device';
const FORMAT_VERSION = 1;

/** Largest file taken in, characters: two thousand games. */
const LONGEST_FILE = 50_000_000;

/** The end of the file's name. */
export const DEVICE_FILE_ENDING = '.clientele-device.json';

/** What begins every name that the game uses on a device: other pages of the same host have theirs. */
export const OWN_NAMES = 'clientele';

const schema = z.object({
  format: z.literal(FORMAT),
  formatVersion: z.number(),
  games: z.array(z.unknown()),
  shelf: z.record(z.string(), z.string()),
});

/**
 * The file as text. A game that cannot be read goes along as it lies there.
 *
 * @param games as they were saved, or whatever is in their place
 */
export function deviceFileText(games: readonly unknown[], shelf: DeviceFile['shelf'], writtenAt: string): string {
  return `${JSON.stringify({ format: FORMAT, formatVersion: FORMAT_VERSION, writtenAt, games, shelf }, null, 1)}\n`;
}

/** Reads such a file. Games are judged one by one, so that a damaged one harms no other. */
export function readDeviceFile(text: string): StorageResult<DeviceFile> {
  let given: unknown;
  try {
    // A byte order mark is what some editors put before the text.
    given = text.length > LONGEST_FILE ? undefined : JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return problem('file/not-a-device', 'not JSON');
  }
  const head = z.object({ format: z.literal(FORMAT), formatVersion: z.number() }).safeParse(given);
  if (!head.success) return problem('file/not-a-device');
  if (head.data.formatVersion > FORMAT_VERSION) return problem('save/newer-format');
  const parsed = schema.safeParse(given);
  if (!parsed.success) return problem('file/not-a-device', 'fields');
  const games = parsed.data.games.map((record, index): ListedGame => {
    const game = parseSavedGame(withNumbers(record));
    return game.ok ? { id: game.value.id, game: game.value } : { id: String(index), problem: game };
  });
  return stored({ games, shelf: parsed.data.shelf });
}

/** The entries of the text shelf that are the game's own. */
export function ownShelf(shelf: Storage | null): Readonly<Record<string, string>> {
  const own: Record<string, string> = {};
  for (let at = 0; shelf && at < shelf.length; at++) {
    const key = shelf.key(at);
    const value = key?.startsWith(OWN_NAMES) ? shelf.getItem(key) : null;
    if (key && value !== null) own[key] = value;
  }
  return own;
}

/** Puts preferences back that are not set on this device. Each is judged by its own reader when it is used. */
export function restorePreferences(shelf: TextShelf, given: DeviceFile['shelf']): void {
  for (const key of ['clientele-theme', 'clientele-coach']) {
    const value = given[key];
    if (value === undefined || value.length > 40 || shelf.getItem(key) !== null) continue;
    try {
      shelf.setItem(key, value);
    } catch {
      // Full, or not allowed: the device keeps its own ways.
    }
  }
}

/** What becomes of a game of the file beside one of the same id on the device: nothing is ever written over. */
export function placeFor(game: SavedGame, there: SavedGame | StorageProblem | null): 'its-own' | 'another' | 'none' {
  if (there === null) return 'its-own';
  if ('ok' in there) return 'another';
  const goesOn = game.log.digests.every((digest, round) => there.log.digests[round] === digest);
  const isSame =
    JSON.stringify({ ...game.log, decisions: 0, digests: 0 }) ===
    JSON.stringify({ ...there.log, decisions: 0, digests: 0 });
  // The device has it already, perhaps played on since.
  return goesOn && isSame && game.log.decisions.length <= there.log.decisions.length ? 'none' : 'another';
}

/** JSON has no word for what is no number: a draft's empty cell comes back as null. */
function withNumbers(record: unknown): unknown {
  const draft = typeof record === 'object' && record !== null && 'draft' in record ? record.draft : null;
  if (typeof draft !== 'object' || draft === null) return record;
  const cells = Object.entries(draft).map(([name, lever]) => [
    name,
    typeof lever === 'object' && lever !== null
      ? Object.fromEntries(Object.entries(lever).map(([tier, cents]) => [tier, cents ?? Number.NaN]))
      : lever,
  ]);
  return { ...(record as object), draft: Object.fromEntries(cells) };
}
