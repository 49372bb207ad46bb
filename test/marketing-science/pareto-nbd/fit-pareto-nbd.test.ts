import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import { makeDropoutClock } from '../../../src/marketing-science/pareto-nbd/dropout-clock.ts';
import { fitParetoNbd, paretoNbdObjective } from '../../../src/marketing-science/pareto-nbd/fit-pareto-nbd.ts';
import { paretoNbdLogLikelihood } from '../../../src/marketing-science/pareto-nbd/likelihood.ts';
import { distinctHistories } from '../../../src/marketing-science/pareto-nbd/rows.ts';
import { simulateParetoNbd } from '../../../src/marketing-science/simulation/simulate-pareto-nbd.ts';
import { expectRecovery, seedsOf } from '../support/recovery.ts';

const TRUTH = { r: 1.5, alpha: 1.6, s: 0.9, beta: 4 };

function observedTimes(count: number): number[] {
  return Array.from({ length: count }, (_, index) => 12 + (index % 16));
}

describe('Pareto/NBD fit', () => {
  test('recovers known parameters from simulated customers within its standard errors', () => {
    expectRecovery(TRUTH, seedsOf('pareto-nbd', 6), (seed) =>
      fitParetoNbd(simulateParetoNbd(TRUTH, observedTimes(600), seedrandom(seed))),
    );
  });

  test('recovers them when half the customers were treated, in operational time; ignoring it is worse', () => {
    const clocks = [makeDropoutClock([3, 6], [0.3, 2.5])];
    for (const seed of seedsOf('treated', 1)) {
      const base = simulateParetoNbd(TRUTH, observedTimes(800), seedrandom(seed), (customer) =>
        customer % 2 === 0 ? clocks[0] : null,
      );
      const rows = { ...base, clock: base.x.map((_, index) => (index % 2 === 0 ? 0 : -1)), clocks };
      expectRecovery(TRUTH, [seed], () => fitParetoNbd(rows));
      expect(fitParetoNbd(rows).logLikelihood).toBeGreaterThan(fitParetoNbd(base).logLikelihood + 5);
    }
  });

  test('recovers them from a base of survivors when conditional on survival; without that it finds hazards too low', () => {
    const entry = 4;
    for (const seed of seedsOf('survivors', 1)) {
      const all = simulateParetoNbd(TRUTH, observedTimes(1200), seedrandom(seed));
      const kept = [...all.x.keys()].filter((index) => all.trueLifetime[index] > entry);
      const column = (values: Float64Array) => kept.map((index) => values[index]);
      const rows = { x: column(all.x), tx: column(all.tx), T: column(all.T) };
      expectRecovery(TRUTH, [seed], () => fitParetoNbd({ ...rows, aliveAt: rows.x.map(() => entry) }));
      const naive = fitParetoNbd(rows);
      const hazard = naive.parameters.s / naive.parameters.beta;
      expect(naive.converged && hazard > (0.7 * TRUTH.s) / TRUTH.beta).toBe(false);
    }
  });

  test('its gradient is the slope of the likelihood, with clocks and survival too', () => {
    const histories = distinctHistories({
      x: [0, 2, 9, 40, 1],
      tx: [0, 5, 7, 30, 0.5],
      T: [9, 9, 8, 39, 30],
      aliveAt: [4, 0, 7.5, 0, 3],
      clock: [0, 0, -1, -1, 0],
      clocks: [makeDropoutClock([2, 4, 6], [0.5, 0, 2])],
      weights: [3, 1, 2, 1, 5],
    });
    const objective = paretoNbdObjective(histories);
    for (const point of [
      [0.6, 4, 0.7, 11],
      [3, 15, 2, 4],
    ]) {
      const gradient = new Float64Array(4);
      const scratch = new Float64Array(4);
      const value = objective(Float64Array.from(point), gradient);
      let sum = 0;
      for (let row = 0; row < histories.count; row++) {
        const [r, alpha, s, beta] = point;
        const history = { x: histories.x[row], tx: histories.tx[row], T: histories.T[row] };
        const treatment = { clock: histories.clock[row], aliveAt: histories.aliveAt[row] };
        sum += histories.weights[row] * paretoNbdLogLikelihood({ r, alpha, s, beta }, history, treatment);
      }
      expect(value).toBeCloseTo(sum, 9);
      point.forEach((entry, index) => {
        const step = 1e-5 * entry;
        const above = objective(
          Float64Array.from(point, (other, place) => (place === index ? other + step : other)),
          scratch,
        );
        const below = objective(
          Float64Array.from(point, (other, place) => (place === index ? other - step : other)),
          scratch,
        );
        expect(gradient[index]).toBeCloseTo((above - below) / (2 * step), 5);
      });
    }
  });

  test('an earlier fit saves steps and leads to the same place', () => {
    const base = simulateParetoNbd(TRUTH, observedTimes(400), seedrandom('warm'));
    const cold = fitParetoNbd(base);
    const warm = fitParetoNbd(base, { start: cold });
    expect(warm.converged).toBe(true);
    expect(warm.evaluations).toBeLessThan(0.6 * cold.evaluations);
    expect(warm.logLikelihood).toBeCloseTo(cold.logLikelihood, 6);
    const rescaled = fitParetoNbd({ x: base.x, tx: base.tx.map((t) => 91 * t), T: base.T.map((t) => 91 * t) });
    expect(rescaled.parameters.beta / 91).toBeCloseTo(cold.parameters.beta, 2);
  });

  test('weights count as so many equal customers', () => {
    const base = simulateParetoNbd(TRUTH, observedTimes(300), seedrandom('weights'));
    const twice = [...base.x.keys(), ...base.x.keys()];
    const doubled = fitParetoNbd({
      x: twice.map((i) => base.x[i]),
      tx: twice.map((i) => base.tx[i]),
      T: twice.map((i) => base.T[i]),
    });
    const weighted = fitParetoNbd({ ...base, weights: base.x.map(() => 2) });
    expect(weighted.customers).toBe(600);
    expect(weighted.logLikelihood).toBeCloseTo(doubled.logLikelihood, 6);
  });

  test('never fails in silence', () => {
    expect(fitParetoNbd({ x: [], tx: [], T: [] })).toMatchObject({ converged: false, reason: 'no-data' });
    expect(fitParetoNbd({ x: [0, 0], tx: [0, 0], T: [5, 6] })).toMatchObject({ converged: false, reason: 'no-data' });
    // Everybody buys like clockwork to the end: nothing tells dropout or differences apart.
    const regular = fitParetoNbd({ x: new Array(50).fill(10), tx: new Array(50).fill(10), T: new Array(50).fill(10) });
    expect(regular.converged).toBe(false);
    expect(['at-bound', 'not-identified']).toContain(regular.reason);
    expect(() => fitParetoNbd({ x: [1], tx: [7], T: [6] })).toThrow(RangeError);
    expect(() => fitParetoNbd({ x: [1.5], tx: [1], T: [6] })).toThrow(RangeError);
    expect(() => fitParetoNbd({ x: [0], tx: [1], T: [6] })).toThrow(RangeError);
    expect(() => fitParetoNbd({ x: [1], tx: [1], T: [6], clock: [0] })).toThrow(RangeError);
  });
});
