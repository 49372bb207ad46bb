import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digamma } from '../../../src/engine/math/digamma.ts';
import { worstError } from './reference.ts';

test('digamma is right to 2e-15, and to 1e-15 absolutely where it is small', () => {
  expect(worstError('digamma', digamma, 0.5)).toBeLessThan(2e-15);
});

test('digamma has its limits', () => {
  expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 15);
  expect(digamma(0)).toBe(-Infinity);
  expect(digamma(Infinity)).toBe(Infinity);
  expect(digamma(-1)).toBeNaN();
  expect(digamma(Number.NaN)).toBeNaN();
});

test('digamma(x + 1) = digamma(x) + 1/x', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 50, noNaN: true }), (x) => {
      expect(Math.abs(digamma(x + 1) - (digamma(x) + 1 / x))).toBeLessThan(3e-15 * (1 + 1 / x));
    }),
    { seed: 6, numRuns: 1000 },
  );
});
