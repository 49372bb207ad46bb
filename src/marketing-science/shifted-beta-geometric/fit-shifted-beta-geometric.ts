import { digamma } from '../../engine/math/digamma.ts';
import { lnBeta } from '../numeric/ln-beta.ts';
import { type Fit, type FitStart, failedFit, maximumLikelihood } from '../optimiser/maximum-likelihood.ts';
import type { ShiftedBetaGeometricParameters } from './shifted-beta-geometric.ts';

const NAMES = ['alpha', 'beta'] as const;

/**
 * Maximum-likelihood fit of the shifted beta-geometric model to survival tables, with standard errors.
 *
 * Each cohort is the number of contracts alive after 0, 1, 2, … renewals (counts or shares; not increasing, not
 * negative). Cohorts may be of different length and are fitted together. RangeError for a table that rises or is
 * negative. No renewal seen, or nobody lost, gives `no-data`.
 *
 * *Source:* Fader and Hardie, 2007, "How to project customer retention".
 */
export function fitShiftedBetaGeometric(
  cohorts: readonly (readonly number[])[],
  options: Readonly<{ start?: FitStart<ShiftedBetaGeometricParameters> }> = {},
): Fit<ShiftedBetaGeometricParameters> {
  const longest = cohorts.reduce((most, cohort) => Math.max(most, cohort.length), 0);
  const lost = new Float64Array(longest);
  const kept = new Float64Array(longest);
  let customers = 0;
  let lostInAll = 0;
  for (const cohort of cohorts) {
    if (cohort.some((alive, t) => !(alive >= 0 && alive < Infinity && (t === 0 || alive <= cohort[t - 1])))) {
      throw new RangeError('A survival table holds numbers from 0 that never rise');
    }
    if (cohort.length < 2) {
      continue;
    }
    customers += cohort[0];
    kept[cohort.length - 1] += cohort[cohort.length - 1];
    for (let t = 1; t < cohort.length; t++) {
      lost[t] += cohort[t - 1] - cohort[t];
      lostInAll += cohort[t - 1] - cohort[t];
    }
  }
  if (!(lostInAll > 0)) {
    return failedFit(NAMES, customers, 'no-data');
  }

  function logLikelihood(parameters: Float64Array, gradient: Float64Array): number {
    const [alpha, beta] = parameters;
    const lnWhole = lnBeta(alpha, beta);
    const byAlpha = digamma(alpha) - digamma(alpha + beta);
    const byBeta = digamma(beta) - digamma(alpha + beta);
    let total = 0;
    gradient[0] = 0;
    gradient[1] = 0;
    for (let t = 1; t < longest; t++) {
      const sum = digamma(alpha + beta + t);
      if (lost[t] > 0) {
        total += lost[t] * (lnBeta(alpha + 1, beta + t - 1) - lnWhole);
        gradient[0] += lost[t] * (digamma(alpha + 1) - sum - byAlpha);
        gradient[1] += lost[t] * (digamma(beta + t - 1) - sum - byBeta);
      }
      if (kept[t] > 0) {
        total += kept[t] * (lnBeta(alpha, beta + t) - lnWhole);
        gradient[0] += kept[t] * (digamma(alpha) - sum - byAlpha);
        gradient[1] += kept[t] * (digamma(beta + t) - sum - byBeta);
      }
    }
    return total;
  }

  return maximumLikelihood({
    names: NAMES,
    customers,
    starts: [
      [0.7, 2],
      [0.2, 0.5],
      [4, 15],
    ],
    start: options.start,
    logLikelihood,
  });
}
