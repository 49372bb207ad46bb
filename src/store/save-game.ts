import type { Decision, RunLog } from '../engine/index.ts';
import type { Durability } from '../storage/game-storage.ts';
import type { SavedGame } from '../storage/saved-game.ts';
import { problem, type StorageProblem, type StorageResult } from '../storage/storage-result.ts';
import { type CommandContext, notifyProblem, updateGame, withdrawNotices } from './command-context.ts';
import type { GameState } from './state.ts';

/**
 * Writes the open game, unless another tab has moved it on: then this tab is `behind`, and says so. Whatever else goes
 * wrong, the game goes on unsaved, and the next write tries again.
 */
export async function saveGame(
  context: CommandContext,
  log: RunLog,
  draft: Decision | null,
  durability: Durability,
): Promise<StorageResult<number>> {
  const { session } = context;
  if (!session) return problem('storage/failed', 'no game is open');
  const { id } = session;
  updateGame(context, id, { saving: 'saving' });
  const storage = await context.storage();
  const gameAtStart = context.store.getState().game;
  const savedAt = context.dependencies.now().toISOString();
  const expected = session.stored?.revision ?? null;
  session.writing = { revision: (expected ?? 0) + 1, savedAt };
  const saved = { id, log, draft, ...notesToSave(gameAtStart), savedAt };
  const written = await storage.write(saved, expected, durability);
  session.writing = null;
  if (!written.ok) {
    if (isConflict(written)) markBehind(context, id, written.code);
    else {
      updateGame(context, id, { saving: 'not-saved' });
      notifyProblem(context, written, id);
    }
    return written;
  }
  session.stored = { revision: written.value, savedAt };
  // The draft, the notes or the seat may have been edited while they were written: then the next autosave takes them.
  const game = context.store.getState().game;
  session.unsaved =
    game?.draft !== gameAtStart?.draft ||
    game?.notes !== gameAtStart?.notes ||
    game?.seat !== gameAtStart?.seat ||
    game?.roundKeys !== gameAtStart?.roundKeys;
  updateGame(context, id, { saving: !storage.persistence.ok ? 'not-saved' : session.unsaved ? 'saving' : 'saved' });
  withdrawNotices(context, id, ['storage/full', 'storage/failed']);
  return written;
}

/** What stands beside the log and the draft; what is empty is left out. */
function notesToSave(game: GameState | null): Pick<SavedGame, 'predictions' | 'reasons' | 'branch' | 'seat'> {
  if (!game) return {};
  const { predictions, reasons } = game.notes;
  return {
    ...(predictions.length > 0 ? { predictions } : {}),
    ...(reasons.length > 0 ? { reasons } : {}),
    ...(game.branch ? { branch: game.branch } : {}),
    ...(game.seat ? { seat: game.seat } : {}),
  };
}

/** The open game on this device is not what this tab last wrote. */
type Conflict = 'storage/changed-elsewhere' | 'storage/gone';

/** Whether nothing was written because the device holds something else than this tab knows. */
export function isConflict(result: StorageResult<unknown>): result is StorageProblem & { readonly code: Conflict } {
  return !result.ok && (result.code === 'storage/changed-elsewhere' || result.code === 'storage/gone');
}

/** Another tab has written or deleted the open game, or the browser has cleared it away. */
export function markBehind(context: CommandContext, id: string, code: Conflict): void {
  updateGame(context, id, { behind: true, saving: 'not-saved' });
  withdrawNotices(context, id, ['storage/changed-elsewhere', 'storage/gone']);
  notifyProblem(context, problem(code), id);
}
