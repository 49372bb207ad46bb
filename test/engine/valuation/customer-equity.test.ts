import { describe, expect, it } from 'vitest';
import { liveQuarter } from '../../../src/engine/behaviour/live-quarter.ts';
import { planQuarter } from '../../../src/engine/behaviour/quarter.ts';
import { openFirm, playRound } from '../../../src/engine/index.ts';
import { copyPopulation } from '../../../src/engine/population/columns.ts';
import { exponential } from '../../../src/engine/random/exponential.ts';
import { keysFromSeed } from '../../../src/engine/random/keys.ts';
import { PURPOSE } from '../../../src/engine/random/purposes.ts';
import { drawKeys, uniform, wordAt } from '../../../src/engine/random/stream.ts';
import type { Firm } from '../../../src/engine/round/firm.ts';
import { trueCustomerEquity } from '../../../src/engine/valuation/customer-equity.ts';
import { discountFactor } from '../../../src/engine/valuation/discount.ts';
import { continuationOf } from '../../../src/engine/valuation/residual-lifetime-value.ts';
import { everywhere, noSpending } from '../../support/decisions.ts';
import { smallHarbour } from '../../support/small-harbour.ts';

const QUARTERS = 110;
const FUTURES = 24;
const REFERENCE = 0.45;

/** Discounted contribution of today's customers in one future in which the continuation policy is really played. */
function playContinuation(firm: Firm, future: number): number {
  const { scenario, round } = firm;
  const population = copyPopulation(firm.population);
  const keys = keysFromSeed(`future-${future}`);
  const lifetimes = drawKeys(keys, 0, PURPOSE.lifetime);
  for (let row = 0; row < population.count; row++) {
    // Memoryless: whoever is alive has a fresh Exp(1) of hazard ahead.
    if (population.trueLifetimeLeft[row] <= 0) continue;
    population.trueLifetimeLeft[row] = exponential(uniform(wordAt(population.stream[row], lifetimes, 0, 0)));
  }
  const discount = discountFactor(scenario.annualDiscountRate);
  let value = 0;
  for (let k = 0; k < QUARTERS; k++) {
    const living = population.trueLifetimeLeft.subarray(0, population.count).filter((left) => left > 0).length;
    const served = new Array<number>(4).fill(REFERENCE);
    const quarter = planQuarter(scenario, keys, round + k, served, [0, 0, 0, 0], scenario.reputation.reference);
    quarter.quality.fill(REFERENCE);
    quarter.contactFactor.fill(1);
    const tally = liveQuarter(population, quarter);
    const total = (values: Float64Array) => values.reduce((sum, one) => sum + one, 0);
    const contribution =
      total(tally.grossMargin) -
      scenario.costs.perOrder * total(tally.orders) -
      scenario.costs.perContact * total(tally.contacts) -
      scenario.costs.perAccount * living;
    value += discount ** (k + 1) * contribution;
  }
  return value;
}

describe('true customer equity', () => {
  it.each([
    { after: 'the warm-up', rounds: 0, decision: noSpending },
    { after: 'three quarters of good service', rounds: 3, decision: everywhere(80_000) },
    { after: 'three quarters of neglect', rounds: 3, decision: noSpending },
  ])('is what the continuation policy earns when it is played: after $after', ({ after, rounds, decision }) => {
    const { firm } = openFirm(smallHarbour, `continuation ${after}`);
    for (let round = 0; round < rounds; round++) expect(playRound(firm, decision)).toEqual({ ok: true });
    const equity = trueCustomerEquity(firm.population, firm.round, continuationOf(smallHarbour));
    const futures = Array.from({ length: FUTURES }, (_, future) => playContinuation(firm, future));
    const mean = futures.reduce((sum, one) => sum + one, 0) / FUTURES;
    const deviation = Math.sqrt(futures.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (FUTURES - 1));
    const z = (mean - equity) / (deviation / Math.sqrt(FUTURES));
    expect(Math.abs(z), `played ${mean} against ${equity}, relative ${mean / equity - 1}, z = ${z}`).toBeLessThan(4);
  });
});
