import { exp } from '../../engine/math/exp.ts';
import { expm1 } from '../../engine/math/expm1.ts';
import { rootOfFalling } from './root-of-falling.ts';

/**
 * The best steady retention spend for one customer, the hazard multiplier it gives, and the value with it and without
 * any.
 */
export type HazardRetentionOptimum = Readonly<{
  spend: number;
  hazardMultiplier: number;
  value: number;
  valueAtZero: number;
}>;

/**
 * Retention spend a period that maximises the value of a living customer whose hazard it lowers.
 *
 * Value(x) = (contribution - x) / (µ h(x) + δ), h(x) = floor + (1 - floor) e^(-k x): x is spent every period while the
 * customer lives, in continuous time. `contribution` and x in money a period; µ > 0 and δ ≥ 0 rates a period; 0 ≤ floor
 * < 1; k > 0 per unit of money. Spend 0 where the first unit does not pay, as for every customer whose contribution is
 * not positive.
 *
 * *Source:* the stationary retention problem of Pfeifer and Ovchinnikov, 2011, and Ovchinnikov, Boulu-Reshef and
 * Pfeifer, 2014, with an exponential response of the hazard.
 */
export function hazardRetentionOptimum(
  contribution: number,
  mu: number,
  delta: number,
  floor: number,
  k: number,
): HazardRetentionOptimum {
  function multiplierAt(spend: number): number {
    return 1 + (1 - floor) * expm1(-k * spend);
  }
  // Numerator of dValue/dx; it falls in x wherever x is below the contribution.
  const spend = rootOfFalling(
    (x) => (contribution - x) * mu * (1 - floor) * k * exp(-k * x) - (mu * multiplierAt(x) + delta),
    0,
    Math.max(0, contribution),
  );
  const hazardMultiplier = multiplierAt(spend);
  return {
    spend,
    hazardMultiplier,
    value: (contribution - spend) / (mu * hazardMultiplier + delta),
    valueAtZero: contribution / (mu + delta),
  };
}
