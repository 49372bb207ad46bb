import { LARGEST_COUNT, type Population } from '../population/columns.ts';
import { maximaOfUniforms } from '../random/maximum-of-uniforms.ts';
import { positivePoissonCounts } from '../random/poisson.ts';
import type { Chunk, Quarter } from './quarter.ts';

/**
 * Orders of the quarter ~ Poisson(λ · w · share lived), and the time of the last of them: the latest of as many uniform times.
 *
 * *Source:* Ehrenberg 1959; Schmittlein, Morrison & Colombo 1987. *Draws:* orders, orderTime.
 */
export function order(population: Population, quarter: Quarter, chunk: Chunk): void {
  const { truePurchaseRate, trueWalletShare, observedLastOrder } = population;
  const { round, draws } = quarter;
  const { rows, streams, means, lived, buyers, buyerStreams, orders, latest, size } = chunk;
  for (let i = 0; i < size; i++) {
    const row = rows[i];
    means[i] = truePurchaseRate[row] * trueWalletShare[row] * lived[i];
  }
  const buyerCount = positivePoissonCounts(means, streams, draws.orders, buyers, orders, size);
  for (let b = 0; b < buyerCount; b++) {
    orders[b] = Math.min(LARGEST_COUNT, orders[b]);
    buyerStreams[b] = streams[buyers[b]];
  }
  chunk.buyerCount = buyerCount;
  if (!quarter.timesOrders) return;
  maximaOfUniforms(orders, buyerStreams, draws.orderTime, latest, buyerCount);
  for (let b = 0; b < buyerCount; b++) {
    const i = buyers[b];
    observedLastOrder[rows[i]] = round + lived[i] * latest[b];
  }
}
