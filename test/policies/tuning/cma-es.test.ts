import { describe, expect, it } from 'vitest';
import { startSearch } from '../../../src/policies/tuning/cma-es.ts';

/** Lets a search spend this many evaluations and gives it back. */
function run(
  value: (x: readonly number[]) => number,
  point: readonly number[],
  evaluations: number,
  seed = 'test',
  width = 0.5,
) {
  const search = startSearch({ point, width, seed });
  for (let done = 0; done < evaluations; ) {
    const points = search.ask();
    search.tell(points.map(value));
    done += points.length;
  }
  return search;
}

const sphere = (x: readonly number[]) => -x.reduce((sum, at, i) => sum + (at - i) ** 2, 0);
/** Axes that matter a million times more than others. */
const ellipsoid = (x: readonly number[]) => -x.reduce((sum, at, i) => sum + 1e6 ** (i / (x.length - 1)) * at * at, 0);
/** The same, turned, so that no axis is a principal one. */
const turned = (x: readonly number[]) => {
  const mean = x.reduce((sum, at) => sum + at, 0) / x.length;
  return ellipsoid(x.map((at, i) => at - 2 * mean + (i % 2) * 0.3 * x[(i + 1) % x.length]));
};
/** A bent valley, the classic of Rosenbrock 1960. */
const valley = (x: readonly number[]) =>
  -x.slice(1).reduce((sum, next, i) => sum + 100 * (next - x[i] ** 2) ** 2 + (1 - x[i]) ** 2, 0);

describe('the search by covariance matrix adaptation', () => {
  it.each([
    ['a sphere', sphere, 10, 2_500],
    ['an ellipsoid of condition 10^6', ellipsoid, 8, 5_000],
    ['a turned ellipsoid', turned, 6, 5_000],
    ['a bent valley', valley, 6, 9_000],
  ] as const)('finds the top of %s', (_name, value, n, evaluations) => {
    const search = run(value, new Array<number>(n).fill(0.3), evaluations);
    expect(search.best().value).toBeGreaterThan(-1e-9);
    expect(value(search.centre())).toBeGreaterThan(-1e-8);
  });

  it('widens on a slope and narrows at a top', () => {
    const slope = run((x) => x[0], [0, 0, 0, 0], 400);
    expect(slope.width()).toBeGreaterThan(5);
    expect(run(sphere, [0, 0, 0, 0], 1_500).width()).toBeLessThan(1e-4);
  });

  it('only looks at the order of values', () => {
    const plain = run(sphere, [3, 3, 3], 300);
    const bent = run((x) => Math.atan(sphere(x) / 10), [3, 3, 3], 300);
    expect(bent.centre()).toEqual(plain.centre());
  });

  it('is the same search for the same seed, and another for another', () => {
    expect(run(sphere, [1, 1], 100, 'a').centre()).toEqual(run(sphere, [1, 1], 100, 'a').centre());
    expect(run(sphere, [1, 1], 100, 'a').centre()).not.toEqual(run(sphere, [1, 1], 100, 'b').centre());
  });

  it('asks the same points until it is told', () => {
    const search = startSearch({ point: [0, 0], width: 1, seed: 'test' });
    expect(search.ask()).toEqual(search.ask());
    const first = search.ask();
    search.tell(first.map(sphere));
    expect(search.ask()).not.toEqual(first);
    expect(() => search.tell([1])).toThrow(RangeError);
  });

  it('survives points that cannot be valued', () => {
    const search = run((x) => (x[0] > 1.5 ? Number.NaN : sphere(x)), [0, 0, 0], 1_000);
    expect(search.best().value).toBeGreaterThan(-1e-6);
  });
});
