import type { Decision } from '../decision/decision.ts';
import type { Level } from '../decision/level.ts';

/** A game is its log: replaying it gives the whole state back, to the last bit. */
export type RunLog = {
  readonly format: 'clientele/run';
  readonly formatVersion: 1;
  readonly engineVersion: string;
  readonly scenario: { readonly id: string; readonly hash: string };
  readonly seed: string;
  readonly level: Level;
  /** How many rounds the game has; `decisions` may still be fewer. */
  readonly rounds: number;
  readonly decisions: readonly Decision[];
  /** One digest per decision played. */
  readonly digests: readonly string[];
};
