import { expect, test } from 'vitest';
import { BATCH, counts, drawn, streams } from '../../../src/engine/random/batch.ts';
import { keysFromSeed } from '../../../src/engine/random/keys.ts';
import { maximaOfUniforms, maximumOfUniforms } from '../../../src/engine/random/maximum-of-uniforms.ts';
import { drawKeys, mix, uniform, wordAt } from '../../../src/engine/random/stream.ts';
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

test('many at once are the same bits as one by one', () => {
  const keys = drawKeys(keysFromSeed('maxima'), 3, 2);
  for (let i = 0; i < BATCH; i++) {
    streams[i] = mix(i);
    counts[i] = 1 + (i % 9);
  }
  maximaOfUniforms(keys, BATCH);
  const each = Array.from(streams, (stream, i) => maximumOfUniforms(counts[i], uniform(wordAt(stream, keys, 0, 0))));
  expect(Array.from(drawn)).toEqual(each);
  expect(new Set(each).size).toBeGreaterThan(BATCH / 2);
});
