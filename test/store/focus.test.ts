import { fc, test } from '@fast-check/vitest';
import { describe, expect, test as plainTest } from 'vitest';
import { type ByTier, byTier, TIERS } from '../../src/engine/index.ts';
import { allocate } from '../../src/store/allocate.ts';
import { cellsForFocus, FOCUS_STEP, focusOfCells } from '../../src/store/focus.ts';

const money = fc.integer({ min: 0, max: 5_000_000_00 });
const heads = fc.record({
  platinum: fc.nat(50_000),
  gold: fc.nat(50_000),
  silver: fc.nat(50_000),
  bronze: fc.nat(50_000),
});
const harbour: ByTier<number> = { platinum: 1_200, gold: 3_600, silver: 7_200, bronze: 12_000 };

function sum(cells: ByTier<number>): number {
  return TIERS.reduce((total, tier) => total + cells[tier], 0);
}

describe('allocate', () => {
  test.prop([money, heads])('whole cents, none negative, that sum to the total', (total, weights) => {
    const cells = allocate(total, weights);
    expect(sum(cells)).toBe(total);
    for (const tier of TIERS) {
      expect(Number.isInteger(cells[tier]) && cells[tier] >= 0).toBe(true);
      if (sum(weights) > 0) {
        expect(Math.abs(cells[tier] - (total * weights[tier]) / sum(weights))).toBeLessThan(1);
        if (weights[tier] === 0) expect(cells[tier]).toBe(0);
      }
    }
  });

  plainTest('the cents left over go to the largest remainders, ties to the better tier', () => {
    expect(
      allocate(
        10,
        byTier(() => 1),
      ),
    ).toEqual({ platinum: 3, gold: 3, silver: 2, bronze: 2 });
    expect(allocate(101, { platinum: 1, gold: 1, silver: 0, bronze: 2 })).toEqual({
      platinum: 25,
      gold: 25,
      silver: 0,
      bronze: 51,
    });
  });
});

describe('the focus slider', () => {
  test.prop([money, fc.double({ min: 0, max: 1, noNaN: true }), heads])(
    'cells are whole cents that sum to the total',
    (total, focus, customers) => {
      const cells = cellsForFocus(total, focus, customers);
      expect(sum(cells)).toBe(total);
      for (const tier of TIERS) expect(Number.isInteger(cells[tier]) && cells[tier] >= 0).toBe(true);
    },
  );

  plainTest('0 is the same for every head, 1 is all on the best tier that has customers', () => {
    expect(cellsForFocus(24_000_00, 0, harbour)).toEqual(byTier((tier) => harbour[tier] * 100));
    expect(cellsForFocus(500, 1, harbour)).toEqual({ platinum: 500, gold: 0, silver: 0, bronze: 0 });
    expect(cellsForFocus(500, 1, { ...harbour, platinum: 0 })).toEqual({
      platinum: 0,
      gold: 500,
      silver: 0,
      bronze: 0,
    });
    expect(cellsForFocus(500, 0.99, harbour).platinum).toBe(500);
  });

  plainTest('in between, heads are weighted by exp(τ × preference), τ = 1.5 in the middle', () => {
    const cells = cellsForFocus(
      1_000_000_000,
      0.5,
      byTier(() => 1),
    );
    expect(Math.log(cells.platinum / cells.silver) / 1.5).toBeCloseTo(1.6, 5);
    expect(Math.log(cells.gold / cells.silver) / 1.5).toBeCloseTo(0.8, 5);
    expect(Math.log(cells.bronze / cells.silver) / 1.5).toBeCloseTo(-1.2, 5);
  });

  test.prop([fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })])(
    'more focus never gives the best tier less',
    (a, b) => {
      const low = cellsForFocus(20_000_000, Math.min(a, b) / 100, harbour);
      const high = cellsForFocus(20_000_000, Math.max(a, b) / 100, harbour);
      expect(high.platinum).toBeGreaterThanOrEqual(low.platinum);
    },
  );

  test.prop([fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1_000_00, max: 500_000_00 })])(
    'the inverse finds the slider again, to its step, wherever steps can still be told apart',
    (step, total) => {
      const focus = step * FOCUS_STEP;
      const found = focusOfCells(cellsForFocus(total, focus, harbour), harbour);
      // Beyond .8 Platinum has nearly everything: then only the cells must agree, not the slider.
      if (focus <= 0.75) expect(found).toBeCloseTo(focus, 10);
      else {
        const again = cellsForFocus(total, found ?? 0, harbour);
        const given = cellsForFocus(total, focus, harbour);
        for (const tier of TIERS) expect(Math.abs(again[tier] - given[tier])).toBeLessThanOrEqual(total * 1e-3 + 1);
      }
    },
  );

  test.prop([heads, heads])('the inverse always answers between 0 and 1, or null for nothing', (cells, customers) => {
    const focus = focusOfCells(cells, customers);
    if (sum(cells) === 0) expect(focus).toBeNull();
    else expect(focus !== null && focus >= 0 && focus <= 1).toBe(true);
  });

  plainTest('money turned upside down is no focus at all', () => {
    expect(focusOfCells({ platinum: 0, gold: 0, silver: 0, bronze: 100 }, harbour)).toBe(0);
  });
});
