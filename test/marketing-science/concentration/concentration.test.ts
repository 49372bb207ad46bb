import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortRetentionTable } from '../../../src/marketing-science/concentration/cohort-retention.ts';
import {
  captureOfTop,
  decileTable,
  gini,
  lorenzCurve,
  topShare,
  whaleCurve,
} from '../../../src/marketing-science/concentration/concentration.ts';

const someValues = fc
  .array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 60 })
  .filter((values) => values.some((value) => value > 1e-3));

describe('concentration', () => {
  test('Gini: 0 for equals, (n - 1) / n when one has all, twice the area above the Lorenz curve', () => {
    expect(gini([5, 5, 5, 5])).toBe(0);
    expect(gini([0, 0, 0, 7])).toBe(0.75);
    fc.assert(
      fc.property(someValues, (values) => {
        const curve = lorenzCurve(values);
        let area = 0;
        for (let point = 1; point < curve.length; point++) {
          area += (curve[point].shareOfValue + curve[point - 1].shareOfValue) / (2 * values.length);
        }
        expect(gini(values)).toBeCloseTo(1 - 2 * area, 10);
        expect(curve[0].shareOfValue).toBe(0);
        expect(curve[values.length].shareOfValue).toBeCloseTo(1, 12);
      }),
    );
  });

  test('top share counts a customer cut by the border in part and complements the Lorenz curve', () => {
    expect(topShare([4, 3, 2, 1], 0.25)).toBe(0.4);
    expect(topShare([4, 3, 2, 1], 0.375)).toBeCloseTo(0.55, 14);
    expect(topShare([8, -2], 0.5)).toBeCloseTo(8 / 6, 14);
    fc.assert(
      fc.property(someValues, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        const whole = Math.round(share * values.length);
        const lorenz = lorenzCurve(values)[values.length - whole].shareOfValue;
        expect(topShare(values, whole / values.length)).toBeCloseTo(1 - lorenz, 9);
      }),
    );
  });

  test('capture shares ties at the border, whatever the order', () => {
    expect(captureOfTop([3, 1, 1, 1], [10, 20, 30, 40], 0.5)).toBeCloseTo((10 + 30) / 100, 14);
    expect(captureOfTop([1, 1, 3, 1], [40, 20, 10, 30], 0.5)).toBeCloseTo((10 + 30) / 100, 14);
    expect(captureOfTop([4, 3, 2, 1], [4, 3, 2, 1], 0.5)).toBe(0.7);
  });

  test('decile table holds every customer once, best first', () => {
    const rows = decileTable(Array.from({ length: 25 }, (_, index) => index));
    expect(rows.map((row) => row.customers).reduce((sum, count) => sum + count, 0)).toBe(25);
    expect(rows[0].most).toBe(24);
    expect(rows[9].least).toBe(0);
    expect(rows[9].cumulativeShare).toBeCloseTo(1, 14);
    expect(rows.every((row) => row.customers === 2 || row.customers === 3)).toBe(true);
    expect(decileTable([3, 1, 2])).toHaveLength(3);
  });

  test('whale curve rises above its end where customers lose money', () => {
    const { curve, peak } = whaleCurve([50, -30, 20, -10]);
    expect(curve.map((point) => point.profit)).toEqual([0, 50, 70, 60, 30]);
    expect(peak).toEqual({ shareOfCustomers: 0.5, profit: 70 });
    expect(whaleCurve([-1, -2]).peak).toEqual({ shareOfCustomers: 0, profit: 0 });
  });

  test('says what it cannot do', () => {
    expect(() => gini([])).toThrow(RangeError);
    expect(() => gini([0, 0])).toThrow(RangeError);
    expect(() => gini([1, -1])).toThrow(RangeError);
    expect(() => topShare([1, Number.NaN], 0.2)).toThrow(RangeError);
    expect(() => captureOfTop([1, 2], [0, 0], 0.5)).toThrow(RangeError);
  });
});

describe('cohort retention table', () => {
  test('counts each customer once a period, from the period of its first order', () => {
    const table = cohortRetentionTable(['a', 'a', 'b', 'a', 'c', 'b', 'a'], [0, 0, 0, 1, 1, 2, 2]);
    expect(table).toEqual([
      { cohort: 0, customers: 2, active: [2, 1, 2], retention: [1, 0.5, 1] },
      { cohort: 1, customers: 1, active: [1, 0], retention: [1, 0] },
    ]);
    expect(cohortRetentionTable([], [])).toEqual([]);
    expect(() => cohortRetentionTable(['a'], [0.5])).toThrow(RangeError);
  });
});
