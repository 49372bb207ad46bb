import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lnGamma } from '../../../src/engine/math/ln-gamma.ts';
import { makeDropoutClock, operationalTime } from '../../../src/marketing-science/pareto-nbd/dropout-clock.ts';
import {
  paretoNbdLogLikelihood,
  paretoNbdProbabilityAlive,
} from '../../../src/marketing-science/pareto-nbd/likelihood.ts';
import type { ParetoNbdParameters } from '../../../src/marketing-science/pareto-nbd/parameters.ts';
import type { PurchaseHistory } from '../../../src/marketing-science/purchase-history.ts';
import { hypergeometric, simpson } from '../support/hypergeometric.ts';

const size = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true });
const someParameters = fc.record({ r: size(0.1, 8), alpha: size(0.2, 20), s: size(0.1, 6), beta: size(0.2, 40) });
const someHistory = fc
  .record({ x: fc.integer({ min: 0, max: 40 }), share: size(0.01, 1), T: size(1, 60) })
  .map(({ x, share, T }) => ({ x, tx: x === 0 ? 0 : share * T, T }));

// Fader and Hardie, 2005, equations 19 to 22: with 2F1, in plain floating point.
function closedFormLogLikelihood(parameters: ParetoNbdParameters, { x, tx, T }: PurchaseHistory): number {
  const { r, alpha, s, beta } = parameters;
  const larger = Math.max(alpha, beta);
  const order = r + s + x;
  const second = alpha >= beta ? s + 1 : r + x;
  const term = (at: number) =>
    hypergeometric(order, second, order + 1, Math.abs(alpha - beta) / (larger + at)) * (larger + at) ** -order;
  const inner = (alpha + T) ** -(r + x) * (beta + T) ** -s + (s / order) * (term(tx) - term(T));
  return lnGamma(r + x) - lnGamma(r) + r * Math.log(alpha) + s * Math.log(beta) + Math.log(inner);
}

// The mixture over the death time written out and integrated by Simpson's rule.
function plainLikelihoods(
  parameters: ParetoNbdParameters,
  history: PurchaseHistory,
  ends: number[],
  factors: number[],
  aliveAt: number,
) {
  const { r, alpha, s, beta } = parameters;
  const clock = makeDropoutClock(ends, factors);
  const survival = (age: number) => (beta / (beta + operationalTime(clock, age))) ** s;
  const timing = (end: number) => (alpha + end) ** -(r + history.x);
  const alive = timing(history.T) * survival(history.T);
  const from = Math.max(history.tx, aliveAt);
  const cuts = [from, ...ends.filter((end) => end > from && end < history.T), history.T];
  let dead = 0;
  for (let piece = 1; piece < cuts.length; piece++) {
    const factor =
      factors[
        Math.min(
          factors.length - 1,
          ends.findIndex((end) => end > (cuts[piece - 1] + cuts[piece]) / 2),
        )
      ] ?? factors[factors.length - 1];
    dead += simpson(
      (age) => timing(age) * s * beta ** s * factor * (beta + operationalTime(clock, age)) ** -(s + 1),
      cuts[piece - 1],
      cuts[piece],
    );
  }
  const shared = lnGamma(r + history.x) - lnGamma(r) + r * Math.log(alpha);
  return {
    logLikelihood: shared + Math.log(alive + dead) - Math.log(survival(aliveAt)),
    probabilityAlive: alive / (alive + dead),
  };
}

describe('Pareto/NBD likelihood', () => {
  test('agrees with the closed form in 2F1 (Fader and Hardie 2005) where that is stable', () => {
    fc.assert(
      fc.property(someParameters, someHistory, (parameters, history) => {
        const { alpha, beta } = parameters;
        fc.pre(Math.abs(alpha - beta) / Math.max(alpha, beta) < 0.9 && history.tx < 0.95 * history.T);
        const expected = closedFormLogLikelihood(parameters, history);
        expect(Math.abs(paretoNbdLogLikelihood(parameters, history) - expected)).toBeLessThan(1e-7);
      }),
    );
  });

  test('agrees with the mixture written out, in operational time and conditional on survival', () => {
    const ends = [3, 7, 12];
    fc.assert(
      fc.property(
        someParameters,
        someHistory,
        fc.array(fc.oneof(fc.constant(0), size(1e-12, 3)), { minLength: 3, maxLength: 3 }),
        size(0, 1),
        (parameters, history, factors, share) => {
          fc.pre(parameters.alpha > 1 && parameters.beta > 1);
          const aliveAt = share * history.T;
          const treatment = { clock: makeDropoutClock(ends, factors), aliveAt };
          const expected = plainLikelihoods(parameters, history, ends, factors, aliveAt);
          expect(paretoNbdLogLikelihood(parameters, history, treatment)).toBeCloseTo(expected.logLikelihood, 6);
          expect(paretoNbdProbabilityAlive(parameters, history, treatment)).toBeCloseTo(expected.probabilityAlive, 6);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a constant hazard multiplier h is the same as beta / h', () => {
    fc.assert(
      fc.property(someParameters, someHistory, size(0.05, 10), (parameters, history, h) => {
        const clock = makeDropoutClock([2, 5, 11], [h, h, h]);
        const scaled = { ...parameters, beta: parameters.beta / h };
        const difference =
          paretoNbdLogLikelihood(parameters, history, { clock }) - paretoNbdLogLikelihood(scaled, history);
        expect(Math.abs(difference)).toBeLessThan(1e-10);
      }),
    );
  });

  test('the unit of time does not matter beyond its Jacobian', () => {
    fc.assert(
      fc.property(someParameters, someHistory, size(0.01, 100), ({ r, alpha, s, beta }, { x, tx, T }, unit) => {
        const inUnits = paretoNbdLogLikelihood(
          { r, alpha: alpha * unit, s, beta: beta * unit },
          { x, tx: tx * unit, T: T * unit },
        );
        const expected = paretoNbdLogLikelihood({ r, alpha, s, beta }, { x, tx, T }) - x * Math.log(unit);
        expect(Math.abs(inUnits - expected)).toBeLessThan(1e-9);
      }),
    );
  });

  test('stays finite where powers and gamma functions overflow', () => {
    fc.assert(
      fc.property(
        size(-4, 4),
        size(-4, 4),
        fc.integer({ min: 150, max: 5000 }),
        size(0.001, 1),
        (lnAlpha, lnBeta, x, share) => {
          const parameters = { r: 10, alpha: Math.exp(lnAlpha), s: 3, beta: Math.exp(lnBeta) };
          const history = { x, tx: 300 * share, T: 300 };
          expect(Number.isFinite(paretoNbdLogLikelihood(parameters, history))).toBe(true);
          const alive = paretoNbdProbabilityAlive(parameters, history);
          expect(alive >= 0 && alive <= 1).toBe(true);
        },
      ),
    );
  });
});

describe('Pareto/NBD P(alive)', () => {
  test('lies in [0, 1], is 1 at the last order, falls with silence, rises with a later last order', () => {
    fc.assert(
      fc.property(someParameters, someHistory, size(0.1, 20), (parameters, history, more) => {
        const alive = paretoNbdProbabilityAlive(parameters, history);
        expect(alive >= 0 && alive <= 1).toBe(true);
        expect(paretoNbdProbabilityAlive(parameters, { ...history, tx: history.T })).toBe(1);
        expect(paretoNbdProbabilityAlive(parameters, { ...history, T: history.T + more })).toBeLessThanOrEqual(alive);
        const later = { ...history, tx: 0.5 * (history.tx + history.T) };
        expect(paretoNbdProbabilityAlive(parameters, later)).toBeGreaterThanOrEqual(alive);
      }),
    );
  });

  test('knowing that somebody was alive later can only raise it', () => {
    fc.assert(
      fc.property(someParameters, someHistory, size(0, 1), (parameters, history, share) => {
        const known = paretoNbdProbabilityAlive(parameters, history, { aliveAt: share * history.T });
        expect(known).toBeGreaterThanOrEqual(paretoNbdProbabilityAlive(parameters, history) - 1e-12);
      }),
    );
  });

  test('tends to the model of equal customers as r and s grow (Schmittlein, Morrison and Colombo 1987, A1)', () => {
    const [lambda, mu, tx, T] = [0.3, 0.05, 12, 20];
    const expected = 1 / (1 + (mu / (lambda + mu)) * (Math.exp((lambda + mu) * (T - tx)) - 1));
    const near = { r: 1e7, alpha: 1e7 / lambda, s: 1e7, beta: 1e7 / mu };
    expect(paretoNbdProbabilityAlive(near, { x: 4, tx, T })).toBeCloseTo(expected, 6);
  });
});

describe('dropout clock', () => {
  test('refuses periods that do not ascend and multipliers that are not finite', () => {
    expect(() => makeDropoutClock([2, 2], [1, 1])).toThrow(RangeError);
    expect(() => makeDropoutClock([1, 2], [1, -1])).toThrow(RangeError);
    expect(() => makeDropoutClock([1, 2], [1])).toThrow(RangeError);
    expect(() => makeDropoutClock([], [])).toThrow(RangeError);
  });

  test('keeps operational time: continuous, and going on with the last multiplier', () => {
    const clock = makeDropoutClock([2, 4], [0.5, 2]);
    expect([0, 1, 2, 3, 4, 6].map((age) => operationalTime(clock, age))).toEqual([0, 0.5, 1, 3, 5, 9]);
  });
});
