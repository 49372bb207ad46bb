import { LARGEST_COUNT, type Population } from '../population/columns.ts';
import { poissonCounts } from '../random/poisson.ts';
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
  poissonCounts(means, streams, draws.contacts, contacts, size);
  let callerCount = 0;
  for (let i = 0; i < size; i++) {
    const count = Math.min(LARGEST_COUNT, contacts[i]);
    contacts[i] = count;
    callers[callerCount] = i;
    callerCount += Number(count > 0);
  }
  chunk.callerCount = callerCount;
}
