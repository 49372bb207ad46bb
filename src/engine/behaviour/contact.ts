import { LARGEST_COUNT, type Population } from '../population/columns.ts';
import { counts, means, streams } from '../random/batch.ts';
import { positivePoissonCounts } from '../random/poisson.ts';
import { lived, rows } from './chunk.ts';
import type { Quarter } from './quarter.ts';

/**
 * Service contacts ~ Poisson(κ · w · factor · share lived): bad service makes more of them. *Draws:* contacts.
 *
 * @returns how many customers called: their places and counts are the batch's
 */
export function contact(population: Population, quarter: Quarter, size: number): number {
  const { stream, trueContactRate, trueWalletShare, tier } = population;
  const { contactFactor, draws } = quarter;
  for (let i = 0; i < size; i++) {
    const row = rows[i];
    streams[i] = stream[row];
    means[i] = trueContactRate[row] * trueWalletShare[row] * contactFactor[tier[row]] * lived[i];
  }
  const callerCount = positivePoissonCounts(draws.contacts, size);
  for (let c = 0; c < callerCount; c++) counts[c] = Math.min(LARGEST_COUNT, counts[c]);
  return callerCount;
}
