import type { Decision } from '../engine/index.ts';
import type { SavedGame, SaveStamp } from './saved-game.ts';
import { problem, type StorageProblem, type StorageResult } from './storage-result.ts';

/** The saved games of this device. Nothing in here throws or rejects for an expected failure. */
export type GameStorage = {
  /** Whether games outlive the tab; if not, why not. */
  readonly persistence: { readonly ok: true } | StorageProblem;
  /** All games, those that cannot be read with the reason. */
  list(): Promise<StorageResult<readonly ListedGame[]>>;
  /** Null: there is no such game. */
  read(id: string): Promise<StorageResult<SavedGame | null>>;
  /** What lies there, unchecked, for a person to look into. Null: nothing. */
  readRaw(id: string): Promise<StorageResult<unknown>>;
  /**
   * Writes a game if nobody else has since this tab last read or wrote it.
   *
   * @param expected the revision that this tab knows; null for a game that must not be there yet
   * @returns the new revision; `storage/changed-elsewhere` when the stored one is another, `storage/gone` when there is none any more (nothing is
   *   overwritten)
   */
  write(
    game: Omit<SavedGame, 'revision'>,
    expected: number | null,
    durability: Durability,
  ): Promise<StorageResult<number>>;
  /**
   * The draft of a tab that is being closed: issued at once, without waiting to compare. It counts only as long as what
   * is stored is one of `known`, so that it never hides what another tab has written.
   *
   * @param known what this tab last read or wrote, and what it is just writing
   */
  writeLastWords(id: string, known: readonly SaveStamp[], draft: Decision): void;
  remove(id: string): Promise<StorageResult<null>>;
  /** Hears of what other tabs wrote or deleted. @returns stops listening */
  onChangeElsewhere(listener: (change: GameChange) => void): () => void;
  close(): void;
};

export type ListedGame =
  | { readonly id: string; readonly game: SavedGame }
  | { readonly id: string; readonly problem: StorageProblem };

/**
 * `strict`: on the disk before it is called done, so that not even a power cut takes it; for what was committed. `relaxed`: handed to the
 * operating system, which outlives the browser but not the power; for drafts, of which many are written.
 */
export type Durability = 'strict' | 'relaxed';

/** `revision` is null when the game was deleted. */
export type GameChange = { readonly id: string; readonly revision: number | null };

/** A draft left by a closing tab. */
export type LastWords = { readonly id: string; readonly known: readonly SaveStamp[]; readonly draft: unknown };

/** What is stored for a game, with the last words of a closed tab where they still count. */
export function withLastWords(record: unknown, lastWords: unknown): unknown {
  if (!isRecord(record) || !isRecord(lastWords) || !Array.isArray(lastWords.known)) return record;
  const counts = lastWords.known.some(
    (stamp) => isRecord(stamp) && stamp.revision === record.revision && stamp.savedAt === record.savedAt,
  );
  return counts ? { ...record, draft: lastWords.draft } : record;
}

/** Why a tab that knows one revision must not write over another; null when it may. */
export function conflictOf(found: unknown, expected: number | null): StorageProblem | null {
  if (found === expected) return null;
  return problem(found === null ? 'storage/gone' : 'storage/changed-elsewhere');
}

export function revisionOf(record: unknown): unknown {
  return record === undefined ? null : isRecord(record) ? record.revision : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
