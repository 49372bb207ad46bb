import { LARGEST_COUNT, type Population } from '../population/columns.ts';
import { positivePoissonCounts } from '../random/poisson.ts';
import type { Chunk, Quarter } from './quarter.ts';

/** Service contacts ~ Poisson(κ · w · factor · share lived): bad service makes more of them. *Draws:* contacts. */
export function contact(population: Population, quarter: Quarter, chunk: Chunk): void {
  const { trueContactRate, trueWalletShare, tier } = population;
  const { contactFactor, draws } = quarter;
  const { rows, streams, means, lived, contacts, callers, size } = chunk;
  for (let i = 0; i < size; i++) {
    const row = rows[i];
    means[i] = trueContactRate[row] * trueWalletShare[row] * contactFactor[tier[row]] * lived[i];
  }
  chunk.callerCount = positivePoissonCounts(means, streams, draws.contacts, callers, contacts, size);
  for (let c = 0; c < chunk.callerCount; c++) contacts[c] = Math.min(LARGEST_COUNT, contacts[c]);
}
