import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exp } from '../../../src/engine/math/exp.ts';
import { ln } from '../../../src/engine/math/ln.ts';
import { ln1p } from '../../../src/engine/math/ln1p.ts';
import { worstError } from './reference.ts';

test('ln is right to 4e-16, near 1 and for subnormal numbers too', () => {
  expect(worstError('ln', ln)).toBeLessThan(4e-16);
});

test('ln has its limits', () => {
  expect(ln(1)).toBe(0);
  expect(ln(0)).toBe(-Infinity);
  expect(ln(-0)).toBe(-Infinity);
  expect(ln(Infinity)).toBe(Infinity);
  expect(ln(-1)).toBeNaN();
  expect(ln(-Infinity)).toBeNaN();
  expect(ln(Number.NaN)).toBeNaN();
});

test('ln does not fall', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 5e-324, max: 1e308, noNaN: true }),
      fc.double({ min: 0, max: 1e-14, noNaN: true }),
      (x, share) => {
        expect(ln(x * (1 + share))).toBeGreaterThanOrEqual(ln(x));
      },
    ),
    { seed: 2, numRuns: 1000 },
  );
});

test('ln undoes exp', () => {
  fc.assert(
    fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
      expect(Math.abs(ln(exp(x)) - x)).toBeLessThan(4e-16 * Math.max(1, Math.abs(x)));
    }),
    { seed: 3, numRuns: 600 },
  );
});

test('ln1p is right to 4e-16, near 0 too, and has its limits', () => {
  expect(worstError('ln1p', ln1p)).toBeLessThan(4e-16);
  expect(ln1p(0)).toBe(0);
  expect(ln1p(-1)).toBe(-Infinity);
  expect(ln1p(Infinity)).toBe(Infinity);
  expect(ln1p(-2)).toBeNaN();
  expect(ln1p(Number.NaN)).toBeNaN();
});
