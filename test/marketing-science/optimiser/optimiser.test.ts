import { describe, expect, test } from 'vitest';
import { inverseOfPositiveDefinite } from '../../../src/marketing-science/optimiser/cholesky.ts';
import { maximumLikelihood } from '../../../src/marketing-science/optimiser/maximum-likelihood.ts';
import { minimise } from '../../../src/marketing-science/optimiser/minimise.ts';

function rosenbrock(point: Float64Array, gradient: Float64Array): number {
  const [x, y] = point;
  gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
  gradient[1] = 200 * (y - x * x);
  return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
}

describe('minimise', () => {
  test("finds the bottom of Rosenbrock's valley", () => {
    const minimum = minimise(rosenbrock, [-1.2, 1], { gainTolerance: 1e-16 });
    expect(minimum.ending).toBe('no-more-gain');
    expect(minimum.point[0]).toBeCloseTo(1, 6);
    expect(minimum.point[1]).toBeCloseTo(1, 6);
    expect(minimum.evaluations).toBeLessThan(80);
  });

  test('keeps away from where the objective is not finite', () => {
    const minimum = minimise(
      ([x], gradient) => {
        gradient[0] = 1 - 1 / x;
        return x > 0 ? x - Math.log(x) : Number.NaN;
      },
      [5],
    );
    expect(minimum.point[0]).toBeCloseTo(1, 4);
  });

  test('reports the limit and refuses a bad start', () => {
    expect(minimise(rosenbrock, [-1.2, 1], { iterationLimit: 3 }).ending).toBe('iteration-limit');
    expect(() => minimise(() => Number.NaN, [1])).toThrow(RangeError);
  });
});

describe('maximum likelihood', () => {
  test('exponential lifetimes: rate and standard error have their closed form', () => {
    const [count, total] = [400, 1000];
    const fit = maximumLikelihood({
      names: ['rate'],
      customers: count,
      starts: [[7]],
      logLikelihood([rate], gradient) {
        gradient[0] = count / rate - total;
        return count * Math.log(rate) - rate * total;
      },
    });
    expect(fit.converged).toBe(true);
    expect(fit.parameters.rate).toBeCloseTo(0.4, 8);
    expect(fit.standardErrors?.rate).toBeCloseTo(0.4 / Math.sqrt(count), 6);
  });

  test('two parameters that only their product matters for are not identified', () => {
    const fit = maximumLikelihood({
      names: ['a', 'b'],
      customers: 1,
      starts: [[1, 1]],
      logLikelihood([a, b], gradient) {
        gradient[0] = 5 / a - b;
        gradient[1] = 5 / b - a;
        return 5 * Math.log(a * b) - a * b;
      },
    });
    expect(fit).toMatchObject({ converged: false, reason: 'not-identified', standardErrors: null });
  });

  test('a likelihood that rises for ever ends at the bound', () => {
    const fit = maximumLikelihood({
      names: ['a'],
      customers: 1,
      starts: [[1]],
      logLikelihood([a], gradient) {
        gradient[0] = 3 / a;
        return 3 * Math.log(a);
      },
    });
    expect(fit).toMatchObject({ converged: false, reason: 'at-bound' });
  });
});

describe('inverse of a positive definite matrix', () => {
  test('inverts, and refuses what is not positive definite', () => {
    const inverse = inverseOfPositiveDefinite([
      [4, 1],
      [1, 3],
    ]);
    [
      [3 / 11, -1 / 11],
      [-1 / 11, 4 / 11],
    ].forEach((row, i) => {
      row.forEach((entry, j) => {
        expect(inverse?.[i][j]).toBeCloseTo(entry, 14);
      });
    });
    expect(
      inverseOfPositiveDefinite([
        [1, 2],
        [2, 1],
      ]),
    ).toBeNull();
    expect(
      inverseOfPositiveDefinite([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNull();
  });
});
