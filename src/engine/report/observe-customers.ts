import type { Cents } from '../decision/decision.ts';
import { type Population, RING } from '../population/columns.ts';
import type { Firm } from '../round/firm.ts';
import { TIER_COUNT } from '../tiering/tiers.ts';

/** Value of `tierBefore` for customers who arrived in the quarter. */
export const NEWCOMER = TIER_COUNT + 1;

/**
 * The firm's customer records after one quarter: what it has on file of everyone who ever bought, as columns of fresh arrays
 * with one entry a customer, in order of arrival (the entry's number is the customer's). Nothing latent: someone who has
 * silently gone looks like anyone else who does not buy. Money in cents.
 */
export type ObservedCustomers = {
  /** The quarter just lived through: −8 … −1 in the warm-up, then 0-based. */
  readonly round: number;
  readonly count: number;
  /** After the quarter: 0 … 3 for platinum … bronze, 4 for lapsed. */
  readonly tier: Uint8Array<ArrayBuffer>;
  /** In force during the quarter; `NEWCOMER` for those who arrived in it. In the first record the same as `tier`. */
  readonly tierBefore: Uint8Array<ArrayBuffer>;
  /** Position in `CHANNELS`. */
  readonly channel: Uint8Array<ArrayBuffer>;
  /** Round at whose end the first order came. */
  readonly cohort: Int16Array<ArrayBuffer>;
  /** Orders after the first, ever. */
  readonly repeatOrders: Uint16Array<ArrayBuffer>;
  readonly contacts: Uint16Array<ArrayBuffer>;
  readonly revenue: Int32Array<ArrayBuffer>;
  readonly grossMargin: Int32Array<ArrayBuffer>;
  /** Quarters since the first played round began; negative before it. */
  readonly lastOrder: Float32Array<ArrayBuffer>;
  /** In this quarter, a first order included. */
  readonly quarterOrders: Uint8Array<ArrayBuffer>;
  readonly quarterContacts: Uint8Array<ArrayBuffer>;
  readonly quarterRevenue: Int32Array<ArrayBuffer>;
  /** In the last four quarters. */
  readonly trailingOrders: Uint16Array<ArrayBuffer>;
  readonly trailingContacts: Uint16Array<ArrayBuffer>;
  readonly trailingRevenue: Int32Array<ArrayBuffer>;
  /** Gross margin at the customer's own rate so far, less orders' and contacts' cost. */
  readonly trailingContribution: Int32Array<ArrayBuffer>;
  /** By the insight in force; 0 for the lapsed. */
  readonly estimatedValue: Int32Array<ArrayBuffer>;
};

/**
 * Takes the customer records of the quarter just played.
 *
 * Quarterly figures are differences of running totals, never the engine's own memory of recent quarters: that memory stops for
 * customers who are gone, which the firm cannot know.
 *
 * @param earlier the records of the quarters before, oldest first and without a gap; with fewer than four of them, trailing
 *   figures lean on what the engine remembers from the time before
 */
export function observeCustomers(firm: Firm, earlier: readonly ObservedCustomers[]): ObservedCustomers {
  const { population, scenario } = firm;
  const { count } = population;
  const round = firm.round - 1;
  const before = earlier.at(-1);
  const yearAgo = earlier.length >= RING ? earlier[earlier.length - RING] : undefined;

  const customers: ObservedCustomers = {
    round,
    count,
    tier: population.tier.slice(0, count),
    tierBefore: before ? new Uint8Array(count).fill(NEWCOMER) : population.tier.slice(0, count),
    channel: population.channel.slice(0, count),
    cohort: population.cohort.slice(0, count),
    repeatOrders: population.observedRepeatOrders.slice(0, count),
    contacts: population.observedContacts.slice(0, count),
    revenue: population.observedRevenue.slice(0, count),
    grossMargin: population.observedGrossMargin.slice(0, count),
    lastOrder: population.observedLastOrder.slice(0, count),
    quarterOrders: new Uint8Array(count),
    quarterContacts: new Uint8Array(count),
    quarterRevenue: new Int32Array(count),
    trailingOrders: new Uint16Array(count),
    trailingContacts: new Uint16Array(count),
    trailingRevenue: new Int32Array(count),
    trailingContribution: new Int32Array(count),
    estimatedValue: population.estimatedValue.slice(0, count),
  };
  if (before) customers.tierBefore.set(before.tier);

  const { perOrder, perContact } = scenario.costs;
  const slot = round & (RING - 1);
  for (let row = 0; row < count; row++) {
    if (before) writeChange(customers, before, row);
    else {
      customers.quarterOrders[row] = population.recentOrders[row * RING + slot];
      customers.quarterContacts[row] = population.recentContacts[row * RING + slot];
      customers.quarterRevenue[row] = population.recentRevenue[row * RING + slot];
    }
    if (yearAgo) {
      const known = row < yearAgo.count;
      customers.trailingOrders[row] = customers.repeatOrders[row] + 1 - (known ? yearAgo.repeatOrders[row] + 1 : 0);
      customers.trailingContacts[row] = customers.contacts[row] - (known ? yearAgo.contacts[row] : 0);
      customers.trailingRevenue[row] = customers.revenue[row] - (known ? yearAgo.revenue[row] : 0);
    } else {
      customers.trailingOrders[row] = ringSum(population.recentOrders, row);
      customers.trailingContacts[row] = ringSum(population.recentContacts, row);
      customers.trailingRevenue[row] = ringSum(population.recentRevenue, row);
    }
    const margin = customers.revenue[row] > 0 ? customers.grossMargin[row] / customers.revenue[row] : 0;
    customers.trailingContribution[row] = wholeCents(
      margin * customers.trailingRevenue[row] -
        perOrder * customers.trailingOrders[row] -
        perContact * customers.trailingContacts[row],
    );
  }
  return customers;
}

/** What the quarter added to the running totals. */
function writeChange(customers: ObservedCustomers, before: ObservedCustomers, row: number): void {
  const isNew = row >= before.count;
  customers.quarterOrders[row] = customers.repeatOrders[row] + 1 - (isNew ? 0 : before.repeatOrders[row] + 1);
  customers.quarterContacts[row] = customers.contacts[row] - (isNew ? 0 : before.contacts[row]);
  customers.quarterRevenue[row] = customers.revenue[row] - (isNew ? 0 : before.revenue[row]);
}

function ringSum(column: Population['recentOrders'] | Population['recentRevenue'], row: number): number {
  const at = row * RING;
  return column[at] + column[at + 1] + column[at + 2] + column[at + 3];
}

function wholeCents(amount: number): Cents {
  return Math.floor(amount + 0.5);
}
