import type { Firm } from '../round/firm.ts';
import { continuationOf, trueResidualLifetimeValues } from '../valuation/residual-lifetime-value.ts';
import { assignTiers } from './assign-tiers.ts';
import { LAPSED } from './tiers.ts';

/**
 * Gives the customers on file the tiers of the same sizes that they would be in by true residual value, those who have silently left being
 * worth nothing: what perfect insight would do. What the firm estimates stays. Changes the firm: for the debrief, on a copy.
 */
export function rankByTruth({ population, scenario, round }: Firm): void {
  const { active, activeCount, tier } = population;
  const onFile = active.subarray(0, activeCount).filter((row) => tier[row] < LAPSED);
  const values = trueResidualLifetimeValues(population, onFile, round, continuationOf(scenario));
  assignTiers(
    population,
    scenario.tiering,
    onFile,
    Int32Array.from(values, (value) => Math.floor(value + 0.5)),
  );
}
