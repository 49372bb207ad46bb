import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import {
  type BgNbdParameters,
  bgNbdConditionalExpectedTransactions,
  bgNbdDert,
  bgNbdExpectedTransactions,
  bgNbdLogLikelihood,
  bgNbdPmf,
  bgNbdProbabilityAlive,
  bgNbdSurvival,
} from '../../../src/marketing-science/bg-nbd/bg-nbd.ts';
import { fitBgNbd } from '../../../src/marketing-science/bg-nbd/fit-bg-nbd.ts';
import { exponentialVariate, gammaVariate } from '../../../src/marketing-science/simulation/variates.ts';
import { hypergeometric, simpson } from '../support/hypergeometric.ts';
import { expectRecovery, seedsOf } from '../support/recovery.ts';

const size = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true });
const someParameters = fc.record({ r: size(0.1, 5), alpha: size(0.5, 20), a: size(0.2, 5), b: size(0.5, 8) });
const someHistory = fc
  .record({ x: fc.integer({ min: 0, max: 30 }), share: size(0.01, 1), T: size(1, 40) })
  .map(({ x, share, T }) => ({ x, tx: x === 0 ? 0 : share * T, T }));

function simulateBgNbd({ r, alpha, a, b }: BgNbdParameters, observed: readonly number[], seed: string) {
  const uniform = seedrandom(seed);
  const rows = observed.map((T) => {
    const lambda = gammaVariate(r, uniform) / alpha;
    const left = gammaVariate(a, uniform);
    const dropout = left / (left + gammaVariate(b, uniform));
    let x = 0;
    let tx = 0;
    for (let time = exponentialVariate(uniform) / lambda; time <= T; time += exponentialVariate(uniform) / lambda) {
      x++;
      tx = time;
      if (uniform() < dropout) break;
    }
    return { x, tx, T };
  });
  return { x: rows.map((row) => row.x), tx: rows.map((row) => row.tx), T: rows.map((row) => row.T) };
}

describe('BG/NBD', () => {
  test('conditional expectation agrees with the closed form in 2F1 (Fader, Hardie and Lee 2005, equation 10)', () => {
    fc.assert(
      fc.property(someParameters, someHistory, size(0.1, 60), (parameters, history, t) => {
        const { r, alpha, a, b } = parameters;
        const { x, T } = history;
        fc.pre(Math.abs(a - 1) > 0.01 && a + b + x - 1 > 0.05);
        const z = t / (alpha + T + t);
        const series = hypergeometric(r + x, b + x, a + b + x - 1, z);
        const expected =
          ((a + b + x - 1) / (a - 1)) *
          (1 - ((alpha + T) / (alpha + T + t)) ** (r + x) * series) *
          bgNbdProbabilityAlive(parameters, history);
        const got = bgNbdConditionalExpectedTransactions(parameters, history, t);
        expect(Math.abs(got / expected - 1)).toBeLessThan(1e-8);
      }),
      { numRuns: 50 },
    );
  });

  test('is smooth across a = 1, where the closed form divides by zero', () => {
    const at = (a: number) => bgNbdExpectedTransactions({ r: 0.5, alpha: 4, a, b: 2 }, 40);
    expect(Math.abs(at(1 + 1e-7) / at(1) - 1)).toBeLessThan(1e-6);
    expect(Math.abs(at(1 - 1e-7) / at(1) - 1)).toBeLessThan(1e-6);
  });

  test('probabilities sum to 1 and their mean is the expectation', () => {
    const parameters = { r: 0.6, alpha: 3, a: 0.8, b: 2.4 };
    const probabilities = Array.from({ length: 150 }, (_, x) => bgNbdPmf(parameters, 12, x));
    expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
    expect(probabilities.reduce((sum, p, x) => sum + p * x, 0)).toBeCloseTo(
      bgNbdExpectedTransactions(parameters, 12),
      7,
    );
  });

  test('P(alive) lies in [0, 1], is 1 without a repeat order, and falls with silence', () => {
    fc.assert(
      fc.property(someParameters, someHistory, (parameters, history) => {
        const alive = bgNbdProbabilityAlive(parameters, history);
        expect(alive >= 0 && alive <= 1).toBe(true);
        expect(bgNbdProbabilityAlive(parameters, { x: 0, tx: 0, T: history.T })).toBe(1);
        expect(bgNbdProbabilityAlive(parameters, { ...history, T: history.T + 5 })).toBeLessThanOrEqual(alive);
        expect(Number.isFinite(bgNbdLogLikelihood(parameters, { ...history, x: history.x + 500, tx: history.T }))).toBe(
          true,
        );
      }),
    );
  });

  test('DERT is the discounted flow of the conditional expectation', () => {
    const parameters = { r: 0.6, alpha: 4, a: 0.8, b: 2.4 };
    const history = { x: 4, tx: 20, T: 27 };
    const flow = (t: number) => 0.1 * Math.exp(-0.1 * t) * bgNbdConditionalExpectedTransactions(parameters, history, t);
    expect(bgNbdDert(parameters, history, 0.1)).toBeCloseTo(simpson(flow, 0, 200, 400), 4);
  });

  test('survival starts at 1 and falls', () => {
    const parameters = { r: 0.6, alpha: 4, a: 0.8, b: 2.4 };
    const curve = [0, 1, 5, 25].map((t) => bgNbdSurvival(parameters, t));
    expect(curve[0]).toBe(1);
    expect(curve[1] > curve[2] && curve[2] > curve[3] && curve[3] > 0).toBe(true);
  });

  test('a fit recovers known parameters from simulated customers within its standard errors', () => {
    const truth = { r: 1.2, alpha: 2, a: 0.9, b: 2.5 };
    const observed = Array.from({ length: 700 }, (_, index) => 10 + (index % 12));
    expectRecovery(truth, seedsOf('bg-nbd', 8), (seed) => fitBgNbd(simulateBgNbd(truth, observed, seed)));
  });

  test('a fit without repeat orders says so', () => {
    expect(fitBgNbd({ x: [0], tx: [0], T: [3] })).toMatchObject({ converged: false, reason: 'no-data' });
  });
});
