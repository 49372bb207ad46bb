import { paretoNbdProbabilityAlive } from '../../marketing-science/pareto-nbd/likelihood.ts';
import type { ParetoNbdParameters } from '../../marketing-science/pareto-nbd/parameters.ts';
import { pow } from '../math/pow.ts';
import type { Population } from '../population/columns.ts';
import { BATCH } from '../random/batch.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { discountFactor } from '../valuation/discount.ts';
import { type CustomerModels, fitCustomerModels, type RecordSample } from './fit-customer-models.ts';

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

/** Level 2: residual lifetime value by Pareto/NBD, with the firm's own margin and cost to serve; regular and deal-prone customers apart. */
export type ResidualValueModel = {
  readonly scenario: Scenario;
  readonly models: CustomerModels;
  /** Discounted expected quarters still to live, given alive at age T: [kind × `AGES` + T]. */
  readonly residualLifetime: Float64Array;
  /** P(alive) by kind, age, half quarters since the last order, and repeat orders (see `entryOf`); filled when first asked for, NaN until then. */
  readonly probabilityAlive: Float64Array;
};

function residualValueModel(scenario: Scenario, models: CustomerModels): ResidualValueModel {
  const discount = discountFactor(scenario.annualDiscountRate);
  const residualLifetime = new Float64Array(KINDS.length * AGES);
  for (const [kind, name] of KINDS.entries()) {
    residualLifetime.set(residualLifetimes(models[name].parameters, discount), kind * AGES);
  }
  const entries = KINDS.length * AGES * BINS * MOST_REPEATS;
  return { scenario, models, residualLifetime, probabilityAlive: new Float64Array(entries).fill(Number.NaN) };
}

/** Customers who buy at ordinary margins, and the deal-prone: 0 and 1 in the tables. */
const KINDS = ['regular', 'dealProne'] as const;

/** The model of a firm whose records are these; the fit is done at most once, for all copies of the firm. */
export function lazyResidualValueModel(scenario: Scenario, records: RecordSample): LazyResidualValueModel {
  let model: ResidualValueModel | null = null;
  return () => {
    model ??= residualValueModel(scenario, fitCustomerModels(records, scenario.insight));
    return model;
  };
}

/** Oldest age, in quarters, that the tables know; older customers count as that old. */
const OLDEST_AGE = 63;
const AGES = OLDEST_AGE + 1;

function residualLifetimes({ s, beta }: ParetoNbdParameters, discount: number): Float64Array {
  // S(q) = (β/(β+q))^s, q = 0 …
  const survival = new Float64Array(OLDEST_AGE + HORIZON + 2);
  for (let q = 0; q < survival.length; q++) survival[q] = pow(beta / (beta + q), s);
  const residualLifetime = new Float64Array(AGES);
  for (let age = 0; age <= OLDEST_AGE; age++) {
    let sum = 0;
    let discounted = 1;
    for (let k = 1; k <= HORIZON; k++) {
      discounted *= discount;
      sum += discounted * 0.5 * (survival[age + k - 1] + survival[age + k]);
    }
    residualLifetime[age] = sum / survival[age];
  }
  return residualLifetime;
}

/**
 * Estimated residual lifetime values of customers on file, whole cents: P(alive) × discounted expected quarters still to live × expected
 * contribution a quarter, where the order rate is (r + x)/(α + T), and mean order value and contact rate are shrunk to what is known
 * of all customers.
 *
 * *Source:* Fader, Hardie & Lee 2005 ("RFM and CLV"), eq. 3–6, with the lifetime integral taken quarter by quarter.
 *
 * @param rows whom to value
 * @param now start of the next round, quarters
 * @param values one for each row: filled
 */
export function estimateResidualLifetimeValues(
  model: ResidualValueModel,
  population: Population,
  rows: Int32Array,
  now: number,
  values: Int32Array,
): void {
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.subarray(from, from + BATCH);
    estimateContributions(model, population, batch, now);
    lookUpLifetimes(model, population, batch, now);
    for (let i = 0; i < batch.length; i++) {
      values[from + i] = Math.floor(lifetimes[i] * contributions[i] + 0.5);
    }
  }
}

// Scratch of one batch: expected contribution a quarter while alive, cents; expected discounted quarters to live; which table.
const contributions = new Float64Array(BATCH);
const lifetimes = new Float64Array(BATCH);
const kinds = new Uint8Array(BATCH);

function estimateContributions(model: ResidualValueModel, population: Population, rows: Int32Array, now: number): void {
  const { cohort, observedRepeatOrders, observedRevenue, observedGrossMargin, observedContacts } = population;
  const { dealProneBelow } = model.scenario.insight;
  const { perOrder, perContact, perAccount } = model.scenario.costs;
  const { orderValue: value, contactRate: contacts } = model.models;
  const valuePrior = value.weight * value.mean;
  const contactPrior = contacts.weight * contacts.mean;
  const r = Float64Array.from(KINDS, (kind) => model.models[kind].parameters.r);
  const alpha = Float64Array.from(KINDS, (kind) => model.models[kind].parameters.alpha);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const revenue = observedRevenue[row];
    const margin = revenue > 0 ? observedGrossMargin[row] / revenue : 0;
    const kind = Number(margin < dealProneBelow);
    const repeats = observedRepeatOrders[row];
    const age = now - cohort[row] - 1;
    const orderRate = (r[kind] + repeats) / (alpha[kind] + age);
    const orderValue = (revenue + valuePrior) / (repeats + 1 + value.weight);
    const contactRate = (observedContacts[row] + contactPrior) / (age + contacts.weight);
    kinds[i] = kind;
    contributions[i] = orderRate * (margin * orderValue - perOrder) - perContact * contactRate - perAccount;
  }
}

function lookUpLifetimes(model: ResidualValueModel, population: Population, rows: Int32Array, now: number): void {
  const { cohort, observedRepeatOrders, observedLastOrder } = population;
  const { residualLifetime, probabilityAlive } = model;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const age = Math.min(now - cohort[row] - 1, OLDEST_AGE);
    const entry = entryOf(kinds[i], age, now - observedLastOrder[row], observedRepeatOrders[row]);
    if (Number.isNaN(probabilityAlive[entry])) probabilityAlive[entry] = tabulatedProbabilityAlive(model, entry);
    lifetimes[i] = probabilityAlive[entry] * residualLifetime[kinds[i] * AGES + age];
  }
}

/** The place in the table of a customer of a kind, age (quarters, within the table), time since the last order, and repeat orders. */
function entryOf(kind: number, age: number, sinceLastOrder: number, repeatOrders: number): number {
  const bin = Math.min((sinceLastOrder * BINS_PER_QUARTER) | 0, age * BINS_PER_QUARTER, BINS - 1);
  return ((kind * AGES + age) * BINS + bin) * MOST_REPEATS + Math.min(repeatOrders, MOST_REPEATS - 1);
}

/** What belongs into a place of the table. */
function tabulatedProbabilityAlive({ models }: ResidualValueModel, entry: number): number {
  const repeats = entry % MOST_REPEATS;
  const bin = Math.floor(entry / MOST_REPEATS) % BINS;
  const age = Math.floor(entry / (MOST_REPEATS * BINS)) % AGES;
  const kind = Math.floor(entry / (MOST_REPEATS * BINS * AGES));
  // Nobody without a repeat order has a later order than the first.
  const gap = repeats === 0 ? age : Math.min(age, (bin + 0.5) / BINS_PER_QUARTER);
  return paretoNbdProbabilityAlive(models[KINDS[kind]].parameters, { x: repeats, tx: age - gap, T: age });
}
