import type { Population } from '../population/columns.ts';
import { counts, drawn, places, shapes } from '../random/batch.ts';
import { gammas } from '../random/gamma.ts';
import { revenue, rows } from './chunk.ts';
import type { Quarter } from './quarter.ts';

/**
 * Revenue of the quarter's orders, whole cents: order values are gamma around the customer's own mean, so n of them sum to
 * mean · n · Gamma(p n) / (p n).
 *
 * *Source:* Fader, Hardie & Lee 2005 (Gamma-Gamma). *Draws:* spending.
 */
export function spend(population: Population, quarter: Quarter, buyerCount: number): void {
  const { trueOrderValue } = population;
  const { draws, scenario } = quarter;
  const shapePerOrder = scenario.heterogeneity.orderValueShape;
  for (let b = 0; b < buyerCount; b++) shapes[b] = shapePerOrder * counts[b];
  gammas(draws.spending, buyerCount);
  for (let b = 0; b < buyerCount; b++) {
    revenue[b] = Math.floor((trueOrderValue[rows[places[b]]] * drawn[b]) / shapePerOrder + 0.5);
  }
}
