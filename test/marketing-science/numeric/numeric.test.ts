import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaExpectation } from '../../../src/marketing-science/numeric/beta-expectation.ts';
import { gaussLegendre } from '../../../src/marketing-science/numeric/gauss-legendre.ts';
import { groupEqualRows } from '../../../src/marketing-science/numeric/group-equal-rows.ts';
import { meanOfInversePlusRate } from '../../../src/marketing-science/numeric/inverse-plus-rate.ts';
import { lnAdd } from '../../../src/marketing-science/numeric/ln-add.ts';

const size = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true });

describe('Gauss-Legendre', () => {
  test('is exact for polynomials up to degree 2n - 1', () => {
    for (const count of [1, 2, 5, 12, 48]) {
      const { nodes, weights } = gaussLegendre(count);
      for (let degree = 0; degree < 2 * count; degree++) {
        const got = nodes.reduce((sum, node, index) => sum + weights[index] * node ** degree, 0);
        expect(got).toBeCloseTo(degree % 2 === 0 ? 2 / (degree + 1) : 0, 13);
      }
    }
    expect(() => gaussLegendre(0)).toThrow(RangeError);
    expect(() => gaussLegendre(2.5)).toThrow(RangeError);
  });
});

describe('beta expectation', () => {
  test('moments of the beta distribution, from tiny to large parameters', () => {
    fc.assert(
      fc.property(size(-3, 6), size(-3, 6), (lnA, lnB) => {
        const [a, b] = [Math.exp(lnA), Math.exp(lnB)];
        const mean = betaExpectation(a, b, (p) => p);
        const product = betaExpectation(a, b, (p, q) => p * q);
        expect(Math.abs(mean / (a / (a + b)) - 1)).toBeLessThan(1e-11);
        expect(Math.abs(product / ((a * b) / ((a + b) * (a + b + 1))) - 1)).toBeLessThan(1e-11);
      }),
      { numRuns: 60 },
    );
  });
});

describe('E[1 / (µ + δ)]', () => {
  test('obeys the recurrence of the exponential integral (NIST Handbook 8.19.12)', () => {
    fc.assert(
      fc.property(size(0.05, 12), size(0.1, 50), size(-10, 4), (shape, rate, lnDelta) => {
        const delta = Math.exp(lnDelta);
        const z = delta * rate;
        const here = meanOfInversePlusRate(shape, rate, delta) / rate;
        const next = meanOfInversePlusRate(shape + 1, rate, delta) / rate;
        expect(Math.abs(shape * next + z * here - 1)).toBeLessThan(1e-11);
      }),
      { numRuns: 60 },
    );
  });

  test('tends to 1 / (µ + δ) for equal customers and to rate / (shape - 1) without discounting', () => {
    expect(meanOfInversePlusRate(1e8, 1e8 / 0.2, 0.05)).toBeCloseTo(4, 6);
    expect(meanOfInversePlusRate(3, 10, 0)).toBe(5);
    expect(meanOfInversePlusRate(3, 10, 1e-12)).toBeCloseTo(5, 9);
    expect(meanOfInversePlusRate(1, 10, 0)).toBe(Infinity);
  });
});

describe('grouping', () => {
  test('every row finds its own values in its group, and weights add up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom(0, -0, 0.5, 7)), { maxLength: 60 }),
        (rows) => {
          const columns = [rows.map((row) => row[0]), rows.map((row) => row[1])];
          const grouped = groupEqualRows(columns);
          expect(grouped.count).toBe(new Set(rows.map((row) => `${row[0]} ${row[1] + 0}`)).size);
          expect(grouped.weights.reduce((sum, weight) => sum + weight, 0)).toBe(rows.length);
          rows.forEach((row, index) => {
            const group = grouped.groupOfRow[index];
            expect(grouped.columns[0][group] === row[0] && grouped.columns[1][group] === row[1]).toBe(true);
          });
        },
      ),
    );
  });
});

test('lnAdd adds in logarithms, far out of range too', () => {
  expect(lnAdd(Math.log(2), Math.log(3))).toBeCloseTo(Math.log(5), 14);
  expect(lnAdd(-Infinity, -Infinity)).toBe(-Infinity);
  expect(lnAdd(-Infinity, 3)).toBe(3);
  expect(lnAdd(5000, 5000)).toBeCloseTo(5000 + Math.log(2), 10);
});
