import { describe, expect, it } from 'vitest';
import { indexByWorld, luckBand, samplerOf, varianceSplit } from '../../../src/engine/index.ts';

describe('the luck band', () => {
  it('says where a result lies among those of other worlds', () => {
    const band = luckBand([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 8.5);
    expect(band).toMatchObject({
      count: 11,
      mean: 6,
      median: 6,
      low: 1.5,
      lowerQuartile: 3.5,
      upperQuartile: 8.5,
      high: 10.5,
    });
    expect(band.luck).toBe(2.5);
    expect(band.rank).toBeCloseTo(8 / 11, 12);
    expect(band.standardDeviation).toBeCloseTo(Math.sqrt(11), 12);
    expect(band.standardError).toBeCloseTo(1, 12);
  });

  it('counts a tie as half', () => {
    expect(luckBand([5, 5, 5, 5], 5).rank).toBe(0.5);
  });

  it('needs two worlds', () => {
    expect(() => luckBand([1], 1)).toThrow(RangeError);
  });

  it('compares with the shadow firm world by world', () => {
    expect(indexByWorld([110, 90], [100, 60])).toEqual([110, 150]);
    expect(() => indexByWorld([1, 2], [1])).toThrow(RangeError);
  });
});

describe('the split of variance', () => {
  it('finds the components that went in', () => {
    const sampler = samplerOf('variance split');
    const plans = Array.from({ length: 300 }, () => 3 * sampler.normal());
    const worlds = Array.from({ length: 300 }, () => 2 * sampler.normal());
    const split = varianceSplit(plans.map((plan) => worlds.map((world) => 100 + plan + world + sampler.normal())));
    // Standard error of a variance of 300 normal draws: 8 %; four of them.
    expect(Math.abs(split.plans / 9 - 1)).toBeLessThan(0.33);
    expect(Math.abs(split.worlds / 4 - 1)).toBeLessThan(0.33);
    expect(Math.abs(split.rest - 1)).toBeLessThan(0.02);
    expect(split.skill).toBeCloseTo(split.plans / (split.plans + split.worlds + split.rest), 12);
  });

  it('is all skill when only plans differ, and none when only worlds do', () => {
    expect(
      varianceSplit([
        [1, 1, 1],
        [2, 2, 2],
      ]).skill,
    ).toBe(1);
    expect(
      varianceSplit([
        [1, 2, 3],
        [1, 2, 3],
      ]),
    ).toMatchObject({ plans: 0, skill: 0, rest: 0 });
    expect(
      varianceSplit([
        [1, 1],
        [1, 1],
      ]).skill,
    ).toBe(0);
  });

  it('needs a full table', () => {
    expect(() => varianceSplit([[1, 2]])).toThrow(RangeError);
    expect(() => varianceSplit([[1, 2], [1]])).toThrow(RangeError);
  });
});
