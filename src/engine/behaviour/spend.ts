import type { Population } from '../population/columns.ts';
import { gammas } from '../random/gamma.ts';
import type { Chunk, Quarter } from './quarter.ts';

/**
 * Revenue of the quarter's orders, whole cents: order values are gamma around the customer's own mean, so n of them sum to
 * mean · n · Gamma(p n) / (p n).
 *
 * *Source:* Fader, Hardie & Lee 2005 (Gamma-Gamma). *Draws:* spending.
 */
export function spend(population: Population, quarter: Quarter, chunk: Chunk): void {
  const { trueOrderValue } = population;
  const { draws, scenario } = quarter;
  const shapePerOrder = scenario.heterogeneity.orderValueShape;
  const { rows, revenue, buyers, buyerCount, buyerStreams, orders, shapes, spending } = chunk;
  for (let b = 0; b < buyerCount; b++) shapes[b] = shapePerOrder * orders[b];
  gammas(shapes, buyerStreams, draws.spending, spending, buyerCount);
  for (let b = 0; b < buyerCount; b++) {
    revenue[b] = Math.floor((trueOrderValue[rows[buyers[b]]] * spending[b]) / shapePerOrder + 0.5);
  }
}
