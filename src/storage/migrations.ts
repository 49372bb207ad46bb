import { type FormatStep, stepToCurrent } from '../classroom/format-steps.ts';
import { problem, type StorageResult, stored } from './storage-result.ts';

/** What a migration rewrites: a run log and the draft beside it, as they were written by an older version of the app. */
export type Migratable = { readonly log: unknown; readonly draft: unknown };

export type Migration = FormatStep<Migratable>;

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
  const stepped = stepToCurrent(saved, version, migrations, current);
  if (stepped.ok) return stored(stepped.value);
  switch (stepped.why) {
    case 'newer':
      return problem('save/newer-format', `format ${stepped.at}`);
    case 'no-way':
      return problem('save/damaged', `no way from format ${stepped.at}`);
    case 'unreadable':
      return problem('save/damaged', `format ${stepped.at}: ${stepped.detail}`);
  }
}

function formatVersionOf(log: unknown): number | null {
  const version = typeof log === 'object' && log !== null && 'formatVersion' in log ? log.formatVersion : null;
  return Number.isInteger(version) && (version as number) >= 1 ? (version as number) : null;
}
