import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exp, expInRange, expOfSum } from '../../../src/engine/math/exp.ts';
import { expm1 } from '../../../src/engine/math/expm1.ts';
import { worstError } from './reference.ts';

test('exp is right to 3e-16', () => {
  expect(worstError('exp', exp)).toBeLessThan(3e-16);
});

test('exp has its limits', () => {
  expect(exp(0)).toBe(1);
  expect(exp(Infinity)).toBe(Infinity);
  expect(exp(-Infinity)).toBe(0);
  expect(exp(Number.NaN)).toBeNaN();
  expect(exp(709.7)).toBeLessThan(Infinity);
  expect(exp(709.9)).toBe(Infinity);
  expect(exp(1e300)).toBe(Infinity);
  expect(exp(-746)).toBe(0);
  expect(exp(-740)).toBeGreaterThan(0);
});

test('exp has no gap next to its limits', () => {
  for (const [start, end] of [
    [-746, -744],
    [709, 711],
  ]) {
    let previous = exp(start);
    for (let x = start; x <= end; x += 0.0005) {
      // NaN fails here too.
      if (!(exp(x) >= previous)) expect.fail(`exp falls at ${x}`);
      previous = exp(x);
    }
  }
});

test('expInRange is exp over its range, bit for bit', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -2e7, max: 709, noNaN: true }),
      fc.double({ min: -750, max: 709, noNaN: true }),
      (far, near) => {
        expect(expInRange(far)).toBe(exp(far));
        expect(expInRange(near)).toBe(exp(near));
      },
    ),
    { seed: 1, numRuns: 5000 },
  );
  for (const x of [-2e7, -746, -745, -744.9, -744, -0, 0, 709]) expect(expInRange(x)).toBe(exp(x));
});

test('exp does not fall', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -750, max: 720, noNaN: true }),
      fc.double({ min: 0, max: 1e-9, noNaN: true }),
      (x, step) => {
        expect(exp(x + step)).toBeGreaterThanOrEqual(exp(x));
      },
    ),
    { seed: 1, numRuns: 1000 },
  );
});

test('expOfSum keeps a low part too small to be added first', () => {
  expect(expOfSum(100, 0)).toBe(exp(100));
  // 1e-15 is less than half a unit in the last place of 100.
  expect(100 + 5e-15).toBe(100);
  expect(expOfSum(100, 5e-15) / exp(100) - 1).toBeCloseTo(5e-15, 15);
  expect(expOfSum(100, 5e-15)).toBeGreaterThan(exp(100));
});

test('expm1 is right to 1e-15, near 0 too, and has its limits', () => {
  expect(worstError('expm1', expm1)).toBeLessThan(1e-15);
  expect(expm1(0)).toBe(0);
  expect(expm1(-Infinity)).toBe(-1);
  expect(expm1(710)).toBe(Infinity);
  expect(expm1(Number.NaN)).toBeNaN();
});
