import { byTier, type Scenario } from '../engine/index.ts';

/**
 * The same scenario with another number of customers: everything that is counted for the whole firm (reach of
 * advertising, organic arrivals, overhead, prices of insight, budget) in proportion.
 */
export function resized(scenario: Scenario, customers: number): Scenario {
  const scale = customers / scenario.customers;
  const { acquisition, organic, costs, insight, budget } = scenario;
  return {
    ...scenario,
    customers,
    acquisition: { ...acquisition, cap: byTier((tier) => acquisition.cap[tier] * scale) },
    organic: { arrivals: organic.arrivals * scale },
    costs: { ...costs, overhead: Math.round(costs.overhead * scale) },
    insight: { ...insight, prices: insight.prices.map((price) => Math.round(price * scale)) },
    budget: { ...budget, openingContribution: Math.round(budget.openingContribution * scale) },
  };
}
