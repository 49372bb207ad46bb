import { type Population, RING } from '../population/columns.ts';
import type { Chunk, Quarter, QuarterTally } from './quarter.ts';

/** Writes the quarter into the firm's records of each customer, and adds it to the totals of the customer's group. */
export function record(population: Population, quarter: Quarter, chunk: Chunk, tally: QuarterTally): void {
  const { recentOrders, recentContacts, recentRevenue, tier, trueMargin } = population;
  const { observedRepeatOrders, observedContacts, observedRevenue, observedGrossMargin } = population;
  const slot = quarter.round & (RING - 1);
  const { rows, orders, contacts, revenue, size } = chunk;
  for (let i = 0; i < size; i++) {
    const row = rows[i];
    const group = tier[row];
    const cents = revenue[i];
    const grossMargin = Math.floor(trueMargin[row] * cents + 0.5);
    recentOrders[row * RING + slot] = orders[i];
    recentContacts[row * RING + slot] = contacts[i];
    recentRevenue[row * RING + slot] = cents;
    observedRepeatOrders[row] += orders[i];
    observedContacts[row] += contacts[i];
    observedRevenue[row] += cents;
    observedGrossMargin[row] += grossMargin;
    tally.orders[group] += orders[i];
    tally.contacts[group] += contacts[i];
    tally.active[group] += orders[i] > 0 ? 1 : 0;
    tally.revenue[group] += cents;
    tally.grossMargin[group] += grossMargin;
  }
}
