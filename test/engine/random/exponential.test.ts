import { expect, test } from 'vitest';
import { exponential } from '../../../src/engine/random/exponential.ts';
import { uniform, wordAt } from '../../../src/engine/random/stream.ts';
import { kolmogorovStatistic, LARGEST_KS, sample } from './goodness-of-fit.ts';

test('draws are exponential of mean 1', () => {
  const draws = sample('exponential', 50000, (stream, keys) => exponential(uniform(wordAt(stream, keys, 0, 0))));
  expect(kolmogorovStatistic(draws, (x) => 1 - Math.exp(-x))).toBeLessThan(LARGEST_KS);
});

test('the draw is positive and falls as u rises', () => {
  expect(exponential(1 - 2 ** -32)).toBeGreaterThan(0);
  expect(exponential(2 ** -32)).toBeCloseTo(22.1807, 4);
});
