import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyScale } from '../../../src/features/decide/money-scale.ts';
import { cellTotal, readFocus, spreadByFocus, spreadLike } from '../../../src/features/decide/spread.ts';

const customers = { platinum: 1_200, gold: 3_600, silver: 7_200, bronze: 12_000 };
const total = fc.integer({ min: 1, max: 400_000 });

describe('spread', () => {
  it('adds up to the cent, and to whole units when the total is whole units', () => {
    fc.assert(
      fc.property(total, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (units, focus, whole) => {
        const cents = whole ? units * 100 : units;
        const cells = spreadByFocus(cents, focus, customers);
        expect(cellTotal(cells)).toBe(cents);
        if (whole) for (const cell of Object.values(cells)) expect(cell % 100).toBe(0);
      }),
    );
  });

  it('keeps a mix when the total changes', () => {
    const mix = { platinum: 100, gold: 0, silver: 300, bronze: 600 };
    expect(spreadLike(2_000_000, mix, customers)).toEqual({
      platinum: 200_000,
      gold: 0,
      silver: 600_000,
      bronze: 1_200_000,
    });
  });

  it('reads back the focus it was made with, and knows a mix that no focus makes', () => {
    const made = spreadByFocus(9_000_000, 0.3, customers);
    expect(readFocus(made, customers)).toEqual({ focus: 0.3, isOwnMix: false });
    expect(readFocus({ platinum: 0, gold: 0, silver: 9_000_000, bronze: 0 }, customers).isOwnMix).toBe(true);
    expect(readFocus({ platinum: 0, gold: 0, silver: 0, bronze: 0 }, customers)).toEqual({
      focus: null,
      isOwnMix: false,
    });
  });
});

describe('moneyScale', () => {
  it('has round steps and ends that are whole pages, for any budget', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_000_000 }), (budget) => {
        const scale = moneyScale(budget);
        expect(String(scale.cellStep)).toMatch(/^[125]0+$/);
        expect(String(scale.totalStep)).toMatch(/^[125]0+$/);
        expect(scale.cellMax % (scale.cellStep * 10)).toBe(0);
        expect(scale.totalMax).toBeGreaterThanOrEqual(budget);
      }),
    );
    expect(moneyScale(26_500_000)).toEqual({
      cellStep: 50_000,
      cellMax: 9_000_000,
      totalStep: 100_000,
      totalMax: 27_000_000,
    });
  });
});
