import { exp } from '../math/exp.ts';
import { fromFixedPoint } from '../math/fixed-point.ts';
import type { Firm } from '../round/firm.ts';

/** What moved the risk of leaving in one round. Latent: for the analyst and the debrief. */
export type RiskOfLeaving = {
  /** Customers alive at the start of the round, and those of them who left in it. */
  readonly living: number;
  readonly left: number;
  /**
   * Relative changes of the sum of their hazards: by satisfaction (with anger) against the reference, by reputation against the reference, and by
   * retention money against none. Each is taken with the ones before it in force; −.1 is a tenth less risk.
   */
  readonly bySatisfaction: number;
  readonly byReputation: number;
  readonly byRetention: number;
};

/**
 * Takes the hazards of a round apart, as `stayOrLeave` put them together.
 *
 * @param before the firm at the start of the round
 * @param after the same firm (or a copy that played on) at its end
 */
export function riskOfLeaving(before: Firm, after: Firm): RiskOfLeaving {
  const { staying, satisfaction, reputation } = before.scenario;
  const { active, activeCount, trueLifetimeLeft, trueDropoutRate, cohort } = before.population;
  const outcome = after.last;
  if (!outcome || outcome.round !== before.round) throw new Error('riskOfLeaving: not the two ends of one round');
  let living = 0;
  let left = 0;
  let plain = 0;
  let withSatisfaction = 0;
  for (let i = 0; i < activeCount; i++) {
    const row = active[i];
    if (trueLifetimeLeft[row] <= 0) continue;
    living++;
    if (after.population.trueLifetimeLeft[row] <= 0) left++;
    const age = before.round - cohort[row] - 1;
    const hazard = trueDropoutRate[row] * (age < staying.onboarding.length ? staying.onboarding[age] : 1);
    const satisfied = after.population.trueSatisfaction[row];
    const z = Math.max(0, (staying.angerBelow - satisfied) / staying.angerBelow);
    plain += hazard;
    withSatisfaction +=
      hazard * exp(-staying.satisfactionEffect * (satisfied - satisfaction.reference)) * (1 + staying.anger * z * z);
  }
  const reputationFactor = Math.max(
    staying.lowestReputationFactor,
    1 + staying.reputationEffect * (reputation.reference - before.reputation),
  );
  const avoided = fromFixedPoint(outcome.tally.hazardAvoided.reduce((sum, hazard) => sum + hazard, 0));
  return {
    living,
    left,
    bySatisfaction: plain > 0 ? withSatisfaction / plain - 1 : 0,
    byReputation: reputationFactor - 1,
    byRetention: withSatisfaction > 0 ? -avoided / (withSatisfaction * reputationFactor) : 0,
  };
}
