import type { FinishedGame } from './finished-game.ts';
import { glassBoxOf } from './glass-box.ts';
import { habitsOf } from './habits.ts';
import type { BandPrediction } from './report/habits.ts';
import type { Revelation } from './report/revelation.ts';
import { revealGame } from './reveal-game.ts';

/** Everything of the debrief that needs no further games but one. A generator, so that the caller can give way between its parts. */
export function* revealEverything(
  game: FinishedGame,
  predictions: readonly BandPrediction[],
): Generator<void, Revelation> {
  const reveal = yield* revealGame(game);
  const habits = habitsOf(game, predictions);
  yield;
  return { reveal, habits, glassBox: glassBoxOf(game) };
}
