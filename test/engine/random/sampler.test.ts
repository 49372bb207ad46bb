import { expect, it } from 'vitest';
import { samplerOf } from '../../../src/engine/random/sampler.ts';

const COUNT = 20_000;

function momentsOf(draw: () => number): readonly [number, number] {
  const values = Array.from({ length: COUNT }, draw);
  const mean = values.reduce((sum, value) => sum + value, 0) / COUNT;
  return [mean, values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / COUNT];
}

it('draws what it says, one after the other', () => {
  const sampler = samplerOf('moments');
  // Means within four standard errors; variances likewise, from fourth moments.
  const cases = [
    [sampler.uniform, 0.5, 1 / 12, 1 / 180],
    [sampler.normal, 0, 1, 2],
    [() => sampler.gamma(2.6), 2.6, 2.6, 3 * 2.6 ** 2 + 6 * 2.6 - 2.6 ** 2],
  ] as const;
  for (const [draw, mean, variance, varianceOfSquares] of cases) {
    const [gotMean, gotVariance] = momentsOf(draw);
    expect(Math.abs(gotMean - mean)).toBeLessThan(4 * Math.sqrt(variance / COUNT));
    expect(Math.abs(gotVariance - variance)).toBeLessThan(4 * Math.sqrt(varianceOfSquares / COUNT));
  }
});

it('is the same sequence for the same text, and never repeats a draw', () => {
  const one = samplerOf('text');
  const other = samplerOf('text');
  const draws = Array.from({ length: 100 }, () => one.uniform());
  expect(draws).toEqual(Array.from({ length: 100 }, () => other.uniform()));
  expect(new Set(draws).size).toBe(100);
  expect(samplerOf('other text').uniform()).not.toBe(draws[0]);
});
