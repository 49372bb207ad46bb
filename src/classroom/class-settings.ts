import * as z from 'zod/mini';
import { ENGINE_VERSION, FEWEST_ROUNDS, LEVELS, type Level, MOST_ROUNDS } from '../engine/index.ts';
import { type ClassroomResult, problem, read } from './classroom-problem.ts';
import { shortDigest } from './short-digest.ts';

/** What a student may see of the standings; the instructor always sees them all. */
export const STANDINGS_MODES = ['hidden', 'own-place', 'aliases'] as const;
export type StandingsMode = (typeof STANDINGS_MODES)[number];

/** When a student may see what was true all along: at the end of the game, after handing in, or with the key that the instructor gives. */
export const DEBRIEF_OPENINGS = ['at-the-end', 'after-hand-in', 'with-key'] as const;
export type DebriefOpening = (typeof DEBRIEF_OPENINGS)[number];

export const PROMPTS = ['off', 'invited', 'required'] as const;
export type Prompt = (typeof PROMPTS)[number];

export const PLAYERS = ['persons', 'teams'] as const;
export type Players = (typeof PLAYERS)[number];

/** What a game of the class offers besides the model itself. */
export type AllowedHelp = {
  /** Hints of the coach beside the desk. */
  readonly hints: boolean;
  /** "Why?": what each choice of a round played did. */
  readonly why: boolean;
  /** Going back to a round and trying another way; never of use with honest standings, so off by default. */
  readonly rewind: boolean;
  /** Customer records, their map and their export. */
  readonly customerRecords: boolean;
};

/**
 * Everything that makes a class's games comparable. Never changed once shared: another setting is another class. Holds no names, ids or
 * grades, because every student has it in a link.
 */
export type ClassSettings = {
  readonly format: 'clientele/class-settings';
  readonly formatVersion: 1;
  readonly engineVersion: string;
  /** What the class is called on the students' screens. */
  readonly title: string;
  readonly scenario: { readonly id: string; readonly hash: string };
  readonly seed: string;
  readonly level: Level;
  /** 6 to 10. */
  readonly rounds: number;
  readonly players: Players;
  readonly help: AllowedHelp;
  readonly prompts: {
    /** What the student expects of the round, before playing it. */
    readonly predictions: Prompt;
    /** One line why, with each decision. */
    readonly reasons: Prompt;
    /** Questions after the game; answers are handed in only by choice. */
    readonly reflections: readonly string[];
  };
  readonly standings: StandingsMode;
  readonly debrief: DebriefOpening;
  /** Null: everyone at their own pace. Otherwise one commitment a round, see `round-key.ts`. */
  readonly roundKeys: readonly number[] | null;
  /** Commitment of the key that opens the debrief; not null exactly with `debrief: 'with-key'`. */
  readonly debriefKey: number | null;
};

/** Longest texts, characters. */
export const LONGEST_TITLE = 80;
export const LONGEST_QUESTION = 200;
export const MOST_QUESTIONS = 5;
export const LONGEST_SEED = 60;
/** Commitments have so many bits. */
export const COMMITMENT_BITS = 12;

const shortText = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));
const commitment = z.int().check(z.nonnegative(), z.maximum(2 ** COMMITMENT_BITS - 1));

export const classSettingsSchema = z
  .strictObject({
    format: z.literal('clientele/class-settings'),
    formatVersion: z.literal(1),
    engineVersion: shortText(20),
    title: shortText(LONGEST_TITLE),
    scenario: z.strictObject({ id: shortText(60), hash: z.string().check(z.regex(/^[0-9a-f]{16}$/)) }),
    seed: shortText(LONGEST_SEED),
    level: z.enum(LEVELS),
    rounds: z.int().check(z.minimum(FEWEST_ROUNDS), z.maximum(MOST_ROUNDS)),
    players: z.enum(PLAYERS),
    help: z.strictObject({
      hints: z.boolean(),
      why: z.boolean(),
      rewind: z.boolean(),
      customerRecords: z.boolean(),
    }),
    prompts: z.strictObject({
      predictions: z.enum(PROMPTS),
      reasons: z.enum(PROMPTS),
      reflections: z.array(shortText(LONGEST_QUESTION)).check(z.maxLength(MOST_QUESTIONS)),
    }),
    standings: z.enum(STANDINGS_MODES),
    debrief: z.enum(DEBRIEF_OPENINGS),
    roundKeys: z.nullable(z.array(commitment).check(z.maxLength(MOST_ROUNDS))),
    debriefKey: z.nullable(commitment),
  })
  .check(
    z.refine(({ roundKeys, rounds }) => roundKeys === null || roundKeys.length === rounds, 'one key a round'),
    z.refine(({ debrief, debriefKey }) => (debrief === 'with-key') === (debriefKey !== null), 'a key for the debrief'),
  );

/** What an instructor chooses; everything has a sensible default but the scenario and the seed. */
export type ClassChoices = Partial<
  Pick<ClassSettings, 'title' | 'level' | 'rounds' | 'players' | 'help' | 'prompts' | 'standings' | 'debrief'>
>;

/** Settings of a self-paced class: what `openClass` starts from. */
export function newClassSettings(
  scenario: { readonly id: string; readonly hash: string; readonly rounds: number },
  seed: string,
  choices: ClassChoices = {},
): ClassSettings {
  return {
    format: 'clientele/class-settings',
    formatVersion: 1,
    engineVersion: ENGINE_VERSION,
    title: 'Clientele',
    level: 'essentials',
    rounds: scenario.rounds,
    players: 'persons',
    help: { hints: true, why: true, rewind: false, customerRecords: true },
    prompts: { predictions: 'invited', reasons: 'invited', reflections: [] },
    standings: 'own-place',
    debrief: 'at-the-end',
    roundKeys: null,
    debriefKey: null,
    ...choices,
    scenario: { id: scenario.id, hash: scenario.hash },
    seed,
  };
}

/** What hand-ins name their class by: a digest over every setting, 16 symbols. */
export function classIdOf(settings: ClassSettings): string {
  return shortDigest(canonicalSettings(settings), 16);
}

/** The same text for the same settings, whatever the order in which they were written down. */
export function canonicalSettings(settings: ClassSettings): string {
  return JSON.stringify(sorted(settings));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/**
 * Reads settings from outside: `class/not-settings`, `class/newer-format`, `class/damaged`. Settings of another engine version are
 * returned; whether they can be played is for `checkClass` to say.
 */
export function parseClassSettings(given: unknown): ClassroomResult<ClassSettings> {
  const head = z.object({ format: z.literal('clientele/class-settings'), formatVersion: z.number() }).safeParse(given);
  if (!head.success) return problem('class/not-settings');
  if (head.data.formatVersion > 1) return problem('class/newer-format', { version: head.data.formatVersion });
  const parsed = classSettingsSchema.safeParse(given);
  if (!parsed.success) return problem('class/damaged', { where: parsed.error.issues[0].path.join('.') });
  return read(parsed.data);
}

/** Whether this version of the game can play the class, given the scenario of that id as it is here (null: there is none). */
export function checkClass(settings: ClassSettings, scenarioHash: string | null): ClassroomResult<ClassSettings> {
  const { engineVersion } = settings;
  if (engineVersion !== ENGINE_VERSION) {
    const newer = Number(engineVersion) > Number(ENGINE_VERSION);
    return problem(newer ? 'class/newer-engine' : 'class/older-engine', { text: engineVersion });
  }
  if (scenarioHash === null) return problem('class/unknown-scenario', { text: settings.scenario.id });
  if (scenarioHash !== settings.scenario.hash) return problem('class/other-scenario', { text: settings.scenario.id });
  return read(settings);
}
