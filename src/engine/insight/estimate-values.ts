import type { Cents, InsightLevel } from '../decision/decision.ts';
import type { Population } from '../population/columns.ts';
import type { DrawKeys } from '../random/stream.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { estimatedResidualLifetimeValue, type LazyResidualValueModel } from './residual-value-model.ts';
import { trailingContribution, trailingRevenue } from './trailing.ts';
import { surveyedWalletShare } from './wallet-survey.ts';

/** What the firm needs to estimate values at any level. */
export type ValueEstimator = {
  readonly scenario: Scenario;
  readonly model: LazyResidualValueModel;
  readonly walletSurvey: DrawKeys;
};

/**
 * What the firm believes one customer on file to be worth from now on, whole cents. Level 0: two years of trailing revenue at
 * one margin for all. Level 1: two years of trailing contribution. Level 2: a model's residual lifetime value. Level 3: that, and a part of the
 * wallet that is still to be won.
 */
export function estimateValue(
  level: InsightLevel,
  { scenario, model, walletSurvey }: ValueEstimator,
  population: Population,
  row: number,
  now: number,
): Cents {
  const { ruleOfThumbYears, ruleOfThumbMargin, walletPotential } = scenario.insight;
  switch (level) {
    case 0:
      return Math.floor(ruleOfThumbYears * ruleOfThumbMargin * trailingRevenue(population, row) + 0.5);
    case 1:
      return Math.floor(ruleOfThumbYears * trailingContribution(population, row, scenario.costs) + 0.5);
    case 2:
      return estimatedResidualLifetimeValue(model(), population, row, now);
    case 3: {
      const value = estimatedResidualLifetimeValue(model(), population, row, now);
      if (value <= 0) return value;
      const wallet = surveyedWalletShare(scenario.insight, population, row, walletSurvey);
      return Math.floor(value * (1 + walletPotential * (1 / wallet - 1)) + 0.5);
    }
  }
}

/** A customer is on file who bought within the last `onFileRounds` quarters; a first order counts. */
export function isOnFile(scenario: Scenario, population: Population, row: number, now: number): boolean {
  return population.observedLastOrder[row] >= now - scenario.tiering.onFileRounds;
}
