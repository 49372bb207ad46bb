import { LARGEST_COUNT, type Population } from '../population/columns.ts';
import { counts, drawn, means, places, streams } from '../random/batch.ts';
import { maximaOfUniforms } from '../random/maximum-of-uniforms.ts';
import { positivePoissonCounts } from '../random/poisson.ts';
import { lived, rows } from './chunk.ts';
import type { Quarter } from './quarter.ts';

/**
 * Orders of the quarter ~ Poisson(λ · w · share lived), and the time of the last of them: the latest of as many uniform times.
 *
 * *Source:* Ehrenberg 1959; Schmittlein, Morrison & Colombo 1987. *Draws:* orders, orderTime.
 *
 * @returns how many customers ordered: their places, counts and streams are the batch's
 */
export function order(population: Population, quarter: Quarter, size: number): number {
  const { stream, truePurchaseRate, trueWalletShare, observedLastOrder } = population;
  const { round, draws } = quarter;
  for (let i = 0; i < size; i++) {
    const row = rows[i];
    streams[i] = stream[row];
    means[i] = truePurchaseRate[row] * trueWalletShare[row] * lived[i];
  }
  const buyerCount = positivePoissonCounts(draws.orders, size);
  for (let b = 0; b < buyerCount; b++) {
    counts[b] = Math.min(LARGEST_COUNT, counts[b]);
    streams[b] = streams[places[b]];
  }
  if (!quarter.timesOrders) return buyerCount;
  maximaOfUniforms(draws.orderTime, buyerCount);
  for (let b = 0; b < buyerCount; b++) {
    const i = places[b];
    observedLastOrder[rows[i]] = round + lived[i] * drawn[b];
  }
  return buyerCount;
}
