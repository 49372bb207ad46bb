import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { fitGammaGamma } from '../../../src/marketing-science/gamma-gamma/fit-gamma-gamma.ts';
import {
  gammaGammaConditionalMeanSpend,
  gammaGammaLogLikelihood,
  gammaGammaPopulationMeanSpend,
} from '../../../src/marketing-science/gamma-gamma/gamma-gamma.ts';
import { simulateGammaGamma } from '../../../src/marketing-science/simulation/simulate-pareto-nbd.ts';
import { simpson } from '../support/hypergeometric.ts';
import { expectRecovery, seedsOf } from '../support/recovery.ts';

const size = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true });
const someParameters = fc.record({ p: size(0.5, 20), q: size(1.2, 10), gamma: size(0.5, 100) });

describe('Gamma-Gamma', () => {
  test('the likelihood is a density of the mean order value', () => {
    for (const x of [1, 3, 12]) {
      const density = (u: number) => Math.exp(gammaGammaLogLikelihood({ p: 4, q: 3.5, gamma: 12 }, x, Math.exp(u)) + u);
      expect(simpson(density, Math.log(1e-4), Math.log(1e6))).toBeCloseTo(1, 8);
    }
  });

  test('conditional mean lies between the population mean and the own mean, nearer to it with more orders', () => {
    fc.assert(
      fc.property(someParameters, size(1, 300), fc.integer({ min: 1, max: 50 }), (parameters, zbar, x) => {
        const population = gammaGammaPopulationMeanSpend(parameters);
        const mean = gammaGammaConditionalMeanSpend(parameters, x, zbar);
        const slack = 1e-9 * (population + zbar);
        expect(mean).toBeGreaterThanOrEqual(Math.min(population, zbar) - slack);
        expect(mean).toBeLessThanOrEqual(Math.max(population, zbar) + slack);
        const surer = gammaGammaConditionalMeanSpend(parameters, x + 10, zbar);
        expect(Math.abs(surer - zbar)).toBeLessThanOrEqual(Math.abs(mean - zbar) + slack);
      }),
    );
  });

  test('has no population mean for q up to 1', () => {
    expect(gammaGammaPopulationMeanSpend({ p: 2, q: 1, gamma: 3 })).toBe(Infinity);
  });

  test('a fit recovers known parameters from simulated customers within its standard errors', () => {
    const truth = { p: 3, q: 4, gamma: 60 };
    const orders = Float64Array.from({ length: 2000 }, (_, index) => index % 7);
    expectRecovery(truth, seedsOf('gamma-gamma', 15), (seed) =>
      fitGammaGamma({ x: orders, zbar: simulateGammaGamma(truth, orders, seedrandom(seed)).zbar }),
    );
  });

  test('a fit leaves out customers without orders, refuses values that are not positive, and says when customers do not differ', () => {
    expect(fitGammaGamma({ x: [0, 0], zbar: [0, 0] })).toMatchObject({ converged: false, reason: 'no-data' });
    expect(() => fitGammaGamma({ x: [2], zbar: [0] })).toThrow(RangeError);
    expect(fitGammaGamma({ x: new Array(40).fill(3), zbar: new Array(40).fill(25) }).converged).toBe(false);
  });
});
