import * as z from 'zod/mini';
import { TIERS, type Tier } from '../engine/index.ts';

/** How much estimated customer equity will change over the round, an insight level's change of yardstick left out. */
export const EQUITY_BANDS = ['falls-much', 'falls', 'level', 'rises', 'rises-much'] as const;

export type EquityBand = (typeof EQUITY_BANDS)[number];

/** What a player expected of a round before playing it; null where nothing was said. */
export type Prediction = {
  readonly equity: EquityBand | null;
  /** The tier that will lose the most value, or none of them. */
  readonly loser: Tier | 'none' | null;
};

/**
 * What a player wrote beside the decisions. It stands outside the run log, because no figure depends on it: a log with other notes is
 * the same game.
 */
export type PlayerNotes = {
  /** By round; the entry after the last round played belongs to the draft. */
  readonly predictions: readonly (Prediction | null)[];
  /** One line each; empty where none was given. */
  readonly reasons: readonly string[];
};

export const NO_NOTES: PlayerNotes = { predictions: [], reasons: [] };

/** Where a game branched off another one on the same luck. */
export type Branch = {
  /** Id of the game it came from; that one may have been deleted since. */
  readonly parent: string;
  /** 0-based round from which on it is a game of its own. */
  readonly round: number;
};

/** Longest reason, characters. */
export const LONGEST_REASON = 200;
const MOST_ROUNDS = 100;

const prediction = z.object({
  equity: z.nullable(z.enum(EQUITY_BANDS)),
  loser: z.nullable(z.enum([...TIERS, 'none'])),
});

const branchSchema = z.object({
  parent: z.string().check(z.minLength(1), z.maxLength(200)),
  round: z.int().check(z.nonnegative(), z.maximum(MOST_ROUNDS)),
});

/** Reads notes as they were stored. Like a draft, what cannot be read is dropped: the rounds played matter more. */
export function readNotes(predictions: unknown, reasons: unknown): PlayerNotes {
  return {
    predictions: listOf(predictions).map((given) => {
      const parsed = prediction.safeParse(given);
      return parsed.success ? parsed.data : null;
    }),
    reasons: listOf(reasons).map((given) => (typeof given === 'string' ? given.slice(0, LONGEST_REASON) : '')),
  };
}

/** Null when there is none that can be read. */
export function readBranch(given: unknown): Branch | null {
  const parsed = branchSchema.safeParse(given);
  return parsed.success ? parsed.data : null;
}

function listOf(given: unknown): readonly unknown[] {
  return Array.isArray(given) ? given.slice(0, MOST_ROUNDS) : [];
}
