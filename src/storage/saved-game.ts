import * as z from 'zod/mini';
import {
  type Decision,
  INSIGHT_LEVELS,
  LEVELS,
  LEVERS,
  type Lever,
  type RunLog,
  TIERS,
  type Tier,
} from '../engine/index.ts';
import { type ClassSeat, readSeat } from './class-seat.ts';
import { CURRENT_FORMAT, MIGRATIONS, type Migration, migrateToCurrent } from './migrations.ts';
import { type Branch, type PlayerNotes, readBranch, readNotes } from './player-notes.ts';
import { problem, type StorageResult, stored } from './storage-result.ts';

/** A game on this device. */
export type SavedGame = {
  readonly id: string;
  /** Counts the writes: a tab that knows an older number has missed something. */
  readonly revision: number;
  readonly log: RunLog;
  /** The decision being made for the next round; it may break the rules. Null: none was begun. */
  readonly draft: Decision | null;
  /** What the player expected and why, round by round; left out by games saved before there were any. */
  readonly predictions?: PlayerNotes['predictions'];
  readonly reasons?: PlayerNotes['reasons'];
  /** For a game that branched off another one. */
  readonly branch?: Branch;
  /** For a game of a class. */
  readonly seat?: ClassSeat;
  /** ISO date and time. */
  readonly savedAt: string;
};

/** Which write of a game: the time tells apart two tabs that both believed to write the same revision. */
export type SaveStamp = Pick<SavedGame, 'revision' | 'savedAt'>;

/** Longest texts taken in from outside, characters. */
const LONGEST_TEXT = 200;
/** More rounds than any game has, so that a planted log cannot fill the page. */
const MOST_ROUNDS = 100;

const text = z.string().check(z.minLength(1), z.maxLength(LONGEST_TEXT));

const playedDecision = decisionOf(z.int().check(z.nonnegative()));
// A draft is work in progress: any number, even NaN, is kept so that it comes back as it was left.
const draftDecision = decisionOf(z.custom<number>((value) => typeof value === 'number'));

const runLog = z
  .strictObject({
    format: z.literal('clientele/run'),
    formatVersion: z.literal(CURRENT_FORMAT),
    engineVersion: text,
    scenario: z.strictObject({ id: text, hash: text }),
    seed: text,
    level: z.enum(LEVELS),
    rounds: z.int().check(z.minimum(1), z.maximum(MOST_ROUNDS)),
    roundKeys: z.exactOptional(z.array(text).check(z.maxLength(MOST_ROUNDS))),
    decisions: z.array(playedDecision).check(z.maxLength(MOST_ROUNDS)),
    digests: z.array(text).check(z.maxLength(MOST_ROUNDS)),
  })
  .check(
    z.refine((log) => log.decisions.length === log.digests.length, 'one digest per decision'),
    z.refine((log) => log.decisions.length <= log.rounds, 'no more decisions than rounds'),
  );

const savedEnvelope = z.object({
  id: text,
  revision: z.int().check(z.minimum(1)),
  savedAt: z.iso.datetime(),
  log: z.unknown(),
  draft: z.unknown(),
  predictions: z.optional(z.unknown()),
  reasons: z.optional(z.unknown()),
  branch: z.optional(z.unknown()),
  seat: z.optional(z.unknown()),
});

/**
 * Reads what lies in the storage: migrates it to the present format and checks every field. A draft that cannot be
 * read is dropped, and so are notes (the rounds played matter more); anything else makes the save `save/damaged`.
 */
export function parseSavedGame(
  given: unknown,
  migrations: readonly Migration[] = MIGRATIONS,
): StorageResult<SavedGame> {
  const envelope = savedEnvelope.safeParse(given);
  if (!envelope.success) return problem('save/damaged', pathsOf(envelope.error));
  const migrated = migrateToCurrent({ log: envelope.data.log, draft: envelope.data.draft }, migrations);
  if (!migrated.ok) return migrated;
  const log = checkRunLog(migrated.value.log);
  if (!log.ok) return log;
  const draft = draftDecision.safeParse(migrated.value.draft);
  const { id, revision, savedAt } = envelope.data;
  const { predictions, reasons } = readNotes(envelope.data.predictions, envelope.data.reasons);
  const branch = readBranch(envelope.data.branch);
  const seat = envelope.data.seat === undefined ? null : readSeat(envelope.data.seat);
  if (envelope.data.seat !== undefined && !seat) return problem('save/damaged', 'seat');
  return stored({
    id,
    revision,
    log: log.value,
    draft: draft.success ? draft.data : null,
    ...(predictions.length > 0 ? { predictions } : {}),
    ...(reasons.length > 0 ? { reasons } : {}),
    ...(branch ? { branch } : {}),
    ...(seat ? { seat } : {}),
    savedAt,
  });
}

/**
 * Reads a run log from outside (a file): `file/not-a-run-log`, `save/newer-format` and `save/damaged` say what is wrong.
 */
export function parseRunLog(given: unknown, migrations: readonly Migration[] = MIGRATIONS): StorageResult<RunLog> {
  const isRunLog = typeof given === 'object' && given !== null && 'format' in given && given.format === 'clientele/run';
  if (!isRunLog) return problem('file/not-a-run-log');
  const migrated = migrateToCurrent({ log: given, draft: null }, migrations);
  return migrated.ok ? checkRunLog(migrated.value.log) : migrated;
}

function checkRunLog(given: unknown): StorageResult<RunLog> {
  const parsed = runLog.safeParse(given);
  return parsed.success ? stored(parsed.data) : problem('save/damaged', pathsOf(parsed.error));
}

/** A decision whose cells are of the given kind; no cell more or less. */
function decisionOf(cell: z.ZodMiniType<number>) {
  const cells = z.strictObject(Object.fromEntries(TIERS.map((tier) => [tier, cell])) as Record<Tier, typeof cell>);
  const levers = Object.fromEntries(LEVERS.map((lever) => [lever, cells])) as Record<Lever, typeof cells>;
  return z.strictObject({ ...levers, insight: z.literal(INSIGHT_LEVELS) });
}

/** Where the schema failed, without the values: they may be anything. */
function pathsOf(error: z.core.$ZodError): string {
  return error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || 'save'}: ${issue.code}`)
    .join(', ');
}
