import type { Population } from '../population/columns.ts';
import { contact } from './contact.ts';
import { engage } from './engage.ts';
import { order } from './order.ts';
import { CHUNK, createChunk, createTally, type Quarter, type QuarterTally } from './quarter.ts';
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
export function livePart(population: Population, quarter: Quarter, tally: QuarterTally, from: number, to: number): void {
  for (let start = from; start < to; start += CHUNK) {
    chunk.size = Math.min(CHUNK, to - start);
    for (let i = 0; i < chunk.size; i++) chunk.rows[i] = population.active[start + i];
    stayOrLeave(population, quarter, chunk, tally);
    order(population, quarter, chunk);
    spend(population, quarter, chunk);
    contact(population, quarter, chunk);
    record(population, quarter, chunk, tally);
    engage(population, quarter, chunk, tally);
  }
}
