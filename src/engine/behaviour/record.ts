import { type Population, RING } from '../population/columns.ts';
import type { Chunk, Quarter, QuarterTally } from './quarter.ts';

/**
 * Writes what buyers and callers did into the firm's records, and adds it to the totals of their groups. That the quarter passed is on record
 * already, see `gatherLiving`.
 */
export function record(population: Population, quarter: Quarter, chunk: Chunk, tally: QuarterTally): void {
  const { recentOrders, recentContacts, recentRevenue, tier, trueMargin } = population;
  const { observedRepeatOrders, observedContacts, observedRevenue, observedGrossMargin } = population;
  const slot = quarter.round & (RING - 1);
  const { rows, orders, contacts, revenue, buyers, buyerCount, callers, callerCount } = chunk;
  for (let b = 0; b < buyerCount; b++) {
    const row = rows[buyers[b]];
    const group = tier[row];
    const cents = revenue[b];
    const grossMargin = Math.floor(trueMargin[row] * cents + 0.5);
    recentOrders[row * RING + slot] = orders[b];
    recentRevenue[row * RING + slot] = cents;
    observedRepeatOrders[row] += orders[b];
    observedRevenue[row] += cents;
    observedGrossMargin[row] += grossMargin;
    tally.orders[group] += orders[b];
    tally.active[group] += 1;
    tally.revenue[group] += cents;
    tally.grossMargin[group] += grossMargin;
  }
  for (let c = 0; c < callerCount; c++) {
    const row = rows[callers[c]];
    recentContacts[row * RING + slot] = contacts[c];
    observedContacts[row] += contacts[c];
    tally.contacts[tier[row]] += contacts[c];
  }
}
