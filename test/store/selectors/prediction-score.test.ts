import { describe, expect, it } from 'vitest';
import { byTier, type RoundReport, type Tier } from '../../../src/engine/index.ts';
import { outcomeOf, scorePrediction, scorePredictions } from '../../../src/store/selectors/prediction-score.ts';
import { fixtureReport } from '../../support/fixture-reports.ts';

/** A round whose equity changed by a share, of which `insight` cents are a change of yardstick. */
function reportOf(change: number, insight = 0, losses: Partial<Record<Tier, number>> = {}, round = 0): RoundReport {
  const report = fixtureReport(round);
  const opening = 1_000_000;
  const steps = { acquired: 0, returned: 0, lapsed: 0, revalued: 0, insight: 0 };
  return {
    ...report,
    equity: {
      ...report.equity,
      opening,
      insight,
      closing: opening * (1 + change) + insight,
      byTier: byTier((tier) => ({ ...steps, lapsed: losses[tier] ?? 0, insight: -9_000_000 })),
    },
  };
}

describe('a prediction', () => {
  it.each([
    [-0.031, 'falls-much'],
    [-0.03, 'falls'],
    [-0.01, 'level'],
    [0.01, 'level'],
    [0.03, 'rises'],
    [0.0301, 'rises-much'],
  ] as const)('finds a change of %d in the band %s', (change, band) => {
    expect(outcomeOf(reportOf(Math.round(change * 1e6) / 1e6)).band).toBe(band);
  });

  it('is measured by the same yardstick: a change of insight counts for nothing', () => {
    const outcome = outcomeOf(reportOf(0.02, 500_000, { gold: -5, silver: -4 }));
    expect(outcome.change).toBeCloseTo(0.02, 12);
    expect(outcome).toMatchObject({ band: 'rises', loser: 'gold', loss: -5 });
    expect(outcomeOf(reportOf(0)).loser).toBe('none');
  });

  it('wins two points for the band, one for the next, one for the tier; only what was said counts', () => {
    const report = reportOf(0.02, 0, { gold: -5 });
    expect(scorePrediction({ equity: 'rises', loser: 'gold' }, report)).toMatchObject({ points: 3, of: 3 });
    expect(scorePrediction({ equity: 'level', loser: 'none' }, report)).toMatchObject({ points: 1, of: 3 });
    expect(scorePrediction({ equity: 'falls', loser: null }, report)).toMatchObject({ points: 0, of: 2 });
    expect(scorePrediction({ equity: null, loser: 'gold' }, report)).toMatchObject({ points: 1, of: 1 });
  });

  it('is summed over the rounds in which something was said', () => {
    const reports = [0, 1, 2].map((round) => reportOf(0.02, 0, { gold: -5 }, round));
    const predictions = [{ equity: 'rises', loser: null } as const, null, { equity: null, loser: null }];
    expect(scorePredictions(predictions, reports)).toEqual({ points: 2, of: 2, rounds: 1 });
    expect(scorePredictions([], reports)).toEqual({ points: 0, of: 0, rounds: 0 });
  });
});
