import { conflictOf, type GameStorage, revisionOf } from './game-storage.ts';
import { parseSavedGame, type SavedGame } from './saved-game.ts';
import { problem, type StorageProblem, stored } from './storage-result.ts';

/**
 * Keeps games as long as the tab lives: serves when the device's storage cannot be used, so that the game still plays.
 *
 * @param reason why the device's storage is not used
 */
export function createMemoryStorage(reason: StorageProblem = problem('storage/unavailable')): GameStorage {
  const games = new Map<string, SavedGame>();
  return {
    persistence: reason,
    async list() {
      return stored([...games.values()].map((game) => ({ id: game.id, game })));
    },
    async read(id) {
      const game = games.get(id);
      return game ? parseSavedGame(game) : stored(null);
    },
    async readRaw(id) {
      return stored(games.get(id) ?? null);
    },
    async write(game, expected) {
      const refused = conflictOf(revisionOf(games.get(game.id)), expected);
      if (refused) return refused;
      const revision = (expected ?? 0) + 1;
      games.set(game.id, { ...game, revision });
      return stored(revision);
    },
    // What dies with the tab needs no last words.
    writeLastWords() {},
    async remove(id) {
      games.delete(id);
      return stored(null);
    },
    onChangeElsewhere: () => () => {},
    close() {},
  };
}
