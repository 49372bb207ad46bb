import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exp } from '../../../src/engine/math/exp.ts';
import { ln } from '../../../src/engine/math/ln.ts';
import { lnGamma } from '../../../src/engine/math/ln-gamma.ts';
import { BATCH, means, streams } from '../../../src/engine/random/batch.ts';
import { keysFromSeed } from '../../../src/engine/random/keys.ts';
import { poisson, poissonCount, poissonCounts } from '../../../src/engine/random/poisson.ts';
import { drawKeys, streamOf, uniform, wordAt } from '../../../src/engine/random/stream.ts';
import { chiSquareDeviate, LARGEST_Z, sample } from './goodness-of-fit.ts';

const anyMean = fc.double({ min: 0, max: 40, noNaN: true });
const anyUniform = fc.integer({ min: 0, max: 2 ** 31 - 1 }).map((odd) => (2 * odd + 1) * 2 ** -32);

function probabilityOf(mean: number): (count: number) => number {
  return (count) => exp(count * ln(mean) - mean - lnGamma(count + 1));
}

test('counts are Poisson at every size of mean', () => {
  const cases: [mean: number, draws: number][] = [
    [0.05, 40000],
    [0.8, 40000],
    [3, 40000],
    [12, 40000],
    [39.9, 40000],
    [41, 20000],
    [250, 20000],
    [5119, 2000],
    [6000, 20000],
    [1e6, 20000],
  ];
  for (const [mean, draws] of cases) {
    const counts = sample(`poisson ${mean}`, draws, (stream, keys) => poissonCount(mean, stream, keys));
    const start = Math.max(0, Math.floor(mean - 6 * Math.sqrt(mean)));
    const shifted = counts.map((count) => Math.max(0, count - start));
    const probability = probabilityOf(mean);
    const width = Math.ceil(12 * Math.sqrt(mean)) + 20;
    const deviate = chiSquareDeviate(shifted, (cell) => probability(start + cell), width);
    expect(deviate, `mean ${mean}`).toBeLessThan(LARGEST_Z);
    const average = counts.reduce((sum, count) => sum + count, 0) / draws;
    expect(Math.abs(average - mean) / Math.sqrt(mean / draws), `mean ${mean}`).toBeLessThan(LARGEST_Z);
  }
});

test('poisson is the smallest count whose cumulative probability reaches u', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 40, noNaN: true }), anyUniform, (mean, u) => {
      const probability = probabilityOf(mean);
      const count = poisson(mean, u);
      let below = 0;
      for (let k = 0; k < count; k++) below += probability(k);
      expect(below).toBeLessThan(u + 1e-13);
      expect(below + probability(count)).toBeGreaterThan(u - 1e-13);
    }),
    { seed: 14, numRuns: 600 },
  );
});

test('a batch decides between zero and one as single counts do, however close the call', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.double({ min: -1e-7, max: 1e-7, noNaN: true }),
      fc.integer({ min: 0, max: 40 }),
      (id, nudge, halvings) => {
        const keys = keysFromSeed(`close ${id}`);
        const draws = drawKeys(keys, 1, 3);
        for (let i = 0; i < BATCH; i++) {
          streams[i] = streamOf(i, keys);
          // The mean at which this uniform is at the edge of zero, or another that is next to nothing.
          const edge = -ln(uniform(wordAt(streams[i], draws, 0, 0))) * (1 + nudge * 2 ** -halvings);
          means[i] = i % 4 === 3 ? edge * 2 ** -halvings : edge;
        }
        const all = new Int32Array(BATCH);
        poissonCounts(draws, all, BATCH);
        expect(all).toEqual(Int32Array.from(streams, (stream, i) => poissonCount(means[i], stream, draws)));
      },
    ),
    { seed: 23, numRuns: 100 },
  );
});

test('poisson rises with u and with the mean', () => {
  fc.assert(
    fc.property(anyMean, anyMean, anyUniform, anyUniform, (m1, m2, u1, u2) => {
      const [lowMean, highMean] = [Math.min(m1, m2), Math.max(m1, m2)];
      const [lowU, highU] = [Math.min(u1, u2), Math.max(u1, u2)];
      expect(poisson(highMean, lowU)).toBeGreaterThanOrEqual(poisson(lowMean, lowU));
      expect(poisson(lowMean, highU)).toBeGreaterThanOrEqual(poisson(lowMean, lowU));
    }),
    { seed: 15, numRuns: 1000 },
  );
});

test('poissonCount rises with the mean up to 5,120 on the same words', () => {
  const keys = keysFromSeed('rising');
  const ready = drawKeys(keys, 1, 1);
  const mean = fc.double({ min: 0, max: 5120, noNaN: true });
  fc.assert(
    fc.property(mean, mean, fc.nat(), (m1, m2, id) => {
      const stream = streamOf(id, keys);
      const low = poissonCount(Math.min(m1, m2), stream, ready);
      expect(poissonCount(Math.max(m1, m2), stream, ready)).toBeGreaterThanOrEqual(low);
    }),
    { seed: 16, numRuns: 500 },
  );
});

test('poisson at its ends', () => {
  expect(poisson(0, 1 - 2 ** -32)).toBe(0);
  expect(poisson(2, 2 ** -32)).toBe(0);
  expect(poisson(40, 1 - 2 ** -53)).toBeLessThanOrEqual(160);
  for (const mean of [-1, 41, Number.NaN]) expect(() => poisson(mean, 0.5)).toThrow(RangeError);
  const keys = keysFromSeed('ends');
  const ready = drawKeys(keys, 0, 0);
  const stream = streamOf(1, keys);
  for (const mean of [-1, Infinity, Number.NaN]) expect(() => poissonCount(mean, stream, ready)).toThrow(RangeError);
  expect(poissonCount(2.5, stream, ready)).toBe(poisson(2.5, uniform(wordAt(stream, ready, 0, 0))));
});
