import type { Cents } from '../decision/decision.ts';
import type { Population } from '../population/columns.ts';
import { type Continuation, trueResidualLifetimeValues } from './residual-lifetime-value.ts';

/**
 * Customer equity: the residual lifetime values of all living customers, negative ones included, each rounded to the
 * cent, so that the sum is exact in any order.
 *
 * *Source:* Blattberg & Deighton 1996; Rust, Lemon & Zeithaml 2004.
 */
export function trueCustomerEquity(population: Population, now: number, continuation: Continuation): Cents {
  const rows = population.active.subarray(0, population.activeCount);
  const values = trueResidualLifetimeValues(population, rows, now, continuation);
  let equity = 0;
  for (let i = 0; i < values.length; i++) equity += Math.floor(values[i] + 0.5);
  return equity;
}
