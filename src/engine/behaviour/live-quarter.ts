import { type Population, RING } from '../population/columns.ts';
import { CHUNK, rows } from './chunk.ts';
import { contact } from './contact.ts';
import { engage } from './engage.ts';
import { order } from './order.ts';
import { createTally, type Quarter, type QuarterTally } from './quarter.ts';
import { recordContacts, recordOrders } from './record.ts';
import { spend } from './spend.ts';
import { stayOrLeave } from './stay-or-leave.ts';

/** Takes every active customer through the quarter. */
export function liveQuarter(population: Population, quarter: Quarter): QuarterTally {
  const tally = createTally(quarter.scenario);
  livePart(population, quarter, tally, 0, population.activeCount);
  return tally;
}

/**
 * Takes the active customers at positions `from` to `to` (excluded) through the quarter, chunk by chunk. Neither the order of the rows
 * nor a split into parts changes a bit of the result.
 */
export function livePart(
  population: Population,
  quarter: Quarter,
  tally: QuarterTally,
  from: number,
  to: number,
): void {
  for (let start = from; start < to; start += CHUNK) {
    const size = gatherLiving(population, quarter, start, Math.min(start + CHUNK, to));
    stayOrLeave(population, quarter, tally, size);
    const buyerCount = order(population, quarter, size);
    spend(population, quarter, buyerCount);
    recordOrders(population, quarter, tally, buyerCount);
    const callerCount = contact(population, quarter, size);
    recordContacts(population, quarter, tally, callerCount);
    engage(population, quarter, tally, size);
  }
}

/**
 * Fills the chunk with those still there, and puts a quarter without a sign of life on record for everyone, until they give one.
 *
 * @returns how many are still there
 */
function gatherLiving(population: Population, quarter: Quarter, from: number, to: number): number {
  const { active, trueLifetimeLeft, recentOrders, recentContacts, recentRevenue } = population;
  const slot = quarter.round & (RING - 1);
  let size = 0;
  for (let i = from; i < to; i++) {
    const row = active[i];
    rows[size] = row;
    size += Number(trueLifetimeLeft[row] > 0);
    recentOrders[row * RING + slot] = 0;
    recentContacts[row * RING + slot] = 0;
    recentRevenue[row * RING + slot] = 0;
  }
  return size;
}
