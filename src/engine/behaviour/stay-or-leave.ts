import { expInRange } from '../math/exp.ts';
import { toFixedPoint } from '../math/fixed-point.ts';
import type { Population } from '../population/columns.ts';
import { lived, rows } from './chunk.ts';
import type { Quarter, QuarterTally } from './quarter.ts';

/**
 * Satisfaction moves towards the service met; the hazard that follows is taken off the lifetime left. A customer whose
 * lifetime is used up leaves within the quarter, having lived the share of it that was left.
 *
 *   s ← s + speed (q − s)
 *   h = µ · exp(−effect (s − reference)) · (1 + anger z²) · onboarding · reputation · (1 − strongest · S)
 *
 * *Source:* Sellke 1983: exact for hazards constant within a quarter, and monotone: more retention money can never make the
 * same customer leave earlier. *Draws:* none.
 */
export function stayOrLeave(population: Population, quarter: Quarter, tally: QuarterTally, size: number): void {
  const { trueSatisfaction, trueDropoutRate, trueLifetimeLeft, trueResponse, cohort, tier } = population;
  const { quality, retentionPull, reputationFactor, round } = quarter;
  const { satisfaction, staying } = quarter.scenario;
  const { speed, reference } = satisfaction;
  const { satisfactionEffect, anger, angerBelow, onboarding, retentionStrongest } = staying;
  for (let i = 0; i < size; i++) {
    const row = rows[i];
    const left = trueLifetimeLeft[row];
    const group = tier[row];
    const satisfied = trueSatisfaction[row] + speed * (quality[group] - trueSatisfaction[row]);
    trueSatisfaction[row] = satisfied;
    let hazard = trueDropoutRate[row] * reputationFactor * expInRange(-satisfactionEffect * (satisfied - reference));
    if (satisfied < angerBelow) {
      const z = (angerBelow - satisfied) / angerBelow;
      hazard *= 1 + anger * z * z;
    }
    const age = round - cohort[row] - 1;
    if (age < onboarding.length) hazard *= onboarding[age];
    const pull = retentionPull[group] * trueResponse[row];
    const avoided = hazard * retentionStrongest * (pull / (1 + pull));
    tally.hazardAvoided[group] += toFixedPoint(avoided);
    hazard -= avoided;
    if (hazard < left) {
      lived[i] = 1;
      trueLifetimeLeft[row] = left - hazard;
    } else {
      lived[i] = left / hazard;
      trueLifetimeLeft[row] = 0;
    }
  }
}
