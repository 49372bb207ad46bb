import { describe, expect, it } from 'vitest';
import {
  churnFinding,
  lapsedOf,
  newCustomersOf,
  returnedOf,
  revenueFinding,
  tierShares,
} from '../../../src/features/briefing/history-findings.ts';
import { fixtureGame, fixtureReport } from '../../support/fixture-reports.ts';

const { history } = fixtureGame(0);

describe('findings of the history', () => {
  it('sees revenue rise, fall and stay', () => {
    expect(revenueFinding(history).trend).toBe('up');
    expect(revenueFinding([...history].reverse()).trend).toBe('down');
    expect(revenueFinding(Array.from({ length: 8 }, () => fixtureReport(-1))).trend).toBe('even');
  });

  it('says what is left of a unit of revenue', () => {
    const last = history.slice(-4);
    const sum = (of: (at: number) => number) => last.reduce((total, _, at) => total + of(at), 0);
    expect(revenueFinding(history).contributionShare).toBeCloseTo(
      sum((at) => last[at].income.contribution) / sum((at) => last[at].income.revenue),
    );
  });

  it('weighs who comes, new or back, against who goes', () => {
    const report = fixtureReport(-1);
    const finding = churnFinding(Array.from({ length: 4 }, () => report));
    expect(finding).toMatchObject({ won: newCustomersOf(report), back: returnedOf(report), lost: lapsedOf(report) });
    const net = 4 * (finding.won + finding.back - finding.lost);
    expect(finding.trend).toBe(net / 23_760 > 0.02 ? 'up' : net / 23_760 < -0.02 ? 'down' : 'even');
    expect(churnFinding([fixtureReport(-1, { lapsedCustomers: 9000 })]).trend).toBe('down');
  });

  it('shares add up to the whole', () => {
    const shares = tierShares(history[7].nextTiers);
    expect(shares.map(({ tier }) => tier)).toEqual(['platinum', 'gold', 'silver', 'bronze']);
    expect(shares.reduce((sum, { customers }) => sum + customers, 0)).toBeCloseTo(1);
    expect(shares.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(1);
  });
});
