import type { Cents } from '../decision/decision.ts';
import { exp } from '../math/exp.ts';
import { ln } from '../math/ln.ts';
import { pow } from '../math/pow.ts';
import type { Population } from '../population/columns.ts';
import type { ParetoNbdParameters, Scenario } from '../scenario/scenario.ts';
import { discountFactor } from '../valuation/discount.ts';
import { observedMargin } from './trailing.ts';

/** Quarters summed for the expected residual lifetime: what lies beyond is discounted to nothing. */
const HORIZON = 400;
/** P(alive) is tabulated by half quarters since the last order. */
const BINS_PER_QUARTER = 2;
/** Customers on file have ordered within the last four quarters: nine half quarters cover them. */
const BINS = 9;
/** More repeat orders than this count as so many for P(alive) alone. */
const MOST_REPEATS = 128;

/** Level 2: residual lifetime value by Pareto/NBD, with the firm's own margin and cost to serve. */
export type ResidualValueModel = {
  readonly scenario: Scenario;
  readonly regular: LifetimeTable;
  readonly dealProne: LifetimeTable;
};

/** One Pareto/NBD, tabulated. */
type LifetimeTable = {
  readonly parameters: ParetoNbdParameters;
  /** S(q) = (β/(β+q))^s, q = 0 … */
  readonly survival: Float64Array;
  /** Discounted expected quarters still to live, given alive at age T, by T. */
  readonly residualLifetime: Float64Array;
  /** P(alive) by age, half quarters since the last order, and repeat orders; filled when first asked for, NaN until then. */
  readonly probabilityAlive: Float64Array;
};

export function residualValueModel(scenario: Scenario): ResidualValueModel {
  const discount = discountFactor(scenario.annualDiscountRate);
  return {
    scenario,
    regular: lifetimeTable(scenario.insight.regular, discount),
    dealProne: lifetimeTable(scenario.insight.dealProne, discount),
  };
}

/** Oldest age, in quarters, that the table has a residual lifetime for; older customers count as that old. */
const OLDEST_AGE = 63;

function lifetimeTable(parameters: ParetoNbdParameters, discount: number): LifetimeTable {
  const { s, beta } = parameters;
  const survival = new Float64Array(OLDEST_AGE + HORIZON + 2);
  for (let q = 0; q < survival.length; q++) survival[q] = pow(beta / (beta + q), s);
  const residualLifetime = new Float64Array(OLDEST_AGE + 1);
  for (let age = 0; age <= OLDEST_AGE; age++) {
    let sum = 0;
    let discounted = 1;
    for (let k = 1; k <= HORIZON; k++) {
      discounted *= discount;
      sum += discounted * 0.5 * (survival[age + k - 1] + survival[age + k]);
    }
    residualLifetime[age] = sum / survival[age];
  }
  return { parameters, survival, residualLifetime, probabilityAlive: new Float64Array((OLDEST_AGE + 1) * BINS * MOST_REPEATS).fill(Number.NaN) };
}

/**
 * Estimated residual lifetime value of a customer on file, whole cents: P(alive) × discounted expected quarters still to live × expected
 * contribution a quarter, where the order rate is (r + x)/(α + T), and mean order value and contact rate are shrunk to what is known
 * of all customers.
 *
 * *Source:* Fader, Hardie & Lee 2005 ("RFM and CLV"), eq. 3–6, with the lifetime integral taken quarter by quarter.
 *
 * @param now start of the next round, quarters
 */
export function estimatedResidualLifetimeValue(model: ResidualValueModel, population: Population, row: number, now: number): Cents {
  const { insight, costs } = model.scenario;
  const margin = observedMargin(population, row);
  const table = margin < insight.dealProneBelow ? model.dealProne : model.regular;
  const { r, alpha } = table.parameters;
  const repeats = population.observedRepeatOrders[row];
  const age = now - population.cohort[row] - 1;
  const orderRate = (r + repeats) / (alpha + age);
  const orderValue =
    (population.observedRevenue[row] + insight.priorOrderWeight * insight.priorOrderValue) /
    (repeats + 1 + insight.priorOrderWeight);
  const contactRate =
    (population.observedContacts[row] + insight.priorContactWeight * insight.priorContactRate) /
    (age + insight.priorContactWeight);
  const contribution = orderRate * (margin * orderValue - costs.perOrder) - costs.perContact * contactRate - costs.perAccount;
  const alive = probabilityAlive(table, repeats, now - population.observedLastOrder[row], age);
  return Math.floor(alive * table.residualLifetime[Math.min(age, OLDEST_AGE)] * contribution + 0.5);
}

function probabilityAlive(table: LifetimeTable, repeatOrders: number, sinceLastOrder: number, ageInQuarters: number): number {
  const age = Math.min(ageInQuarters, OLDEST_AGE);
  const repeats = Math.min(repeatOrders, MOST_REPEATS - 1);
  const bin = Math.min(Math.floor(sinceLastOrder * BINS_PER_QUARTER), age * BINS_PER_QUARTER, BINS - 1);
  const entry = (age * BINS + bin) * MOST_REPEATS + repeats;
  const known = table.probabilityAlive[entry];
  if (!Number.isNaN(known)) return known;
  const computed = computeProbabilityAlive(table, repeats, Math.min(age, (bin + 0.5) / BINS_PER_QUARTER), age);
  table.probabilityAlive[entry] = computed;
  return computed;
}

/**
 * P(alive | x, t_x, T) = 1 / (1 + Σ over the time since the last order of the odds of having left then), in steps of an eighth of the gap.
 */
function computeProbabilityAlive(table: LifetimeTable, repeats: number, sinceLastOrder: number, age: number): number {
  const { r, alpha, s, beta } = table.parameters;
  const steps = 8;
  const width = sinceLastOrder / steps;
  let odds = 0;
  for (let step = 0; step < steps; step++) {
    const at = age - sinceLastOrder + (step + 0.5) * width;
    // Density of leaving at `at` over survival to T, times the odds of no order since.
    const leaving = (s / (beta + at)) * pow((beta + age) / (beta + at), s);
    odds += width * leaving * exp((r + repeats) * ln((alpha + age) / (alpha + at)));
  }
  return 1 / (1 + odds);
}
