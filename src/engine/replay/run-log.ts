import type { Decision } from '../decision/decision.ts';
import type { Level } from '../decision/level.ts';

/** Lengths that a game may have, in rounds. */
export const FEWEST_ROUNDS = 6;
export const MOST_ROUNDS = 10;

/** A game is its log: replaying it gives the whole state back, to the last bit. */
export type RunLog = {
  readonly format: 'clientele/run';
  readonly formatVersion: 1;
  readonly engineVersion: string;
  readonly scenario: { readonly id: string; readonly hash: string };
  readonly seed: string;
  readonly level: Level;
  /** How many rounds the game has, `FEWEST_ROUNDS` to `MOST_ROUNDS`; `decisions` may still be fewer. */
  readonly rounds: number;
  /**
   * Keys that the draws of the rounds depend on besides the seed, one for each round released so far; at least as many as decisions.
   * Left out: a game whose draws follow from the seed alone.
   */
  readonly roundKeys?: readonly string[];
  readonly decisions: readonly Decision[];
  /** One digest per decision played. */
  readonly digests: readonly string[];
};
