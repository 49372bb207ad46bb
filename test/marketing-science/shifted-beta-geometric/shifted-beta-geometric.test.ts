import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { fitShiftedBetaGeometric } from '../../../src/marketing-science/shifted-beta-geometric/fit-shifted-beta-geometric.ts';
import {
  sbgChurnProbability,
  sbgDerl,
  sbgDiscountedExpectedLifetime,
  sbgRetentionElasticityOfDerl,
  sbgRetentionRate,
  sbgSurvival,
} from '../../../src/marketing-science/shifted-beta-geometric/shifted-beta-geometric.ts';
import { gammaVariate } from '../../../src/marketing-science/simulation/variates.ts';
import { hypergeometric } from '../support/hypergeometric.ts';
import { expectRecovery, seedsOf } from '../support/recovery.ts';

const size = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true });
const someParameters = fc.record({ alpha: size(0.05, 10), beta: size(0.05, 20) });

describe('shifted beta-geometric', () => {
  test('churn and survival add up; retention rises with age though nobody changes', () => {
    fc.assert(
      fc.property(someParameters, fc.integer({ min: 1, max: 30 }), (parameters, t) => {
        const before = sbgSurvival(parameters, t - 1);
        expect(sbgChurnProbability(parameters, t) + sbgSurvival(parameters, t)).toBeCloseTo(before, 12);
        expect(sbgSurvival(parameters, t) / before).toBeCloseTo(sbgRetentionRate(parameters, t), 10);
        expect(sbgRetentionRate(parameters, t + 1)).toBeGreaterThan(sbgRetentionRate(parameters, t));
      }),
    );
  });

  test('discounted lifetimes agree with the closed forms in 2F1 (Fader and Hardie 2010)', () => {
    fc.assert(
      fc.property(someParameters, size(0.03, 0.5), fc.integer({ min: 1, max: 12 }), (parameters, d, n) => {
        const { alpha, beta } = parameters;
        const lifetime = hypergeometric(1, beta, alpha + beta, 1 / (1 + d));
        expect(Math.abs(sbgDiscountedExpectedLifetime(parameters, d) / lifetime - 1)).toBeLessThan(1e-10);
        const residual = sbgRetentionRate(parameters, n) * hypergeometric(1, beta + n, alpha + beta + n, 1 / (1 + d));
        expect(Math.abs(sbgDerl(parameters, n, d) / residual - 1)).toBeLessThan(1e-10);
      }),
      { numRuns: 40 },
    );
  });

  test('tends to one retention rate for all: value m r / (1 + d - r), elasticity (1 + d) / (1 + d - r)', () => {
    const [r, d] = [0.8, 0.1];
    const near = { alpha: 1e7 * (1 - r), beta: 1e7 * r };
    expect(sbgDerl(near, 3, d)).toBeCloseTo((r * (1 + d)) / (1 + d - r), 5);
    expect(sbgRetentionElasticityOfDerl(near, 3, d)).toBeCloseTo((1 + d) / (1 + d - r), 5);
  });

  test('undiscounted lifetimes exist only for alpha above 1', () => {
    expect(sbgDiscountedExpectedLifetime({ alpha: 0.9, beta: 2 }, 0)).toBe(Infinity);
    expect(sbgDerl({ alpha: 0.9, beta: 2 }, 1, 0)).toBe(Infinity);
    expect(sbgDerl({ alpha: 3, beta: 2 }, 1, 0)).toBeCloseTo(sbgDerl({ alpha: 3, beta: 2 }, 1, 1e-9), 6);
  });

  test('a fit recovers known parameters from simulated cohorts within its standard errors', () => {
    const truth = { alpha: 0.9, beta: 2.2 };
    expectRecovery(truth, seedsOf('sbg', 20), (seed) => {
      const uniform = seedrandom(seed);
      const cohorts = [new Array<number>(9).fill(0), new Array<number>(6).fill(0)];
      for (const survivors of cohorts) {
        for (let customer = 0; customer < 1500; customer++) {
          const leave = gammaVariate(truth.alpha, uniform);
          const chance = leave / (leave + gammaVariate(truth.beta, uniform));
          let age = 0;
          survivors[0]++;
          while (age < survivors.length - 1 && uniform() >= chance) survivors[++age]++;
        }
      }
      return fitShiftedBetaGeometric(cohorts);
    });
  });

  test('a fit refuses tables that rise and says when nobody was lost', () => {
    expect(() => fitShiftedBetaGeometric([[100, 80, 90]])).toThrow(RangeError);
    expect(fitShiftedBetaGeometric([[100, 100]])).toMatchObject({ converged: false, reason: 'no-data' });
    expect(fitShiftedBetaGeometric([[100, 80, 64, 51.2, 40.96]]).converged).toBe(false);
  });
});
