import { describe, expect, it } from 'vitest';
import { openFirm, playRound } from '../../src/engine/index.ts';
import { fitParetoNbd } from '../../src/marketing-science/pareto-nbd/fit-pareto-nbd.ts';
import { noSpending } from '../support/decisions.ts';
import { oneClassScenario } from '../support/one-class.ts';

const TRUTH = { r: 1.4, alpha: 1.2, s: 1.6, beta: 14 };
const SEEDS = Array.from({ length: 12 }, (_, index) => `recover-${index + 1}`);

describe('Pareto/NBD estimated from what the engine’s firm has on record', () => {
  const scenario = oneClassScenario({ ...TRUTH, customers: 2_500 });
  const fits = SEEDS.map((seed) => {
    const { firm } = openFirm(scenario, seed);
    while (firm.round < scenario.rounds) playRound(firm, noSpending);
    const { observedRepeatOrders, observedLastOrder, cohort, count } = firm.population;
    const rows = Array.from({ length: count }, (_, row) => row);
    const x = rows.map((row) => observedRepeatOrders[row]);
    return fitParetoNbd({
      x,
      tx: rows.map((row) => (x[row] > 0 ? observedLastOrder[row] - cohort[row] - 1 : 0)),
      T: rows.map((row) => firm.round - cohort[row] - 1),
    });
  });

  it('converges on every seed', () => {
    expect(fits.map(({ converged }) => converged)).toEqual(SEEDS.map(() => true));
  });

  it.each(['r', 'alpha', 's', 'beta'] as const)('recovers %s within its standard error', (name) => {
    // In logarithms, where the estimates are closest to normal.
    const z = fits.map(({ parameters, standardErrors }) => {
      if (!standardErrors) throw new Error('no standard errors');
      return Math.log(parameters[name] / TRUTH[name]) / (standardErrors[name] / parameters[name]);
    });
    // χ² with 12 degrees of freedom: above 39 or below 1.3 less than once in 10,000 times.
    const chiSquare = z.reduce((sum, one) => sum + one * one, 0);
    expect(chiSquare, `z: ${z.map((one) => one.toFixed(2)).join(' ')}`).toBeLessThan(39);
    expect(chiSquare).toBeGreaterThan(1.3);
  });
});
