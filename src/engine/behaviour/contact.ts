import { LARGEST_COUNT, type Population } from '../population/columns.ts';
import { poissonCount } from '../random/poisson.ts';
import type { Chunk, Quarter } from './quarter.ts';

/** Service contacts ~ Poisson(κ · w · factor · share lived): bad service makes more of them. *Draws:* contacts. */
export function contact(population: Population, quarter: Quarter, chunk: Chunk): void {
  const { stream, trueContactRate, trueWalletShare, tier } = population;
  const { contactFactor, draws } = quarter;
  const { rows, lived, contacts, size } = chunk;
  for (let i = 0; i < size; i++) {
    const row = rows[i];
    const mean = trueContactRate[row] * trueWalletShare[row] * contactFactor[tier[row]] * lived[i];
    contacts[i] = Math.min(LARGEST_COUNT, poissonCount(mean, stream[row], draws.contacts));
  }
}
