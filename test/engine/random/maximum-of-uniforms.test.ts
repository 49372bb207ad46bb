import { expect, test } from 'vitest';
import { maximumOfUniforms } from '../../../src/engine/random/maximum-of-uniforms.ts';
import { uniform, wordAt } from '../../../src/engine/random/stream.ts';
import { kolmogorovStatistic, LARGEST_KS, sample } from './goodness-of-fit.ts';

test('the largest of n uniforms has the cumulative probability x^n', () => {
  for (const n of [1, 2, 7, 100]) {
    const draws = sample(`maximum ${n}`, 20000, (stream, keys) =>
      maximumOfUniforms(n, uniform(wordAt(stream, keys, 0, 0))),
    );
    expect(kolmogorovStatistic(draws, (x) => x ** n)).toBeLessThan(LARGEST_KS);
  }
});

test('one uniform is its own maximum', () => {
  expect(maximumOfUniforms(1, 0.3)).toBe(0.3);
});
