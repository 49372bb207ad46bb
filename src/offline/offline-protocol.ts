/** What a page asks of a service worker, each with a port for the answer. */
export type OfflineRequest =
  /** Which version of the app is it of? Answered with a `BuildName`. */
  | { readonly kind: 'describe' }
  /** Pages are to be of its version from now on. Answered with a `BuildName` when that is written down. */
  | { readonly kind: 'take-over' };

/** One version of the built app. */
export type BuildName = {
  /** Hash of all its files. */
  readonly version: string;
  /** Of the model in it: games begun in another one cannot be played on in it. */
  readonly engineVersion: string;
};

const LOCK_PREFIX = 'clientele version ';

/** The lock that every open page of a version shares: as long as it is held, that version's files are kept. */
export function lockOfVersion(version: string): string {
  return LOCK_PREFIX + version;
}

/** The version whose lock this is; null for any other lock. */
export function versionOfLock(name: string): string | null {
  return name.startsWith(LOCK_PREFIX) ? name.slice(LOCK_PREFIX.length) : null;
}

/** Reads a worker's answer; null for what is none. The worker may be of a version that answers otherwise. */
export function readBuildName(given: unknown): BuildName | null {
  if (typeof given !== 'object' || given === null || !('version' in given) || !('engineVersion' in given)) return null;
  const { version, engineVersion } = given;
  return typeof version === 'string' && typeof engineVersion === 'string' ? { version, engineVersion } : null;
}
