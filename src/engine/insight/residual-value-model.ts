import { paretoNbdProbabilityAlive } from '../../marketing-science/pareto-nbd/likelihood.ts';
import type { ParetoNbdParameters } from '../../marketing-science/pareto-nbd/parameters.ts';
import type { Cents } from '../decision/decision.ts';
import { pow } from '../math/pow.ts';
import type { Population } from '../population/columns.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { discountFactor } from '../valuation/discount.ts';
import { type CustomerModels, fitCustomerModels, type RecordSample } from './fit-customer-models.ts';
import { observedMargin } from './trailing.ts';

/** Quarters summed for the expected residual lifetime: what lies beyond is discounted to nothing. */
const HORIZON = 400;
/** P(alive) is tabulated by half quarters since the last order. */
const BINS_PER_QUARTER = 2;
/** Customers on file have ordered within the last four quarters: nine half quarters cover them. */
const BINS = 9;
/** More repeat orders than this count as so many for P(alive) alone. */
const MOST_REPEATS = 128;

/** The firm's model, worked out when it is first asked for: firms that never buy level 2 do not pay for it. */
export type LazyResidualValueModel = () => ResidualValueModel;

/** Level 2: residual lifetime value by Pareto/NBD, with the firm's own margin and cost to serve. */
export type ResidualValueModel = {
  readonly scenario: Scenario;
  readonly models: CustomerModels;
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

function residualValueModel(scenario: Scenario, models: CustomerModels): ResidualValueModel {
  const discount = discountFactor(scenario.annualDiscountRate);
  return {
    scenario,
    models,
    regular: lifetimeTable(models.regular.parameters, discount),
    dealProne: lifetimeTable(models.dealProne.parameters, discount),
  };
}

/** The model of a firm whose records are these; the fit is done at most once, for all copies of the firm. */
export function lazyResidualValueModel(scenario: Scenario, records: RecordSample): LazyResidualValueModel {
  let model: ResidualValueModel | null = null;
  return () => {
    model ??= residualValueModel(scenario, fitCustomerModels(records, scenario.insight));
    return model;
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
  return {
    parameters,
    survival,
    residualLifetime,
    probabilityAlive: new Float64Array((OLDEST_AGE + 1) * BINS * MOST_REPEATS).fill(Number.NaN),
  };
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
export function estimatedResidualLifetimeValue(
  model: ResidualValueModel,
  population: Population,
  row: number,
  now: number,
): Cents {
  const { insight, costs } = model.scenario;
  const { orderValue: value, contactRate: contacts } = model.models;
  const margin = observedMargin(population, row);
  const table = margin < insight.dealProneBelow ? model.dealProne : model.regular;
  const { r, alpha } = table.parameters;
  const repeats = population.observedRepeatOrders[row];
  const age = now - population.cohort[row] - 1;
  const orderRate = (r + repeats) / (alpha + age);
  const orderValue = (population.observedRevenue[row] + value.weight * value.mean) / (repeats + 1 + value.weight);
  const contactRate = (population.observedContacts[row] + contacts.weight * contacts.mean) / (age + contacts.weight);
  const contribution =
    orderRate * (margin * orderValue - costs.perOrder) - costs.perContact * contactRate - costs.perAccount;
  const alive = probabilityAlive(table, repeats, now - population.observedLastOrder[row], age);
  return Math.floor(alive * table.residualLifetime[Math.min(age, OLDEST_AGE)] * contribution + 0.5);
}

function probabilityAlive(
  table: LifetimeTable,
  repeatOrders: number,
  sinceLastOrder: number,
  ageInQuarters: number,
): number {
  const age = Math.min(ageInQuarters, OLDEST_AGE);
  const repeats = Math.min(repeatOrders, MOST_REPEATS - 1);
  const bin = Math.min(Math.floor(sinceLastOrder * BINS_PER_QUARTER), age * BINS_PER_QUARTER, BINS - 1);
  const entry = (age * BINS + bin) * MOST_REPEATS + repeats;
  const known = table.probabilityAlive[entry];
  if (!Number.isNaN(known)) return known;
  // Nobody without a repeat order has a later order than the first.
  const gap = repeats === 0 ? age : Math.min(age, (bin + 0.5) / BINS_PER_QUARTER);
  const computed = paretoNbdProbabilityAlive(table.parameters, { x: repeats, tx: age - gap, T: age });
  table.probabilityAlive[entry] = computed;
  return computed;
}
