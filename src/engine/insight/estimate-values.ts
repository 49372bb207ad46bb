import type { Cents, InsightLevel } from '../decision/decision.ts';
import type { Population } from '../population/columns.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { estimatedResidualLifetimeValue, type ResidualValueModel } from './residual-value-model.ts';
import { trailingContribution, trailingRevenue } from './trailing.ts';

/**
 * What the firm believes one customer on file to be worth from now on, whole cents. Level 0: two years of trailing revenue at
 * one margin for all. Level 1: two years of trailing contribution. Level 2: a model's residual lifetime value.
 */
export function estimateValue(
  level: InsightLevel,
  scenario: Scenario,
  model: ResidualValueModel,
  population: Population,
  row: number,
  now: number,
): Cents {
  const { ruleOfThumbYears, ruleOfThumbMargin } = scenario.insight;
  switch (level) {
    case 0:
      return Math.floor(ruleOfThumbYears * ruleOfThumbMargin * trailingRevenue(population, row) + 0.5);
    case 1:
      return Math.floor(ruleOfThumbYears * trailingContribution(population, row, scenario.costs) + 0.5);
    case 2:
      return estimatedResidualLifetimeValue(model, population, row, now);
  }
}

/** A customer is on file who bought within the last `onFileRounds` quarters; a first order counts. */
export function isOnFile(scenario: Scenario, population: Population, row: number, now: number): boolean {
  return population.observedLastOrder[row] >= now - scenario.tiering.onFileRounds;
}
