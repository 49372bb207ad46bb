import { expect, test } from 'vitest';
import { exp } from '../../../src/engine/math/exp.ts';
import { ln } from '../../../src/engine/math/ln.ts';
import { lnGamma } from '../../../src/engine/math/ln-gamma.ts';
import { gamma } from '../../../src/engine/random/gamma.ts';
import { keysFromSeed } from '../../../src/engine/random/keys.ts';
import { drawKeys, streamOf } from '../../../src/engine/random/stream.ts';
import { correlation, kolmogorovStatistic, LARGEST_KS, LARGEST_Z, sample } from './goodness-of-fit.ts';

/** The regularised incomplete gamma function by its power series (Abramowitz and Stegun 6.5.29). */
function cumulativeGamma(shape: number, x: number): number {
  if (x > shape + 40 * Math.sqrt(shape) + 40) return 1;
  let term = exp(shape * ln(x) - x - lnGamma(shape + 1));
  let sum = term;
  for (let k = 1; term > sum * 1e-16; k++) {
    term *= x / (shape + k);
    sum += term;
  }
  return sum;
}

test('draws are gamma, for tabulated, other and small shapes', () => {
  for (const shape of [0.2, 0.7, 1, 1.5, 3, 5, 6, 16, 17, 60.25]) {
    const draws = sample(`gamma ${shape}`, 20000, (stream, keys) => gamma(shape, stream, keys));
    expect(
      kolmogorovStatistic(draws, (x) => cumulativeGamma(shape, x)),
      `shape ${shape}`,
    ).toBeLessThan(LARGEST_KS);
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    expect(Math.abs(mean - shape) / Math.sqrt(shape / draws.length), `shape ${shape}`).toBeLessThan(LARGEST_Z);
  }
});

test('draws of neighbouring customers and purposes do not correlate', () => {
  const keys = keysFromSeed('gamma pairs');
  const [a, b] = [drawKeys(keys, 1, 1), drawKeys(keys, 1, 2)];
  const n = 20000;
  const here = Float64Array.from({ length: n }, (_, id) => gamma(3, streamOf(id, keys), a));
  const next = Float64Array.from({ length: n }, (_, id) => gamma(3, streamOf(id + 1, keys), a));
  const other = Float64Array.from({ length: n }, (_, id) => gamma(3, streamOf(id, keys), b));
  expect(Math.abs(correlation(here, next)) * Math.sqrt(n)).toBeLessThan(LARGEST_Z);
  expect(Math.abs(correlation(here, other)) * Math.sqrt(n)).toBeLessThan(LARGEST_Z);
});

test('a whole shape gives nearly the same draw as one beside it: the table holds the right constants', () => {
  const keys = keysFromSeed('gamma table');
  const ready = drawKeys(keys, 1, 1);
  for (let shape = 1; shape <= 16; shape++) {
    const stream = streamOf(shape, keys);
    expect(gamma(shape + 1e-9, stream, ready)).toBeCloseTo(gamma(shape, stream, ready), 7);
  }
});

test('a shape that is not positive is refused', () => {
  const ready = drawKeys(keysFromSeed(''), 0, 0);
  for (const shape of [0, -1, Number.NaN]) expect(() => gamma(shape, 1, ready)).toThrow(RangeError);
});
