/** Why the device's storage, or a save in it, could not be used: expected failures, as values. Words live in `content/`. */
export const STORAGE_CODES = [
  /** No IndexedDB, or the browser refuses it (private window, policy). */
  'storage/unavailable',
  'storage/full',
  /** Another tab has written or deleted the game since it was last read here: nothing was overwritten. */
  'storage/changed-elsewhere',
  /** What this tab had stored is no longer there: deleted elsewhere, or cleared by the browser. Nothing was written. */
  'storage/gone',
  'storage/failed',
  'save/damaged',
  /** Written by a newer version of the app: left untouched. */
  'save/newer-format',
  /** A file that is not a run log at all. */
  'file/not-a-run-log',
  /** A file that does not hold everything of a device. */
  'file/not-a-device',
] as const;

export type StorageCode = (typeof STORAGE_CODES)[number];

export type StorageProblem = {
  readonly ok: false;
  readonly code: StorageCode;
  /** For a report, never personal; not translated. */
  readonly detail?: string;
};

export type StorageResult<T> = { readonly ok: true; readonly value: T } | StorageProblem;

export function stored<T>(value: T): StorageResult<T> {
  return { ok: true, value };
}

export function problem(code: StorageCode, detail?: string): StorageProblem {
  return detail === undefined ? { ok: false, code } : { ok: false, code, detail };
}

/** The code for what IndexedDB threw. */
export function storageProblemOf(error: unknown): StorageProblem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return problem(name === 'QuotaExceededError' ? 'storage/full' : 'storage/failed', String(error));
}
