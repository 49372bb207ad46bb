import type { Cents } from '../decision/decision.ts';
import type { Population } from '../population/columns.ts';
import { type Continuation, trueResidualLifetimeValue } from './residual-lifetime-value.ts';

/**
 * Customer equity: the residual lifetime values of all living customers, negative ones included, each rounded to the
 * cent, so that the sum is exact in any order.
 *
 * *Source:* Blattberg & Deighton 1996; Rust, Lemon & Zeithaml 2004.
 */
export function trueCustomerEquity(population: Population, now: number, continuation: Continuation): Cents {
  let equity = 0;
  for (let i = 0; i < population.activeCount; i++) {
    equity += Math.floor(trueResidualLifetimeValue(population, population.active[i], now, continuation) + 0.5);
  }
  return equity;
}
