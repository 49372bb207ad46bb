import { outcomeOf } from '../../classroom/round-outcome.ts';
import type { RoundReport } from '../../engine/index.ts';
import { EQUITY_BANDS, LONGEST_REASON, type Prediction } from '../../storage/player-notes.ts';

export { EQUITY_BANDS, LONGEST_REASON, outcomeOf, type Prediction };

export type PredictionScore = {
  readonly points: number;
  /** The most there was to win: only what was said counts. */
  readonly of: number;
  readonly equityPoints: number;
  readonly loserPoints: number;
};

/** Two points for the band of customer equity, one for the band next to it; one point for the tier. */
export const MOST_EQUITY_POINTS = 2;
export const MOST_LOSER_POINTS = 1;

/** How good a prediction was. */
export function scorePrediction(prediction: Prediction, report: RoundReport): PredictionScore {
  const outcome = outcomeOf(report);
  const { equity, loser } = prediction;
  const distance =
    equity === null ? MOST_EQUITY_POINTS : Math.abs(EQUITY_BANDS.indexOf(equity) - EQUITY_BANDS.indexOf(outcome.band));
  const equityPoints = Math.max(0, MOST_EQUITY_POINTS - distance);
  const loserPoints = loser === outcome.loser ? MOST_LOSER_POINTS : 0;
  const of = (equity === null ? 0 : MOST_EQUITY_POINTS) + (loser === null ? 0 : MOST_LOSER_POINTS);
  return { points: equityPoints + loserPoints, of, equityPoints, loserPoints };
}

/** The scores of all rounds played, summed. */
export function scorePredictions(
  predictions: readonly (Prediction | null)[],
  reports: readonly RoundReport[],
): Pick<PredictionScore, 'points' | 'of'> & { readonly rounds: number } {
  const scores = reports.flatMap((report) => {
    const prediction = predictions[report.round];
    return prediction ? [scorePrediction(prediction, report)] : [];
  });
  const said = scores.filter(({ of }) => of > 0);
  return {
    points: said.reduce((sum, { points }) => sum + points, 0),
    of: said.reduce((sum, { of }) => sum + of, 0),
    rounds: said.length,
  };
}
