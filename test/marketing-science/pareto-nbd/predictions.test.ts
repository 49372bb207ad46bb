import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paretoNbdPmf } from '../../../src/marketing-science/pareto-nbd/distribution.ts';
import { makeDropoutClock } from '../../../src/marketing-science/pareto-nbd/dropout-clock.ts';
import { paretoNbdProbabilityAlive } from '../../../src/marketing-science/pareto-nbd/likelihood.ts';
import {
  paretoNbdConditionalExpectedTransactions,
  paretoNbdDert,
  paretoNbdExpectedTransactions,
  paretoNbdRetentionCurve,
  paretoNbdSurvival,
} from '../../../src/marketing-science/pareto-nbd/predictions.ts';
import { scoreParetoNbd } from '../../../src/marketing-science/pareto-nbd/score-pareto-nbd.ts';
import { simpson } from '../support/hypergeometric.ts';

const size = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true });
const someParameters = fc.record({ r: size(0.2, 6), alpha: size(0.3, 20), s: size(0.1, 5), beta: size(0.3, 40) });

describe('Pareto/NBD predictions', () => {
  test('probabilities of order counts sum to 1 and their mean is the expectation', () => {
    const parameters = { r: 0.9, alpha: 3, s: 0.7, beta: 8 };
    const probabilities = Array.from({ length: 200 }, (_, x) => paretoNbdPmf(parameters, 10, x));
    expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
    const mean = probabilities.reduce((sum, p, x) => sum + p * x, 0);
    expect(mean).toBeCloseTo(paretoNbdExpectedTransactions(parameters, 10), 8);
    expect(paretoNbdPmf(parameters, 0, 0)).toBe(1);
    expect(paretoNbdPmf(parameters, 0, 3)).toBe(0);
  });

  test('nothing is expected of no time, and ever more of more', () => {
    fc.assert(
      fc.property(someParameters, size(0.001, 50), size(0.1, 50), (parameters, t, more) => {
        expect(paretoNbdExpectedTransactions(parameters, 0)).toBe(0);
        const soon = paretoNbdExpectedTransactions(parameters, t);
        expect(paretoNbdExpectedTransactions(parameters, t + more)).toBeGreaterThan(soon);
        expect(soon).toBeLessThanOrEqual((parameters.r / parameters.alpha) * t * (1 + 1e-12));
      }),
    );
  });

  test('is smooth in s across 1', () => {
    const at = (s: number) => paretoNbdExpectedTransactions({ r: 1, alpha: 2, s, beta: 7 }, 30);
    expect(Math.abs(at(1 + 1e-9) / at(1) - 1)).toBeLessThan(1e-8);
    expect(Math.abs(at(1 - 1e-9) / at(1) - 1)).toBeLessThan(1e-8);
  });

  test('DERT is the discounted flow of the conditional expectation (Fader, Hardie and Lee 2005)', () => {
    const history = { x: 4, tx: 20, T: 27 };
    for (const parameters of [
      { r: 0.55, alpha: 10.6, s: 0.6, beta: 11.7 },
      { r: 2, alpha: 3, s: 2.5, beta: 30 },
    ]) {
      const delta = 0.05;
      const flow = (t: number) =>
        delta * Math.exp(-delta * t) * paretoNbdConditionalExpectedTransactions(parameters, history, t);
      expect(paretoNbdDert(parameters, history, delta)).toBeCloseTo(simpson(flow, 0, 500, 3000), 6);
    }
  });

  test('without discounting DERT is finite only for s above 1', () => {
    const history = { x: 2, tx: 5, T: 6 };
    expect(paretoNbdDert({ r: 1, alpha: 1, s: 0.9, beta: 5 }, history, 0)).toBe(Infinity);
    const parameters = { r: 1, alpha: 1, s: 3, beta: 5 };
    const limit = paretoNbdConditionalExpectedTransactions(parameters, history, 1e9);
    expect(paretoNbdDert(parameters, history, 0)).toBeCloseTo(limit, 8);
  });

  test('retention of a cohort rises with age though nobody changes, and multiplies up to survival', () => {
    fc.assert(
      fc.property(size(0.1, 5), size(0.3, 40), (s, beta) => {
        const curve = paretoNbdRetentionCurve({ s, beta }, 12);
        for (let age = 1; age < curve.length; age++) expect(curve[age]).toBeGreaterThan(curve[age - 1]);
        const product = curve.reduce((before, rate) => before * rate, 1);
        expect(product).toBeCloseTo(paretoNbdSurvival({ s, beta }, 12), 12);
      }),
    );
  });

  test('scoring a base gives what customer by customer gives', () => {
    const parameters = { r: 0.9, alpha: 4, s: 0.8, beta: 13 };
    const clocks = [makeDropoutClock([4, 8], [0.5, 1.5])];
    const rows = {
      x: [0, 3, 3, 12],
      tx: [0, 7.5, 7.5, 9],
      T: [10, 12, 12, 9.25],
      clock: [-1, 0, 0, -1],
      aliveAt: [4, 0, 0, 0],
      clocks,
    };
    const scores = scoreParetoNbd(parameters, rows, { horizon: 6, discountRate: 0.03 });
    rows.x.forEach((x, row) => {
      const history = { x, tx: rows.tx[row], T: rows.T[row] };
      const treatment = { clock: clocks[rows.clock[row]] ?? null, aliveAt: rows.aliveAt[row] };
      expect(scores.probabilityAlive[row]).toBe(paretoNbdProbabilityAlive(parameters, history, treatment));
      expect(scores.conditionalExpectedTransactions[row]).toBeCloseTo(
        paretoNbdConditionalExpectedTransactions(parameters, history, 6, treatment),
        12,
      );
      expect(scores.discountedExpectedResidualTransactions[row]).toBeCloseTo(
        paretoNbdDert(parameters, history, 0.03, treatment),
        12,
      );
    });
  });

  test('scoring many different ages interpolates to rounding error', () => {
    const parameters = { r: 0.55, alpha: 10.6, s: 0.6, beta: 11.7 };
    const T = Array.from({ length: 300 }, (_, row) => 0.5 + row * 0.2503);
    const rows = { x: T.map(() => 1), tx: T.map((age) => 0.4 * age), T };
    const { discountedExpectedResidualTransactions } = scoreParetoNbd(parameters, rows, {
      horizon: 1,
      discountRate: 0.0027,
    });
    T.forEach((age, row) => {
      const exact = paretoNbdDert(parameters, { x: 1, tx: 0.4 * age, T: age }, 0.0027);
      expect(Math.abs(discountedExpectedResidualTransactions[row] / exact - 1)).toBeLessThan(1e-12);
    });
  });
});
