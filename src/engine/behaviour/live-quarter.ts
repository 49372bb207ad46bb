import { type Population, RING } from '../population/columns.ts';
import { contact } from './contact.ts';
import { engage } from './engage.ts';
import { order } from './order.ts';
import { CHUNK, type Chunk, createChunk, createTally, type Quarter, type QuarterTally } from './quarter.ts';
import { record } from './record.ts';
import { spend } from './spend.ts';
import { stayOrLeave } from './stay-or-leave.ts';

const chunk = createChunk();

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
    gatherLiving(population, quarter, chunk, start, Math.min(start + CHUNK, to));
    stayOrLeave(population, quarter, chunk, tally);
    order(population, quarter, chunk);
    spend(population, quarter, chunk);
    contact(population, quarter, chunk);
    record(population, quarter, chunk, tally);
    engage(population, quarter, chunk, tally);
  }
}

/** Fills a chunk with those still there, and puts a quarter without a sign of life on record for everyone, until they give one. */
function gatherLiving(population: Population, quarter: Quarter, into: Chunk, from: number, to: number): void {
  const { active, stream, trueLifetimeLeft, recentOrders, recentContacts, recentRevenue } = population;
  const { rows, streams } = into;
  const slot = quarter.round & (RING - 1);
  let size = 0;
  for (let i = from; i < to; i++) {
    const row = active[i];
    rows[size] = row;
    streams[size] = stream[row];
    size += Number(trueLifetimeLeft[row] > 0);
    recentOrders[row * RING + slot] = 0;
    recentContacts[row * RING + slot] = 0;
    recentRevenue[row * RING + slot] = 0;
  }
  into.size = size;
}
