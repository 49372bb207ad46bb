import type { Cents } from '../decision/decision.ts';
import { type Population, RING } from '../population/columns.ts';
import type { Costs } from '../scenario/scenario.ts';

/** Revenue of a customer's last four quarters, cents. */
export function trailingRevenue({ recentRevenue }: Population, row: number): Cents {
  const at = row * RING;
  return recentRevenue[at] + recentRevenue[at + 1] + recentRevenue[at + 2] + recentRevenue[at + 3];
}

export function trailingOrders({ recentOrders }: Population, row: number): number {
  const at = row * RING;
  return recentOrders[at] + recentOrders[at + 1] + recentOrders[at + 2] + recentOrders[at + 3];
}

export function trailingContacts({ recentContacts }: Population, row: number): number {
  const at = row * RING;
  return recentContacts[at] + recentContacts[at + 1] + recentContacts[at + 2] + recentContacts[at + 3];
}

/** Gross margin after discounts that the firm has seen of a customer, as a share of revenue. */
export function observedMargin({ observedGrossMargin, observedRevenue }: Population, row: number): number {
  return observedRevenue[row] > 0 ? observedGrossMargin[row] / observedRevenue[row] : 0;
}

/** Contribution after cost to serve of a customer's last four quarters, whole cents; negative for some. */
export function trailingContribution(population: Population, row: number, costs: Costs): Cents {
  const grossMargin = observedMargin(population, row) * trailingRevenue(population, row);
  return Math.floor(
    grossMargin -
      costs.perOrder * trailingOrders(population, row) -
      costs.perContact * trailingContacts(population, row) +
      0.5,
  );
}
