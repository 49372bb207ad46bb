import { exp } from '../../engine/math/exp.ts';
import { ln1p } from '../../engine/math/ln1p.ts';

/**
 * Operational time of dropout for customers whose hazard was changed by known factors: a piecewise-constant multiplier
 * on the dropout rate µ over a customer's age. The hazard at age τ is µ · multiplier(τ); what has been used up of it by
 * then is µ · H(τ), H being the operational time.
 *
 * - `ends`: ages at which the periods end, ascending from above 0; the last multiplier goes on for ever
 * - `multipliers`: one a period, from 0
 * - `elapsed`: operational time at the end of each period
 *
 * Ages are counted from the first order, in the unit of the data. Made by `makeDropoutClock`.
 */
export type DropoutClock = Readonly<{ ends: Float64Array; multipliers: Float64Array; elapsed: Float64Array }>;

/**
 * Dropout clock from the ends of periods and the hazard multiplier in each.
 *
 * `ends` ascend from above 0 and have the length of `multipliers`, at least 1; multipliers are finite and not negative;
 * otherwise RangeError.
 *
 * *Source:* proportional hazards with a time-varying covariate: Gupta, 1991, "Stochastic models of interpurchase time
 * with time-dependent covariates"; time change as in Bachmann, Meierer and Näf, 2021 (Pareto/NBD with dynamic
 * covariates).
 */
export function makeDropoutClock(ends: ArrayLike<number>, multipliers: ArrayLike<number>): DropoutClock {
  if (ends.length === 0 || ends.length !== multipliers.length) {
    throw new RangeError('A dropout clock needs as many multipliers as ends of periods, and at least one');
  }
  const elapsed = new Float64Array(ends.length);
  let before = 0;
  let total = 0;
  for (let period = 0; period < ends.length; period++) {
    const multiplier = multipliers[period];
    if (!(ends[period] > before && multiplier >= 0 && multiplier < Infinity)) {
      throw new RangeError(`Period ${period} of a dropout clock: ends must ascend, multipliers be finite and ≥ 0`);
    }
    total += multiplier * (ends[period] - before);
    elapsed[period] = total;
    before = ends[period];
  }
  return { ends: Float64Array.from(ends), multipliers: Float64Array.from(multipliers), elapsed };
}

/** Operational time H(age): the age as the dropout hazard has felt it. Without a clock it is the age itself. */
export function operationalTime(clock: DropoutClock | null, age: number): number {
  if (clock === null) {
    return age;
  }
  const period = periodAt(clock, age);
  const begin = period === 0 ? 0 : clock.ends[period - 1];
  const before = period === 0 ? 0 : clock.elapsed[period - 1];
  return before + clock.multipliers[period] * (age - begin);
}

/** Index of the period that holds the age; an age on a boundary belongs to the period that begins there. */
export function periodAt(clock: DropoutClock, age: number): number {
  let period = 0;
  while (period < clock.ends.length - 1 && age >= clock.ends[period]) {
    period++;
  }
  return period;
}

/**
 * Survival under hazard multipliers: P(alive) at the end of 0, 1, 2, … periods, when everybody's µ ~ Gamma(s, beta) is
 * multiplied by the same factor in each period: S_k = (beta / (beta + h_1 + … + h_k))^s. With multipliers below 1 more
 * stay; the retention of a period is S_k / S_(k-1). One more entry than multipliers, the first 1. Periods have length 1
 * in the unit of beta.
 */
export function paretoNbdSurvivalUnderMultipliers(
  parameters: Readonly<{ s: number; beta: number }>,
  multipliers: ArrayLike<number>,
): number[] {
  const survival = [1];
  let elapsed = 0;
  for (let period = 0; period < multipliers.length; period++) {
    elapsed += multipliers[period];
    survival.push(exp(-parameters.s * ln1p(elapsed / parameters.beta)));
  }
  return survival;
}
