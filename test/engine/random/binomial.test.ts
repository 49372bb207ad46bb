import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exp } from '../../../src/engine/math/exp.ts';
import { ln } from '../../../src/engine/math/ln.ts';
import { lnGamma } from '../../../src/engine/math/ln-gamma.ts';
import { binomial } from '../../../src/engine/random/binomial.ts';
import { uniform, wordAt } from '../../../src/engine/random/stream.ts';
import { chiSquareDeviate, LARGEST_Z, sample } from './goodness-of-fit.ts';

const anyUniform = fc.integer({ min: 0, max: 2 ** 31 - 1 }).map((odd) => (2 * odd + 1) * 2 ** -32);

function probabilityOf(n: number, p: number): (count: number) => number {
  return (count) => {
    const lnWays = lnGamma(n + 1) - lnGamma(count + 1) - lnGamma(n - count + 1);
    return exp(lnWays + count * ln(p) + (n - count) * ln(1 - p));
  };
}

test('counts are binomial', () => {
  for (const [n, p] of [
    [1, 0.3],
    [9, 0.5],
    [30, 0.02],
    [200, 0.9],
    [700, 0.15],
    [4000, 0.4],
    [4000, 0.999],
  ]) {
    const counts = sample(`binomial ${n} ${p}`, 20000, (stream, keys) =>
      binomial(n, p, uniform(wordAt(stream, keys, 0, 0))),
    );
    if (n === 1) {
      const share = counts.reduce((sum, count) => sum + count, 0) / counts.length;
      expect(Math.abs(share - p) / Math.sqrt((p * (1 - p)) / counts.length)).toBeLessThan(LARGEST_Z);
    } else {
      expect(chiSquareDeviate(counts, probabilityOf(n, p), n), `n ${n}, p ${p}`).toBeLessThan(LARGEST_Z);
    }
  }
});

test('a binomial count rises with u and stays in 0..n', () => {
  const anyTrials = fc.integer({ min: 0, max: 3000 });
  fc.assert(
    fc.property(anyTrials, fc.double({ min: 0, max: 1, noNaN: true }), anyUniform, anyUniform, (n, p, u1, u2) => {
      const low = binomial(n, p, Math.min(u1, u2));
      const high = binomial(n, p, Math.max(u1, u2));
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeGreaterThanOrEqual(low);
      expect(n).toBeGreaterThanOrEqual(high);
    }),
    { seed: 17, numRuns: 1000 },
  );
});

test('the ends are near, however far u lies in the tails', () => {
  for (const n of [1000, 4000]) {
    for (const p of [0.01, 0.3, 0.5, 0.7]) {
      const reach = 8 * Math.sqrt(n * p * (1 - p)) + 8;
      expect(binomial(n, p, 1 - 2 ** -32)).toBeLessThan(n * p + reach);
      expect(binomial(n, p, 2 ** -32)).toBeGreaterThan(n * p - reach);
    }
  }
});

test('binomial at its ends', () => {
  expect(binomial(0, 0.5, 0.9)).toBe(0);
  expect(binomial(50, 0, 1 - 2 ** -32)).toBe(0);
  expect(binomial(50, 1, 2 ** -32)).toBe(50);
  expect(() => binomial(-1, 0.5, 0.5)).toThrow(RangeError);
  expect(() => binomial(1.5, 0.5, 0.5)).toThrow(RangeError);
  expect(() => binomial(5, 1.1, 0.5)).toThrow(RangeError);
  expect(() => binomial(5, Number.NaN, 0.5)).toThrow(RangeError);
});
