import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pow } from '../../../src/engine/math/pow.ts';
import { worstError } from './reference.ts';

test('pow is right to 1e-15, for exponents up to 1e12 too', () => {
  expect(worstError('pow', pow)).toBeLessThan(1e-15);
});

test('pow has its limits', () => {
  expect(pow(0, 0)).toBe(1);
  expect(pow(5, 0)).toBe(1);
  expect(pow(1, 1e300)).toBe(1);
  expect(pow(0, 2)).toBe(0);
  expect(pow(0, -2)).toBe(Infinity);
  expect(pow(2, 1024)).toBe(Infinity);
  expect(pow(2, -1100)).toBe(0);
  expect(pow(2, 1e19)).toBe(Infinity);
  expect(pow(0.5, 1e19)).toBe(0);
  expect(pow(Infinity, 0.5)).toBe(Infinity);
  expect(pow(Infinity, -0.5)).toBe(0);
  expect(pow(-1, 2)).toBeNaN();
  expect(pow(2, Number.NaN)).toBeNaN();
  expect(pow(Number.NaN, 2)).toBeNaN();
});

test('pow of whole numbers is right where the result is a whole number below 2^53', () => {
  for (let base = 2; base <= 20; base++) {
    let product = 1;
    for (let exponent = 1; product * base < 2 ** 53; exponent++) {
      product *= base;
      expect(Math.abs(pow(base, exponent) - product)).toBeLessThanOrEqual(product * 4e-16);
    }
  }
});

test('pow multiplies when exponents are added', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      fc.integer({ min: -40, max: 40 }),
      fc.integer({ min: -40, max: 40 }),
      (base, a, b) => {
        expect(Math.abs((pow(base, a) * pow(base, b)) / pow(base, a + b) - 1)).toBeLessThan(2e-15);
      },
    ),
    { seed: 4, numRuns: 600 },
  );
});
