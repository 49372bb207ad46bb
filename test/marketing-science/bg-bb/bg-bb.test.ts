import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import {
  bgBbConditionalExpectedTransactions,
  bgBbDert,
  bgBbExpectedTransactions,
  bgBbLogLikelihood,
  bgBbPmf,
  bgBbProbabilityAliveNext,
  bgBbSurvival,
} from '../../../src/marketing-science/bg-bb/bg-bb.ts';
import { fitBgBb } from '../../../src/marketing-science/bg-bb/fit-bg-bb.ts';
import { gammaVariate } from '../../../src/marketing-science/simulation/variates.ts';
import { expectRecovery, seedsOf } from '../support/recovery.ts';

const parameters = { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.8 };

describe('BG/BB', () => {
  test('probabilities of all strings of six sum to 1, as do those of all counts', () => {
    let strings = 0;
    for (let bits = 0; bits < 64; bits++) {
      const years = [1, 2, 3, 4, 5, 6].filter((year) => (bits >> (year - 1)) & 1);
      strings += Math.exp(bgBbLogLikelihood(parameters, { x: years.length, tx: years.at(-1) ?? 0, n: 6 }));
    }
    expect(strings).toBeCloseTo(1, 12);
    const counts = [0, 1, 2, 3, 4, 5, 6].map((x) => bgBbPmf(parameters, 6, x));
    expect(counts.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    expect(counts.reduce((sum, p, x) => sum + p * x, 0)).toBeCloseTo(bgBbExpectedTransactions(parameters, 6), 12);
  });

  test('the expectation of the next opportunity is that of a string one longer', () => {
    const history = { x: 3, tx: 4, n: 6 };
    const buys = Math.exp(
      bgBbLogLikelihood(parameters, { x: 4, tx: 7, n: 7 }) - bgBbLogLikelihood(parameters, history),
    );
    expect(bgBbConditionalExpectedTransactions(parameters, history, 1)).toBeCloseTo(buys, 12);
    expect(buys).toBeLessThan(bgBbProbabilityAliveNext(parameters, history));
  });

  test('DERT is the discounted sum of what is expected of each opportunity', () => {
    const history = { x: 2, tx: 5, n: 6 };
    let sum = 0;
    for (let step = 1; step <= 400; step++) {
      const more =
        bgBbConditionalExpectedTransactions(parameters, history, step) -
        bgBbConditionalExpectedTransactions(parameters, history, step - 1);
      sum += more / 1.15 ** step;
    }
    expect(bgBbDert(parameters, history, 0.15)).toBeCloseTo(sum, 10);
  });

  test('survival falls from 1', () => {
    const curve = [0, 1, 2, 10].map((n) => bgBbSurvival(parameters, n));
    expect(curve[0]).toBe(1);
    expect(curve[1]).toBeCloseTo(2.8 / 3.46, 12);
    expect(curve[1] > curve[2] && curve[2] > curve[3]).toBe(true);
  });

  test('a fit recovers known parameters from simulated donors within its standard errors', () => {
    const truth = { alpha: 1.5, beta: 1.2, gamma: 0.9, delta: 3 };
    expectRecovery(truth, seedsOf('bg-bb', 10), (seed) => {
      const uniform = seedrandom(seed);
      const beta = (a: number, b: number) => {
        const left = gammaVariate(a, uniform);
        return left / (left + gammaVariate(b, uniform));
      };
      const rows = Array.from({ length: 3000 }, () => {
        const buys = beta(truth.alpha, truth.beta);
        const leaves = beta(truth.gamma, truth.delta);
        let x = 0;
        let tx = 0;
        for (let period = 1; period <= 8 && uniform() >= leaves; period++) {
          if (uniform() < buys) {
            x++;
            tx = period;
          }
        }
        return { x, tx };
      });
      return fitBgBb({ x: rows.map((row) => row.x), tx: rows.map((row) => row.tx), n: rows.map(() => 8) });
    });
  });

  test('a fit refuses rows that are no histories and says when nobody bought', () => {
    expect(() => fitBgBb({ x: [3], tx: [2], n: [6] })).toThrow(RangeError);
    expect(() => fitBgBb({ x: [1], tx: [7], n: [6] })).toThrow(RangeError);
    expect(fitBgBb({ x: [0], tx: [0], n: [6] })).toMatchObject({ converged: false, reason: 'no-data' });
  });
});
