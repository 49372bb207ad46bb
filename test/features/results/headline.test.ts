import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { results } from '../../../src/content/results.ts';
import { costOfWaiting, fellByWaiting, headlineFacts, headlineOf } from '../../../src/features/results/headline.ts';
import { fixtureReport } from '../../support/fixture-reports.ts';

const step = fc.integer({ min: -60_000_000, max: 60_000_000 });
const anyReport = fc
  .record({
    steps: fc.record({
      acquired: fc.integer({ min: -1_000_000, max: 60_000_000 }),
      returned: fc.integer({ min: 0, max: 9_000_000 }),
      lapsed: fc.integer({ min: -60_000_000, max: 1_000_000 }),
      revalued: step,
      insight: fc.oneof(fc.constant(0), step),
    }),
    opening: fc.integer({ min: 100_000_000, max: 900_000_000 }),
    cashFlow: step,
    lapsedCustomers: fc.integer({ min: 250, max: 3000 }),
  })
  .map((change) => fixtureReport(2, change));

describe('headlineOf', () => {
  it.each([
    ['headline.up.acquired', {}],
    ['headline.up.revalued', { revalued: 50_000_000 }],
    ['headline.up.returned', { returned: 40_000_000 }],
    ['headline.up.insight', { insight: 90_000_000 }],
    ['headline.up.despite-insight', { revalued: 60_000_000, insight: -30_000_000 }],
    ['headline.down.lapsed', { lapsed: -60_000_000 }],
    ['headline.down.revalued', { revalued: -60_000_000 }],
    ['headline.down.insight', { insight: -90_000_000 }],
    ['headline.down.despite-insight', { lapsed: -90_000_000, insight: 30_000_000 }],
    ['headline.even.trade', { revalued: -8_000_000 }],
    ['headline.even.insight', { revalued: -18_000_000, insight: 10_000_000 }],
  ] as const)('%s', (id, steps) => {
    expect(headlineOf(fixtureReport(1, { steps }))).toBe(id);
  });

  test.prop([anyReport])('says nothing that its figures do not show', (report) => {
    const { equity } = report;
    const { change, newCount, lapsedCount } = headlineFacts(report);
    const id = headlineOf(report);
    const text = results[id];
    if (id.includes('.up.')) expect(equity.closing).toBeGreaterThan(equity.opening);
    if (id.includes('.down.')) expect(equity.closing).toBeLessThan(equity.opening);
    if (id.includes('.even.')) expect(Math.abs(change)).toBeLessThan(0.003);
    // The sign that the words give to each figure they name.
    if (/\{revalued\} more/.test(text)) expect(equity.revalued).toBeGreaterThan(0);
    if (/\{revalued\} less/.test(text)) expect(equity.revalued).toBeLessThan(0);
    if (/\{insight\} higher/.test(text)) expect(equity.insight).toBeGreaterThan(0);
    if (/\{insight\} lower/.test(text)) expect(equity.insight).toBeLessThan(0);
    if (/\{newWorth\}/.test(text)) {
      expect(newCount).toBeGreaterThan(0);
      expect(equity.acquired).toBeGreaterThan(0);
    }
    if (/brought the most/.test(text)) {
      const best = Math.max(equity.acquired, equity.returned, equity.revalued);
      expect(id === 'headline.up.acquired' ? equity.acquired : equity.returned).toBe(best);
    }
    if (/\{lapsedWorth\}/.test(text)) {
      expect(lapsedCount).toBeGreaterThan(0);
      expect(equity.lapsed).toBeLessThan(0);
    }
    if (id === 'headline.even.trade') {
      expect(equity.acquired).toBeGreaterThan(0);
      expect(equity.lapsed).toBeLessThan(0);
    }
    if (/yardstick/.test(text)) expect(equity.insight).not.toBe(0);
  });
});

describe('costOfWaiting', () => {
  it('is a quarter of 15 % a year on the opening equity, in the money of the first day', () => {
    const first = costOfWaiting(fixtureReport(0, { opening: 100_000_000 }), 0.15);
    expect(first).toBe(Math.round(100_000_000 * (1.15 ** -0.25 - 1)));
    const fifth = costOfWaiting(fixtureReport(4, { opening: 100_000_000 }), 0.15);
    expect(fifth).toBe(Math.round((100_000_000 * (1.15 ** -0.25 - 1)) / 1.15));
  });
});

describe('fellByWaiting', () => {
  const withValue = (estimatedFirmValue: number, opening: number, closing: number) => {
    const report = fixtureReport(1);
    return { ...report, equity: { ...report.equity, estimatedFirmValue, opening, closing } };
  };
  const before = withValue(100_000, 0, 0);

  it('is true only where firm value fell, customer equity rose, and the discount explains all of the fall', () => {
    expect(fellByWaiting(withValue(98_000, 50, 60), before, -3_000)).toBe(true);
    expect(fellByWaiting(withValue(96_000, 50, 60), before, -3_000)).toBe(false);
    expect(fellByWaiting(withValue(98_000, 60, 50), before, -3_000)).toBe(false);
    expect(fellByWaiting(withValue(101_000, 50, 60), before, -3_000)).toBe(false);
  });
});
