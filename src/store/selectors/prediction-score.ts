import type { RoundReport, Tier } from '../../engine/index.ts';
import { TIERS } from '../../engine/index.ts';
import { EQUITY_BANDS, type EquityBand, LONGEST_REASON, type Prediction } from '../../storage/player-notes.ts';

export { EQUITY_BANDS, type EquityBand, LONGEST_REASON, type Prediction };

/** Where the bands of a change of customer equity begin, as shares: beyond ±3 % much, within ±1 % level. */
const MUCH = 0.03;
const LEVEL = 0.01;

export type Outcome = {
  /** Of estimated customer equity over the round by the same yardstick, as a share. */
  readonly change: number;
  readonly band: EquityBand;
  /** The tier whose steps of the bridge took away the most, a change of insight left out; none when no tier lost. */
  readonly loser: Tier | 'none';
  /** What that tier lost, cents, negative; 0 when none did. */
  readonly loss: number;
};

/** What a prediction is measured by: the bridge of customer equity without its insight step. */
export function outcomeOf({ equity }: RoundReport): Outcome {
  const change = equity.opening > 0 ? (equity.closing - equity.insight - equity.opening) / equity.opening : 0;
  const losses = TIERS.map((tier) => {
    const { acquired, returned, lapsed, revalued } = equity.byTier[tier];
    return { tier, loss: acquired + returned + lapsed + revalued };
  });
  const worst = losses.reduce((most, next) => (next.loss < most.loss ? next : most));
  const lost = worst.loss < 0;
  return { change, band: bandOf(change), loser: lost ? worst.tier : 'none', loss: lost ? worst.loss : 0 };
}

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

function bandOf(change: number): EquityBand {
  if (change < -MUCH) return 'falls-much';
  if (change < -LEVEL) return 'falls';
  if (change <= LEVEL) return 'level';
  return change <= MUCH ? 'rises' : 'rises-much';
}
