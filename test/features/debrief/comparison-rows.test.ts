import { describe, expect, it } from 'vitest';
import {
  comparisonRows,
  gapToShadow,
  plansBeaten,
  standingFinding,
  truePathRows,
} from '../../../src/features/debrief/comparison-rows.ts';
import { fixtureScore } from '../../support/fixture-reports.ts';

describe('the comparison', () => {
  it('ranks the player among the others', () => {
    const rows = comparisonRows(fixtureScore);
    expect(rows.map(({ plan }) => plan)).toEqual([
      'customer-centric',
      'you',
      'uniform',
      'status-quo',
      'mass-acquisition',
      'best-only',
    ]);
    expect(plansBeaten(fixtureScore)).toBe(4);
    expect(gapToShadow(fixtureScore)).toBe(30_000_000);
  });

  it('has one column a plan, from the start on', () => {
    const rows = truePathRows(fixtureScore);
    expect(rows.map(({ x }) => x)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8']);
    expect(rows[8].you).toBe(fixtureScore.firmValue);
    expect(rows[8]['status-quo']).toBe(497_000_000);
  });
});

describe('standingFinding', () => {
  const shadow = fixtureScore.benchmarks.find(({ policy }) => policy === 'status-quo');
  const path = shadow?.firmValueByRound ?? [];
  const standing = (...leads: number[]) =>
    standingFinding({ ...fixtureScore, firmValueByRound: path.map((value, round) => value + leads[round]) });

  it('says since when the player has been ahead or behind', () => {
    expect(standing(0, 1, 1, 1, 1, 1, 1, 1, 1)).toEqual({ standing: 'ahead', since: 1 });
    expect(standing(0, 1, -1, -1, 1, -1, 1, 1, 1)).toEqual({ standing: 'ahead', since: 6 });
    expect(standing(0, 1, 1, 1, 1, 1, 1, 1, -1)).toEqual({ standing: 'behind', since: 8 });
    expect(standing(0, 0, 0, 0, 0, 0, 0, 0, 0).standing).toBe('level');
  });
});
