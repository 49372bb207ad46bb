import type { Population } from '../population/columns.ts';
import { gamma } from '../random/gamma.ts';
import type { Chunk, Quarter } from './quarter.ts';

/**
 * Revenue of the quarter's orders, whole cents: order values are gamma around the customer's own mean, so n of them sum to
 * mean · n · Gamma(p n) / (p n).
 *
 * *Source:* Fader, Hardie & Lee 2005 (Gamma-Gamma). *Draws:* spending.
 */
export function spend(population: Population, quarter: Quarter, chunk: Chunk): void {
  const { stream, trueOrderValue } = population;
  const { draws, scenario } = quarter;
  const shapePerOrder = scenario.heterogeneity.orderValueShape;
  const { rows, orders, revenue, size } = chunk;
  for (let i = 0; i < size; i++) {
    const row = rows[i];
    const count = orders[i];
    revenue[i] =
      count > 0
        ? Math.floor((trueOrderValue[row] * gamma(shapePerOrder * count, stream[row], draws.spending)) / shapePerOrder + 0.5)
        : 0;
  }
}
