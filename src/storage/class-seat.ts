import * as z from 'zod/mini';
import { type ClassSettings, MOST_QUESTIONS, parseClassSettings } from '../classroom/class-settings.ts';
import { LONGEST_ALIAS } from '../classroom/plain-text.ts';

/**
 * A player's seat in a class: what the game was joined with and what came of it. It stands outside the run log, which the class's settings
 * determine together with the decisions.
 */
export type ClassSeat = {
  readonly settings: ClassSettings;
  /** What the player or team chose to be called. */
  readonly alias: string;
  /** Answers to the class's questions, in their order. They stay on this device until they are handed in by choice. */
  readonly reflections: readonly string[];
  /** The latest hand-in that was made of this game; null before the first. */
  readonly handedIn: HandedIn | null;
  /** Whether the instructor's key for the debrief was entered. */
  readonly debriefUnlocked: boolean;
};

export type HandedIn = {
  readonly receipt: string;
  /** Rounds that were handed in. */
  readonly rounds: number;
  /** ISO date and time. */
  readonly at: string;
};

/** Longest answer taken in, characters: more than any screen lets one write. */
const LONGEST_ANSWER = 4_000;

const seatSchema = z.object({
  settings: z.unknown(),
  alias: z.string().check(z.minLength(1), z.maxLength(4 * LONGEST_ALIAS)),
  reflections: z.array(z.string().check(z.maxLength(LONGEST_ANSWER))).check(z.maxLength(MOST_QUESTIONS)),
  handedIn: z.nullable(
    z.object({
      receipt: z.string().check(z.maxLength(40)),
      rounds: z.int().check(z.nonnegative()),
      at: z.iso.datetime(),
    }),
  ),
  debriefUnlocked: z.boolean(),
});

/** Reads a seat as it was stored; null when it cannot be read. Without its seat a class's game cannot be played on. */
export function readSeat(given: unknown): ClassSeat | null {
  const parsed = seatSchema.safeParse(given);
  if (!parsed.success) return null;
  const settings = parseClassSettings(parsed.data.settings);
  return settings.ok ? { ...parsed.data, settings: settings.value } : null;
}
