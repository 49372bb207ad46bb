import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromFixedPoint, toFixedPoint } from '../../../src/engine/math/fixed-point.ts';

test('a fixed-point number is whole and off by at most half a unit', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (x) => {
      const fixed = toFixedPoint(x);
      expect(Number.isSafeInteger(fixed)).toBe(true);
      expect(Math.abs(fromFixedPoint(fixed) - x)).toBeLessThanOrEqual(2 ** -21);
    }),
    { seed: 7 },
  );
});

test('half a unit is rounded up', () => {
  expect(toFixedPoint(2 ** -21)).toBe(1);
  expect(toFixedPoint(-(2 ** -21))).toBe(0);
  expect(toFixedPoint(3 * 2 ** -21)).toBe(2);
});

test('sums do not depend on the order', () => {
  const anyTerms = fc.array(fc.double({ min: -1e5, max: 1e5, noNaN: true }), { minLength: 2, maxLength: 60 });
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const forwards = terms.reduce((sum, x) => sum + toFixedPoint(x), 0);
      const backwards = terms.reduceRight((sum, x) => sum + toFixedPoint(x), 0);
      const sorted = [...terms].sort((a, b) => a - b).reduce((sum, x) => sum + toFixedPoint(x), 0);
      expect(backwards).toBe(forwards);
      expect(sorted).toBe(forwards);
    }),
    { seed: 8 },
  );
});
