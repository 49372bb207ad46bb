import { LARGEST_COUNT, type Population } from '../population/columns.ts';
import { maximaOfUniforms } from '../random/maximum-of-uniforms.ts';
import { poissonCounts } from '../random/poisson.ts';
import type { Chunk, Quarter } from './quarter.ts';

/**
 * Orders of the quarter ~ Poisson(λ · w · share lived), and the time of the last of them: the latest of as many uniform times.
 *
 * *Source:* Ehrenberg 1959; Schmittlein, Morrison & Colombo 1987. *Draws:* orders, orderTime.
 */
export function order(population: Population, quarter: Quarter, chunk: Chunk): void {
  const { truePurchaseRate, trueWalletShare, observedLastOrder } = population;
  const { round, draws } = quarter;
  const { rows, streams, means, lived, orders, buyers, buyerStreams, buyerOrders, latest, size } = chunk;
  for (let i = 0; i < size; i++) {
    const row = rows[i];
    means[i] = truePurchaseRate[row] * trueWalletShare[row] * lived[i];
  }
  poissonCounts(means, streams, draws.orders, orders, size);
  let buyerCount = 0;
  for (let i = 0; i < size; i++) {
    const count = Math.min(LARGEST_COUNT, orders[i]);
    orders[i] = count;
    buyers[buyerCount] = i;
    buyerStreams[buyerCount] = streams[i];
    buyerOrders[buyerCount] = count;
    buyerCount += Number(count > 0);
  }
  chunk.buyerCount = buyerCount;
  maximaOfUniforms(buyerOrders, buyerStreams, draws.orderTime, latest, buyerCount);
  for (let b = 0; b < buyerCount; b++) {
    const i = buyers[b];
    observedLastOrder[rows[i]] = round + lived[i] * latest[b];
  }
}
