import { describe, expect, it } from 'vitest';
import { openFirm, playRound, trueFirmValue } from '../../src/engine/index.ts';
import type { Firm } from '../../src/engine/round/firm.ts';
import { discountFactor } from '../../src/engine/valuation/discount.ts';
import { paretoNbdPmf } from '../../src/marketing-science/pareto-nbd/distribution.ts';
import {
  paretoNbdExpectedTransactions,
  paretoNbdSurvival,
} from '../../src/marketing-science/pareto-nbd/predictions.ts';
import { noSpending } from '../support/decisions.ts';
import { COST_PER_ORDER, MARGIN, type OneClass, ORDER_VALUE, oneClassScenario } from '../support/one-class.ts';

/** Pareto/NBD: Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2005. Gamma-Gamma: Fader, Hardie & Lee 2005. */
const PARAMETERS: OneClass = { r: 3, alpha: 2.2, s: 3, beta: 32 };
const SEEDS = Array.from({ length: 20 }, (_, index) => `pareto-nbd-${index + 1}`);
/** A two-sided test at |z| < 4 fails a right model less than once in 15,000 times. */
const LARGEST_Z = 4;

/** What one seed showed at the end of every quarter. */
type Observation = {
  readonly alive: readonly number[];
  readonly repeatOrders: readonly number[];
  readonly shareWithoutRepeat: number;
  readonly shareWithTwo: number;
  readonly meanOrderValue: number;
  readonly equityPerCustomer: number;
};

function observeOneClass(parameters: OneClass, seed: string): Observation {
  const scenario = oneClassScenario(parameters);
  const alive: number[] = [];
  const repeatOrders: number[] = [];
  const { firm } = openFirm(scenario, seed);
  const look = ({ population }: Firm) => {
    alive.push(population.trueLifetimeLeft.subarray(0, population.count).filter((left) => left > 0).length);
    repeatOrders.push(population.observedRepeatOrders.subarray(0, population.count).reduce((a, b) => a + b, 0));
  };
  look(firm);
  while (firm.round < scenario.rounds) {
    expect(playRound(firm, noSpending)).toEqual({ ok: true });
    look(firm);
  }
  const { population } = firm;
  const repeats = population.observedRepeatOrders.subarray(0, population.count);
  const revenue = population.observedRevenue.subarray(0, population.count).reduce((a, b) => a + b, 0);
  const orders = repeats.reduce((a, b) => a + b, 0) + population.count;
  return {
    alive,
    repeatOrders,
    shareWithoutRepeat: repeats.filter((count) => count === 0).length / population.count,
    shareWithTwo: repeats.filter((count) => count === 2).length / population.count,
    meanOrderValue: revenue / orders,
    equityPerCustomer: trueFirmValue(firm).customerEquity / population.count,
  };
}

function expectMean(values: readonly number[], expected: number, what: string): void {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const z = (mean - expected) / Math.sqrt(variance / values.length);
  expect(Math.abs(z), `${what}: mean ${mean} against ${expected}, z = ${z}`).toBeLessThan(LARGEST_Z);
}

/** Quarters since the first order when the warm-up is over, and when the game is. */
const T_START = 8;
const T_END = 16;

const CASES: readonly { name: string; parameters: OneClass }[] = [
  { name: 'constant hazards', parameters: PARAMETERS },
  { name: 'every hazard times 1.7, which is β / 1.7', parameters: { ...PARAMETERS, hazardMultiplier: 1.7 } },
  { name: 'shapes below one (CDNOW-like)', parameters: { r: 0.55, alpha: 0.81, s: 0.61, beta: 0.9 } },
];

describe.each(CASES)('one class in a firm that does nothing is Pareto/NBD: $name', ({ parameters }) => {
  const literature = {
    r: parameters.r,
    alpha: parameters.alpha,
    s: parameters.s,
    beta: parameters.beta / (parameters.hazardMultiplier ?? 1),
  };
  const customers = oneClassScenario(parameters).customers;
  const seen = SEEDS.map((seed) => observeOneClass(parameters, seed));

  it('survival is (β / (β + t))^s at the end of every quarter', () => {
    for (let t = T_START; t <= T_END; t++) {
      const expected = customers * paretoNbdSurvival(literature, t);
      expectMean(
        seen.map(({ alive }) => alive[t - T_START]),
        expected,
        `alive at ${t}`,
      );
    }
  });

  it('repeat orders are E[X(t)] at the end of every quarter', () => {
    for (let t = T_START; t <= T_END; t++) {
      const expected = customers * paretoNbdExpectedTransactions(literature, t);
      expectMean(
        seen.map(({ repeatOrders }) => repeatOrders[t - T_START]),
        expected,
        `repeat orders by ${t}`,
      );
    }
  });

  it('the distribution of repeat orders is P(X(t) = x)', () => {
    expectMean(
      seen.map((one) => one.shareWithoutRepeat),
      paretoNbdPmf(literature, T_END, 0),
      'P(X = 0)',
    );
    expectMean(
      seen.map((one) => one.shareWithTwo),
      paretoNbdPmf(literature, T_END, 2),
      'P(X = 2)',
    );
  });

  // The value of a customer looks ahead at ordinary hazards, so a multiplier in force for good is not in it.
  it.runIf(parameters.hazardMultiplier === undefined)(
    'customer equity is the discounted margin of the expected residual orders',
    () => {
      const discount = discountFactor(0.15);
      const expectedOrders = (t: number) => paretoNbdExpectedTransactions(literature, t);
      let residual = 0;
      for (let k = 1; k <= 800; k++)
        residual += discount ** k * (expectedOrders(T_END + k) - expectedOrders(T_END + k - 1));
      const expected = (MARGIN * ORDER_VALUE - COST_PER_ORDER) * residual;
      expectMean(
        seen.map((one) => one.equityPerCustomer),
        expected,
        'customer equity per customer ever',
      );
    },
  );

  it('retention of the cohort rises with age, though nobody changes', () => {
    const total = seen[0].alive.map((_, t) => seen.reduce((sum, { alive }) => sum + alive[t], 0));
    const early = total[4] / total[0];
    const late = total[8] / total[4];
    expect(late).toBeGreaterThan(early);
  });
});

describe('Gamma-Gamma spend', () => {
  it('mean order value is that of the class, whoever buys often', () => {
    const seen = SEEDS.map((seed) => observeOneClass(PARAMETERS, seed).meanOrderValue);
    expectMean(seen, ORDER_VALUE, 'mean order value');
  });

  it('mean order values of customers spread as the inverse gamma with the stated coefficient of variation', () => {
    const scenario = oneClassScenario(PARAMETERS);
    const variations = SEEDS.map((seed) => {
      const { population } = openFirm(scenario, seed).firm;
      const means = population.trueOrderValue.subarray(0, population.count);
      const mean = means.reduce((a, b) => a + b, 0) / means.length;
      return Math.sqrt(means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / means.length) / mean;
    });
    expectMean(variations, scenario.heterogeneity.orderValueVariation, 'coefficient of variation');
  });
});
