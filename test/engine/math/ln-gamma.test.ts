import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ln } from '../../../src/engine/math/ln.ts';
import { lnGamma } from '../../../src/engine/math/ln-gamma.ts';
import { worstError } from './reference.ts';

test('lnGamma is right to 2e-15, next to its zeros at 1 and 2 too', () => {
  expect(worstError('lnGamma', lnGamma)).toBeLessThan(2e-15);
});

test('lnGamma has its limits', () => {
  expect(lnGamma(1)).toBe(0);
  expect(lnGamma(2)).toBe(0);
  expect(lnGamma(0)).toBe(Infinity);
  expect(lnGamma(Infinity)).toBe(Infinity);
  expect(lnGamma(-0.5)).toBeNaN();
  expect(lnGamma(Number.NaN)).toBeNaN();
});

test('lnGamma(x + 1) = lnGamma(x) + ln(x), over the seams of the method too', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 50, noNaN: true }), (x) => {
      const right = lnGamma(x) + ln(x);
      expect(Math.abs(lnGamma(x + 1) - right)).toBeLessThan(4e-15 * Math.max(1, Math.abs(right)));
    }),
    { seed: 5, numRuns: 1000 },
  );
});
