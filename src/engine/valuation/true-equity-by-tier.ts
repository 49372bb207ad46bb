import type { Cents } from '../decision/decision.ts';
import type { Firm } from '../round/firm.ts';
import { type ByTier, byTier, TIER_COUNT } from '../tiering/tiers.ts';
import { firmValueAt } from './firm-value.ts';
import { continuationOf, trueResidualLifetimeValues } from './residual-lifetime-value.ts';

/** Customer equity at true latents, all told and by the tier that customers are in now. Cents. */
export type TrueEquity = {
  /** The lapsed included. */
  readonly customerEquity: Cents;
  readonly byTier: ByTier<Cents>;
  readonly firmValue: Cents;
  readonly discountedCash: Cents;
};

/** As `trueFirmValue`, with the tiers told apart, in one pass over the customers: for the debrief, never shown during play. */
export function trueEquityByTier(firm: Firm): TrueEquity {
  const { population, round, scenario } = firm;
  const { active, activeCount, tier } = population;
  const rows = active.subarray(0, activeCount);
  const values = trueResidualLifetimeValues(population, rows, round, continuationOf(scenario));
  const sums = new Float64Array(TIER_COUNT + 1);
  for (let i = 0; i < values.length; i++) sums[tier[rows[i]]] += Math.floor(values[i] + 0.5);
  const customerEquity = sums.reduce((all, sum) => all + sum, 0);
  const { firmValue, discountedCash } = firmValueAt(firm, customerEquity);
  return { customerEquity, byTier: byTier((_, t) => sums[t]), firmValue, discountedCash };
}
