import { problem, type StorageResult, stored } from './storage-result.ts';

/** What a migration rewrites: a run log and the draft beside it, as they were written by an older version of the app. */
export type Migratable = { readonly log: unknown; readonly draft: unknown };

/** Brings what was saved in format `from` to format `from + 1`. */
export type Migration = {
  readonly from: number;
  /** In plain words, for the docs and for a person who debugs. */
  readonly what: string;
  migrate(saved: Migratable): Migratable;
};

/** Every migration, oldest first, without a gap. Never change one that was released. */
export const MIGRATIONS: readonly Migration[] = [];

/** The format that this version writes: `formatVersion` of a run log. */
export const CURRENT_FORMAT = 1;

/**
 * Brings a save to the present format, one numbered step after the other. Of what is given, only the log's
 * `formatVersion` is looked at: the schema comes after.
 *
 * @returns `save/newer-format` when the save is from a later version, `save/damaged` when it names no format or a
 *   migration cannot read it
 */
export function migrateToCurrent(
  saved: Migratable,
  migrations: readonly Migration[] = MIGRATIONS,
  current: number = CURRENT_FORMAT,
): StorageResult<Migratable> {
  const version = formatVersionOf(saved.log);
  if (version === null) return problem('save/damaged', 'no format version');
  if (version > current) return problem('save/newer-format', `format ${version}`);
  let migrated = saved;
  for (let at = version; at < current; at++) {
    const step = migrations.find((migration) => migration.from === at);
    if (!step) return problem('save/damaged', `no way from format ${at}`);
    try {
      migrated = step.migrate(migrated);
    } catch (error) {
      return problem('save/damaged', `format ${at}: ${String(error)}`);
    }
  }
  return stored(migrated);
}

function formatVersionOf(log: unknown): number | null {
  const version = typeof log === 'object' && log !== null && 'formatVersion' in log ? log.formatVersion : null;
  return Number.isInteger(version) && (version as number) >= 1 ? (version as number) : null;
}
