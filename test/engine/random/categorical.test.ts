import { expect, test } from 'vitest';
import { categorical } from '../../../src/engine/random/categorical.ts';
import { uniform, wordAt } from '../../../src/engine/random/stream.ts';
import { chiSquareDeviate, LARGEST_Z, sample } from './goodness-of-fit.ts';

test('categories come as often as their weights say, which need not add up to 1', () => {
  const weights = [2, 0.5, 0, 3, 1.5];
  const cumulative = Float64Array.of(2, 2.5, 2.5, 5.5, 7);
  const draws = sample('categorical', 40000, (stream, keys) =>
    categorical(cumulative, uniform(wordAt(stream, keys, 0, 0))),
  );
  expect(draws.includes(2)).toBe(false);
  expect(chiSquareDeviate(draws, (category) => weights[category] / 7, 4)).toBeLessThan(LARGEST_Z);
});

test('categories of weight 0 are never drawn, at the ends neither', () => {
  const cumulative = Float64Array.of(0, 1, 1);
  expect(categorical(cumulative, 2 ** -32)).toBe(1);
  expect(categorical(cumulative, 1 - 2 ** -32)).toBe(1);
});

test('without a positive weight it refuses', () => {
  expect(() => categorical(Float64Array.of(0, 0), 0.5)).toThrow(RangeError);
  expect(() => categorical(new Float64Array(0), 0.5)).toThrow(RangeError);
});
