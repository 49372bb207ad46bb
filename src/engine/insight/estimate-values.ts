import type { InsightLevel } from '../decision/decision.ts';
import type { Population } from '../population/columns.ts';
import type { DrawKeys } from '../random/stream.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { estimateResidualLifetimeValues, type LazyResidualValueModel } from './residual-value-model.ts';
import { trailingContribution, trailingRevenue } from './trailing.ts';
import { surveyedWalletShare } from './wallet-survey.ts';

/** What the firm needs to estimate values at any level. */
export type ValueEstimator = {
  readonly scenario: Scenario;
  readonly model: LazyResidualValueModel;
  readonly walletSurvey: DrawKeys;
};

/**
 * What the firm believes customers on file to be worth from now on, whole cents. Level 0: two years of trailing revenue at
 * one margin for all. Level 1: two years of trailing contribution. Level 2: a model's residual lifetime value. Level 3: that, and a part of the
 * wallet that is still to be won.
 *
 * @param rows whom to value
 * @param now start of the next round, quarters
 * @param values one for each row: filled
 */
export function estimateValues(
  level: InsightLevel,
  estimator: ValueEstimator,
  population: Population,
  rows: Int32Array,
  now: number,
  values: Int32Array,
): void {
  const { insight, costs } = estimator.scenario;
  switch (level) {
    case 0: {
      const share = insight.ruleOfThumbYears * insight.ruleOfThumbMargin;
      for (let i = 0; i < rows.length; i++) values[i] = Math.floor(share * trailingRevenue(population, rows[i]) + 0.5);
      return;
    }
    case 1:
      for (let i = 0; i < rows.length; i++) {
        values[i] = Math.floor(insight.ruleOfThumbYears * trailingContribution(population, rows[i], costs) + 0.5);
      }
      return;
    case 2:
      estimateResidualLifetimeValues(estimator.model(), population, rows, now, values);
      return;
    case 3:
      estimateResidualLifetimeValues(estimator.model(), population, rows, now, values);
      addWalletPotential(estimator, population, rows, values);
  }
}

/** Raises what is worth something by a part of the wallet that competitors still have. */
function addWalletPotential(
  { scenario, walletSurvey }: ValueEstimator,
  population: Population,
  rows: Int32Array,
  values: Int32Array,
): void {
  const { walletPotential } = scenario.insight;
  for (let i = 0; i < rows.length; i++) {
    if (values[i] <= 0) continue;
    const wallet = surveyedWalletShare(scenario.insight, population, rows[i], walletSurvey);
    values[i] = Math.floor(values[i] * (1 + walletPotential * (1 / wallet - 1)) + 0.5);
  }
}
