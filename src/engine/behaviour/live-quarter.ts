import type { Population } from '../population/columns.ts';
import { contact } from './contact.ts';
import { engage } from './engage.ts';
import { order } from './order.ts';
import { CHUNK, createChunk, createTally, type Quarter, type QuarterTally } from './quarter.ts';
import { record } from './record.ts';
import { spend } from './spend.ts';
import { stayOrLeave } from './stay-or-leave.ts';

const chunk = createChunk();

/** Takes every active customer through the quarter, chunk by chunk. The result does not depend on the order of the rows. */
export function liveQuarter(population: Population, quarter: Quarter): QuarterTally {
  const tally = createTally(quarter.scenario);
  for (let from = 0; from < population.activeCount; from += CHUNK) {
    chunk.size = Math.min(CHUNK, population.activeCount - from);
    for (let i = 0; i < chunk.size; i++) chunk.rows[i] = population.active[from + i];
    stayOrLeave(population, quarter, chunk, tally);
    order(population, quarter, chunk);
    spend(population, quarter, chunk);
    contact(population, quarter, chunk);
    record(population, quarter, chunk, tally);
    engage(population, quarter, chunk, tally);
  }
  return tally;
}
