import { type Population, RING } from '../population/columns.ts';
import { counts, places } from '../random/batch.ts';
import { revenue, rows } from './chunk.ts';
import type { Quarter, QuarterTally } from './quarter.ts';

// Writes what customers did into the firm's records, and adds it to the totals of their groups. That the quarter passed is on record
// already, see `gatherLiving`.

/** Of those who ordered, as `order` and `spend` left them in the batch. */
export function recordOrders(population: Population, quarter: Quarter, tally: QuarterTally, buyerCount: number): void {
  const { recentOrders, recentRevenue, tier, trueMargin } = population;
  const { observedRepeatOrders, observedRevenue, observedGrossMargin } = population;
  const slot = quarter.round & (RING - 1);
  for (let b = 0; b < buyerCount; b++) {
    const row = rows[places[b]];
    const group = tier[row];
    const cents = revenue[b];
    const grossMargin = Math.floor(trueMargin[row] * cents + 0.5);
    recentOrders[row * RING + slot] = counts[b];
    recentRevenue[row * RING + slot] = cents;
    observedRepeatOrders[row] += counts[b];
    observedRevenue[row] += cents;
    observedGrossMargin[row] += grossMargin;
    tally.orders[group] += counts[b];
    tally.active[group] += 1;
    tally.revenue[group] += cents;
    tally.grossMargin[group] += grossMargin;
  }
}

/** Of those who called, as `contact` left them in the batch. */
export function recordContacts(
  population: Population,
  quarter: Quarter,
  tally: QuarterTally,
  callerCount: number,
): void {
  const { recentContacts, observedContacts, tier } = population;
  const slot = quarter.round & (RING - 1);
  for (let c = 0; c < callerCount; c++) {
    const row = rows[places[c]];
    recentContacts[row * RING + slot] = counts[c];
    observedContacts[row] += counts[c];
    tally.contacts[tier[row]] += counts[c];
  }
}
