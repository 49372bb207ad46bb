import { describe, expect, test } from 'vitest';
import { BATCH, counts, drawn, means, places, shapes, streams } from '../../../src/engine/random/batch.ts';
import { exponential } from '../../../src/engine/random/exponential.ts';
import { gamma, gammas } from '../../../src/engine/random/gamma.ts';
import { keysFromSeed } from '../../../src/engine/random/keys.ts';
import { normal } from '../../../src/engine/random/normal.ts';
import { poisson, poissonCount, poissonCounts, positivePoissonCounts } from '../../../src/engine/random/poisson.ts';
import { quantileByWichura } from '../../../src/engine/random/quantile-by-wichura.ts';
import { drawKeys, streamOf, uniform, wordAt } from '../../../src/engine/random/stream.ts';
import { chiSquareDeviate, correlation, kolmogorovStatistic, sample } from './goodness-of-fit.ts';

/**
 * What `count` looks at a sound generator exceed together less than once in 10,000 runs: standard normal deviates, of either sign.
 */
function largestDeviate(count: number): number {
  return -quantileByWichura(0.0001 / (2 * count));
}

/** The same for Kolmogorov's statistic: 2 exp(-2 x²) is its tail. */
function largestDistance(count: number): number {
  return Math.sqrt(Math.log((2 * count) / 0.0001) / 2);
}

const SEEDS = Array.from({ length: 60 }, (_, n) => `class-2026-${n}`);
const CUSTOMERS = 4000;

/** One number for each customer, by one address of one seed. */
function uniformsOf(seed: string, round = 3, purpose = 11, shift = 0): Float64Array {
  const keys = keysFromSeed(seed);
  const draws = drawKeys(keys, round, purpose);
  return Float64Array.from({ length: CUSTOMERS }, (_, id) => uniform(wordAt(streamOf(id + shift, keys), draws, 0, 0)));
}

describe('over neighbouring seeds', () => {
  const bySeed = SEEDS.map((seed) => uniformsOf(seed));

  test('each is uniform, and every pair is uncorrelated', () => {
    for (const [n, values] of bySeed.entries()) {
      expect(
        kolmogorovStatistic(values, (u) => u),
        SEEDS[n],
      ).toBeLessThan(largestDistance(SEEDS.length));
    }
    const pairs = (SEEDS.length * (SEEDS.length - 1)) / 2;
    for (let a = 0; a < SEEDS.length; a++) {
      for (let b = a + 1; b < SEEDS.length; b++) {
        const deviate = Math.abs(correlation(bySeed[a], bySeed[b])) * Math.sqrt(CUSTOMERS);
        expect(deviate, `${SEEDS[a]} and ${SEEDS[b]}`).toBeLessThan(largestDeviate(pairs));
      }
    }
  });

  test('one customer is uniform over the seeds, and so is the smallest of a seed', () => {
    const seeds = Array.from({ length: 3000 }, (_, n) => `${n}`);
    const looks = [0, 1, 19_999].map((id) =>
      Float64Array.from(seeds, (seed) => {
        const keys = keysFromSeed(seed);
        return uniform(wordAt(streamOf(id, keys), drawKeys(keys, 0, 0), 0, 0));
      }),
    );
    for (const values of looks) expect(kolmogorovStatistic(values, (u) => u)).toBeLessThan(largestDistance(4));
    const smallest = Float64Array.from(bySeed, (values) => Math.min(...values));
    expect(kolmogorovStatistic(smallest, (u) => 1 - (1 - u) ** CUSTOMERS)).toBeLessThan(largestDistance(4));
  });
});

describe('over neighbouring customers, rounds and purposes', () => {
  test('no lag of customers correlates', () => {
    const lags = [1, 2, 3, 4, 7, 8, 16, 64, 255, 256, 1024, 4096, 65536, 1 << 22, 1 << 29];
    for (const seed of ['lags', 'lags 2', 'lags 3']) {
      const here = uniformsOf(seed);
      for (const lag of lags) {
        const deviate = Math.abs(correlation(here, uniformsOf(seed, 3, 11, lag))) * Math.sqrt(CUSTOMERS);
        expect(deviate, `${seed}, lag ${lag}`).toBeLessThan(largestDeviate(3 * lags.length));
      }
    }
  });

  test('no pair of the addresses of a game correlates', () => {
    const seed = 'addresses';
    const addresses = [0, 1, 8, 15].flatMap((round) =>
      [0, 6, 11, 12, 13, 14, 17].map((purpose) => ({ round, purpose })),
    );
    const values = addresses.map(({ round, purpose }) => uniformsOf(seed, round, purpose));
    const pairs = (values.length * (values.length - 1)) / 2;
    for (let a = 0; a < values.length; a++) {
      for (let b = a + 1; b < values.length; b++) {
        const deviate = Math.abs(correlation(values[a], values[b])) * Math.sqrt(CUSTOMERS);
        const what = `${seed}: ${JSON.stringify(addresses[a])} and ${JSON.stringify(addresses[b])}`;
        expect(deviate, what).toBeLessThan(largestDeviate(pairs));
      }
    }
  });

  test('triples of neighbours fill the cube evenly', () => {
    for (const seed of ['cube', 'cube 2']) {
      const [a, b, c] = [0, 1, 2].map((shift) => uniformsOf(seed, 5, 11, shift));
      // Non-overlapping triples, each in one of 125 cells.
      const cells = Float64Array.from({ length: Math.floor(CUSTOMERS / 3) }, (_, n) => {
        const [x, y, z] = [a[3 * n], b[3 * n], c[3 * n]].map((u) => Math.floor(u * 5));
        return 25 * x + 5 * y + z;
      });
      expect(
        chiSquareDeviate(cells, () => 1 / 125, 124),
        seed,
      ).toBeLessThan(largestDeviate(2));
    }
  });
});

describe('draws', () => {
  const stream = (u: (x: number) => number) => (name: string, count: number) =>
    sample(name, count, (own, keys) => u(uniform(wordAt(own, keys, 0, 0))));

  test('of the normal distribution are normal', () => {
    for (const seed of ['normal', 'normal 2']) {
      const distance = kolmogorovStatistic(stream(normal)(seed, 40_000), cumulativeNormal);
      expect(distance, seed).toBeLessThan(largestDistance(2));
    }
  });

  test('in batches are bit for bit those one by one', () => {
    const keys = keysFromSeed('batches');
    const draws = drawKeys(keys, 2, 13);
    for (let i = 0; i < BATCH; i++) {
      streams[i] = streamOf(i, keys);
      shapes[i] = [0.4, 1, 3, 12, 15.5, 21, 60][i % 7];
      means[i] = [0, 0.01, 0.7, 3, 12, 39.9, 41, 300, 6000][i % 9];
    }
    gammas(draws, BATCH);
    expect(drawn).toEqual(Float64Array.from(streams, (own, i) => gamma(shapes[i], own, draws)));
    const all = new Int32Array(BATCH);
    poissonCounts(draws, all, BATCH);
    expect(all).toEqual(Int32Array.from(streams, (own, i) => poissonCount(means[i], own, draws)));
    const positiveCount = positivePoissonCounts(draws, BATCH);
    const expected = Array.from(all.entries()).filter(([, count]) => count > 0);
    expect(Array.from(places.subarray(0, positiveCount).entries(), ([p, place]) => [place, counts[p]])).toEqual(
      expected,
    );
    for (const mean of [Number.NaN, -0.01, -50, Number.POSITIVE_INFINITY]) {
      means[0] = mean;
      expect(() => positivePoissonCounts(draws, 1), String(mean)).toThrow(RangeError);
    }
    shapes[0] = -1;
    expect(() => gammas(draws, 1)).toThrow(RangeError);
  });
});

describe('a planted bias is seen', () => {
  const u = (name: string, count: number, bend: (x: number) => number) =>
    sample(name, count, (own, keys) => bend(uniform(wordAt(own, keys, 0, 0))));

  test('in uniforms and exponentials bent by 3 %, and normals moved by a twentieth', () => {
    expect(
      kolmogorovStatistic(
        u('bent', 50_000, (x) => x ** 1.03),
        (x) => x,
      ),
    ).toBeGreaterThan(largestDistance(60));
    const slow = u('slow', 50_000, (x) => 1.03 * exponential(x));
    expect(kolmogorovStatistic(slow, (x) => 1 - Math.exp(-x))).toBeGreaterThan(largestDistance(60));
    const moved = u('moved', 50_000, (x) => normal(x) + 0.05);
    expect(kolmogorovStatistic(moved, cumulativeNormal)).toBeGreaterThan(largestDistance(60));
  });

  test('in counts with two in a hundred too many', () => {
    const mean = 3;
    const biased = sample('biased', 40_000, (own, keys) => {
      const more = uniform(wordAt(own, keys, 0, 1)) < 0.06 ? 1 : 0;
      return poisson(mean, uniform(wordAt(own, keys, 0, 0))) + more;
    });
    let factorial = 1;
    const probabilities = Array.from({ length: 20 }, (_, n) => {
      if (n > 0) factorial *= n;
      return (Math.exp(-mean) * mean ** n) / factorial;
    });
    expect(chiSquareDeviate(biased, (n) => probabilities[n], 19)).toBeGreaterThan(largestDeviate(60));
  });

  test('in neighbours of whom one leans on the other by a tenth', () => {
    const [here, next] = [uniformsOf('shared'), uniformsOf('shared', 3, 11, 1)];
    const leaning = next.map((value, n) => value + here[n] / 10);
    expect(Math.abs(correlation(here, leaning)) * Math.sqrt(CUSTOMERS)).toBeGreaterThan(largestDeviate(60));
  });
});

/** Abramowitz and Stegun 7.1.26 is too coarse here: the series of 26.2.10, summed until it stands still. */
function cumulativeNormal(x: number): number {
  if (Math.abs(x) > 7) return x > 0 ? 1 : 0;
  let term = x;
  let sum = x;
  for (let k = 1; Math.abs(term) > 1e-17; k++) {
    term *= (x * x) / (2 * k + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}
