import * as z from 'zod/mini';
import {
  type Cents,
  type Decision,
  ENGINE_VERSION,
  INSIGHT_LEVELS,
  LEVERS,
  type Lever,
  MOST_ROUNDS,
  type RunLog,
  TIERS,
  type Tier,
} from '../engine/index.ts';
import { EQUITY_BANDS, LONGEST_REASON, type PlayerNotes, type Prediction } from '../storage/player-notes.ts';
import { type ClassSettings, classIdOf, LONGEST_QUESTION, MOST_QUESTIONS } from './class-settings.ts';
import { type ClassroomResult, problem, read } from './classroom-problem.ts';
import { type FormatStep, stepToCurrent } from './format-steps.ts';
import { plainAlias, plainText } from './plain-text.ts';
import { readKey } from './round-key.ts';
import { shortDigest } from './short-digest.ts';

/**
 * What a student or team gives in. Nothing personal: the alias is theirs to choose, and the class settings are named by their id only.
 * Every figure in it is a claim until it has been replayed.
 */
export type HandIn = {
  readonly format: 'clientele/hand-in';
  readonly formatVersion: 1;
  readonly engineVersion: string;
  /** `classIdOf` the settings. */
  readonly classId: string;
  readonly alias: string;
  /** As many as rounds were played. */
  readonly decisions: readonly Decision[];
  /** One a decision. */
  readonly digests: readonly string[];
  /** The keys that the rounds were played with, in a class that has them. */
  readonly roundKeys: readonly string[] | null;
  /** What was expected of each round; null where nothing was said. */
  readonly predictions: readonly (Prediction | null)[];
  /** One line a decision, by choice; empty where none was given. */
  readonly reasons: readonly string[];
  /** Answers to the class's questions, by choice. */
  readonly reflections: readonly string[];
  /** The score of a finished game, as the student's page worked it out; null for a game handed in early. */
  readonly claimedFirmValue: Cents | null;
};

/** Longest answer to a question, characters. */
export const LONGEST_REFLECTION = 1_500;

const text = (longest: number) => z.string().check(z.maxLength(longest));
const cells = z.strictObject(
  Object.fromEntries(TIERS.map((tier) => [tier, z.int().check(z.nonnegative())])) as Record<Tier, z.ZodMiniInt>,
);
const decision = z.strictObject({
  ...(Object.fromEntries(LEVERS.map((lever) => [lever, cells])) as Record<Lever, typeof cells>),
  insight: z.literal(INSIGHT_LEVELS),
});
const prediction = z.strictObject({
  equity: z.nullable(z.enum(EQUITY_BANDS)),
  loser: z.nullable(z.enum([...TIERS, 'none'])),
});
const upToRounds = <T extends z.ZodMiniType>(one: T) => z.array(one).check(z.maxLength(MOST_ROUNDS));

/** The format that this version writes. */
export const HAND_IN_FORMAT = 1;

/** Every step from an older format, oldest first, without a gap. Never change one that was released. */
export const HAND_IN_STEPS: readonly FormatStep<unknown>[] = [];

const schema = z
  .strictObject({
    format: z.literal('clientele/hand-in'),
    formatVersion: z.literal(HAND_IN_FORMAT),
    engineVersion: z.string().check(z.regex(/^\d{1,6}$/)),
    classId: z.string().check(z.regex(/^[0-9A-Z]{16}$/)),
    alias: text(400),
    decisions: upToRounds(decision),
    digests: upToRounds(z.string().check(z.regex(/^[0-9a-f]{16}$/))),
    roundKeys: z.nullable(upToRounds(z.string().check(z.regex(/^[0-9A-Z]{9}$/)))),
    predictions: upToRounds(z.nullable(prediction)),
    reasons: upToRounds(text(LONGEST_REASON)),
    reflections: z.array(text(LONGEST_REFLECTION)).check(z.maxLength(MOST_QUESTIONS)),
    claimedFirmValue: z.nullable(z.int()),
  })
  .check(
    z.refine(({ decisions, digests }) => decisions.length === digests.length, 'one digest a decision'),
    z.refine(
      ({ decisions, roundKeys }) => roundKeys === null || roundKeys.length === decisions.length,
      'one key a round',
    ),
    z.refine(({ roundKeys }) => (roundKeys ?? []).every((key) => readKey(key).ok), 'keys'),
  );

/**
 * Reads a hand-in from outside, of this format or an older one. `hand-in/not-a-hand-in`, `hand-in/newer-format`, `hand-in/damaged` with the
 * first field that is wrong.
 *
 * @param steps a test gives its own
 */
export function parseHandIn(
  given: unknown,
  steps: readonly FormatStep<unknown>[] = HAND_IN_STEPS,
): ClassroomResult<HandIn> {
  const head = z.object({ format: z.literal('clientele/hand-in'), formatVersion: z.int() }).safeParse(given);
  if (!head.success) return problem('hand-in/not-a-hand-in');
  const stepped = stepToCurrent(given, head.data.formatVersion, steps, HAND_IN_FORMAT);
  if (!stepped.ok) {
    return stepped.why === 'newer'
      ? problem('hand-in/newer-format', { version: stepped.at })
      : problem('hand-in/damaged', { where: `formatVersion ${stepped.at}` });
  }
  const parsed = schema.safeParse(stepped.value);
  if (!parsed.success) {
    const { path } = parsed.error.issues[0];
    return problem('hand-in/damaged', { where: path.map(String).join('.').slice(0, 80) });
  }
  const alias = plainAlias(parsed.data.alias);
  if (alias === '') return problem('hand-in/damaged', { where: 'alias' });
  return read({
    ...parsed.data,
    alias,
    reasons: parsed.data.reasons.map((reason) => plainText(reason, LONGEST_REASON)),
    reflections: parsed.data.reflections.map((reflection) => plainText(reflection, LONGEST_REFLECTION)),
  });
}

/** What a student chooses to give in besides the decisions. */
export type HandInChoices = {
  readonly alias: string;
  readonly predictions: boolean;
  readonly reasons: boolean;
  /** Answers to the class's questions, in their order; left out where they are kept. */
  readonly reflections: readonly string[];
};

/** The hand-in of a game, finished or not. RangeError for an empty alias. */
export function handInOf(
  settings: ClassSettings,
  log: RunLog,
  notes: PlayerNotes,
  claimedFirmValue: Cents | null,
  choices: HandInChoices,
): HandIn {
  const alias = plainAlias(choices.alias);
  if (alias === '') throw new RangeError('handInOf: no alias');
  const rounds = log.decisions.length;
  return {
    format: 'clientele/hand-in',
    formatVersion: 1,
    engineVersion: log.engineVersion,
    classId: classIdOf(settings),
    alias,
    decisions: log.decisions,
    digests: log.digests,
    roundKeys: settings.roundKeys === null ? null : (log.roundKeys ?? []).slice(0, rounds),
    predictions: choices.predictions ? notes.predictions.slice(0, rounds) : [],
    reasons: choices.reasons ? notes.reasons.slice(0, rounds).map((reason) => plainText(reason, LONGEST_REASON)) : [],
    reflections: choices.reflections
      .slice(0, MOST_QUESTIONS)
      .map((reflection) => plainText(reflection, LONGEST_REFLECTION)),
    claimedFirmValue: rounds < settings.rounds ? null : claimedFirmValue,
  };
}

/** The run log of a hand-in: what is replayed. The settings say everything that the hand-in must not choose for itself. */
export function runLogOf(settings: ClassSettings, handIn: Pick<HandIn, 'roundKeys' | 'decisions' | 'digests'>): RunLog {
  return {
    format: 'clientele/run',
    formatVersion: 1,
    engineVersion: ENGINE_VERSION,
    scenario: settings.scenario,
    seed: settings.seed,
    level: settings.level,
    rounds: settings.rounds,
    ...(settings.roundKeys === null ? {} : { roundKeys: handIn.roundKeys ?? [] }),
    decisions: handIn.decisions,
    digests: handIn.digests,
  };
}

/** Ten symbols by which student and instructor can compare what was handed in: a digest over everything in it. */
export function receiptOf(handIn: HandIn): string {
  return shortDigest(JSON.stringify(fieldsInOrder(handIn)), 10).replace(/^(.{5})/, '$1-');
}

/** The fields in one order, whatever the order in which a file has them. */
export function fieldsInOrder(handIn: HandIn): unknown[] {
  const { engineVersion, classId, alias, digests, roundKeys, reasons, reflections, claimedFirmValue } = handIn;
  const decisions = handIn.decisions.map((one) => [
    ...LEVERS.flatMap((lever) => TIERS.map((tier) => one[lever][tier])),
    one.insight,
  ]);
  const predictions = handIn.predictions.map((one) => one && [one.equity, one.loser]);
  return [
    engineVersion,
    classId,
    alias,
    decisions,
    digests,
    roundKeys,
    predictions,
    reasons,
    reflections,
    claimedFirmValue,
  ];
}

/** Longest question and answer that a file can hold decide this: no hand-in is larger, bytes of JSON. */
export const LARGEST_HAND_IN =
  4 * (MOST_QUESTIONS * (LONGEST_REFLECTION + LONGEST_QUESTION) + MOST_ROUNDS * 1_000) + 20_000;
