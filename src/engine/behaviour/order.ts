import { maximumOfUniforms } from '../random/maximum-of-uniforms.ts';
import { poissonCount } from '../random/poisson.ts';
import { uniform, wordAt } from '../random/stream.ts';
import { LARGEST_COUNT, type Population } from '../population/columns.ts';
import type { Chunk, Quarter } from './quarter.ts';

/**
 * Orders of the quarter ~ Poisson(λ · w · share lived), and the time of the last of them: the latest of as many uniform times.
 *
 * *Source:* Ehrenberg 1959; Schmittlein, Morrison & Colombo 1987. *Draws:* orders, orderTime.
 */
export function order(population: Population, quarter: Quarter, chunk: Chunk): void {
  const { stream, truePurchaseRate, trueWalletShare, observedLastOrder } = population;
  const { round, draws } = quarter;
  const { rows, lived, orders, size } = chunk;
  for (let i = 0; i < size; i++) {
    const row = rows[i];
    const mean = truePurchaseRate[row] * trueWalletShare[row] * lived[i];
    const count = Math.min(LARGEST_COUNT, poissonCount(mean, stream[row], draws.orders));
    orders[i] = count;
    if (count > 0) {
      const latest = maximumOfUniforms(count, uniform(wordAt(stream[row], draws.orderTime, 0, 0)));
      observedLastOrder[row] = round + lived[i] * latest;
    }
  }
}
