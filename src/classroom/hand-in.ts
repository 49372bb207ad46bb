import type { Cents, Decision } from '../engine/index.ts';
import type { Prediction } from '../storage/player-notes.ts';

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
