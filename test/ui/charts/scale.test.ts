import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { labelsLeftOut, scaleOf, spread } from '../../../src/ui/charts/scale.ts';

const values = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 20 });

describe('scaleOf', () => {
  it('takes round steps', () => {
    expect(scaleOf([0, 2_000_000]).ticks).toEqual([0, 500_000, 1_000_000, 1_500_000, 2_000_000]);
  });

  it('counts in wholes where it is asked to', () => {
    expect(scaleOf([12], { fromZero: true, inWholes: true }).ticks).toEqual([0, 5, 10, 15]);
    expect(scaleOf([2], { fromZero: true, inWholes: true }).ticks).toEqual([0, 1, 2]);
    expect(scaleOf([-0.3, 0.4], { fromZero: true, inWholes: true }).ticks).toEqual([-1, 0, 1]);
    expect(scaleOf([110], { fromZero: true, inWholes: true }).ticks).toEqual([0, 25, 50, 75, 100, 125]);
  });

  it('has room without values, and for a single one', () => {
    expect(scaleOf([]).high).toBeGreaterThan(scaleOf([]).low);
    expect(scaleOf([7]).high).toBeGreaterThan(scaleOf([7]).low);
  });

  test.prop([values, fc.boolean()])('holds every value, and zero when asked', (given, fromZero) => {
    const { low, high, ticks } = scaleOf(given, { fromZero });
    const slack = (high - low) * 1e-9;
    expect(low).toBeLessThanOrEqual(Math.min(...given, ...(fromZero ? [0] : [])) + slack);
    expect(high).toBeGreaterThanOrEqual(Math.max(...given, ...(fromZero ? [0] : [])) - slack);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks.length).toBeLessThanOrEqual(8);
  });
});

describe('spread', () => {
  test.prop([fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 10 })])(
    'keeps labels apart, inside and in order',
    (places) => {
      const moved = spread(places, 15, 0, 300);
      const order = places.map((_, index) => index).sort((a, b) => places[a] - places[b]);
      for (let at = 1; at < order.length; at += 1) {
        expect(moved[order[at]] - moved[order[at - 1]]).toBeGreaterThanOrEqual(15 - 1e-9);
      }
      expect(Math.max(...moved)).toBeLessThanOrEqual(300);
      expect(Math.min(...moved)).toBeGreaterThanOrEqual(0);
    },
  );

  it('leaves alone what does not collide', () => {
    expect(spread([200, 10, 100], 15, 0, 300)).toEqual([200, 10, 100]);
  });
});

describe('labelsLeftOut', () => {
  const quarters = ['Start', ...Array.from({ length: 8 }, (_, index) => `Q${index + 1}`)];

  it('leaves none out where there is room, every other one where there is half of it, more of longer ones', () => {
    expect(labelsLeftOut(quarters, 500)).toBe(0);
    expect(labelsLeftOut(quarters, 250)).toBe(1);
    expect(
      labelsLeftOut(
        quarters.map((name) => `${name} of the game`),
        500,
      ),
    ).toBeGreaterThan(1);
    expect(
      labelsLeftOut(
        quarters.map((name) => `第${name}季度`),
        500,
      ),
    ).toBe(1);
  });

  it('is a number where there is no room or no label', () => {
    expect(labelsLeftOut([], 300)).toBe(0);
    expect(labelsLeftOut(quarters, 0)).toBeGreaterThan(quarters.length);
  });
});
