import { exp, expInRange } from '../math/exp.ts';
import { ln } from '../math/ln.ts';
import { lnGamma } from '../math/ln-gamma.ts';
import { BATCH, counts, means, places, streams } from './batch.ts';
import { ATTEMPTS, type DrawKeys, LANES, mix, uniform, wordAt } from './stream.ts';

/** The largest mean that `poisson` takes with one uniform. */
export const LARGEST_MEAN_AT_ONCE = 40;

// P(X > 160) is below 1e-45 at a mean of 40: this end only stops a u that rounding left above every partial sum.
const LARGEST_COUNT = 160;
const RECIPROCALS = new Float64Array(LARGEST_COUNT + 1).map((_, k) => 1 / k);

/**
 * A Poisson count by inversion of one uniform u in (0, 1): the smallest count whose cumulative probability is at least u.
 *
 * Rises with u and with the mean, so that a customer with a higher rate never orders less on the same luck.
 * The mean is in 0..40 (a mean of 0 gives 0); otherwise RangeError. Cumulative probabilities are right to 1e-15.
 */
export function poisson(mean: number, u: number): number {
  if (!(mean >= 0 && mean <= LARGEST_MEAN_AT_ONCE)) throw new RangeError(`poisson: mean ${mean} is not in 0..40`);
  return invert(mean, exp(-mean), u);
}

/** The count at u, given also p0 = exp(-mean). */
function invert(mean: number, p0: number, u: number): number {
  // The first steps are taken without a branch: whether a customer stops here or there cannot be predicted.
  const p1 = p0 * mean;
  const p2 = p1 * (mean * (1 / 2));
  const p3 = p2 * (mean * (1 / 3));
  const p4 = p3 * (mean * (1 / 4));
  const f1 = p0 + p1;
  const f2 = f1 + p2;
  const f3 = f2 + p3;
  const f4 = f3 + p4;
  if (u > f4) return countOn(mean, u, p4, f4);
  return Number(u > p0) + Number(u > f1) + Number(u > f2) + Number(u > f3);
}

/** Goes on from count 4, given its probability and the cumulative probability there. */
function countOn(mean: number, u: number, probabilityOfFour: number, cumulativeAtFour: number): number {
  let count = 4;
  let probability = probabilityOfFour;
  let cumulative = cumulativeAtFour;
  while (u > cumulative && count < LARGEST_COUNT) {
    count++;
    probability *= mean * RECIPROCALS[count];
    cumulative += probability;
  }
  return count;
}

/**
 * A Poisson count of any finite mean >= 0; otherwise RangeError.
 *
 * Up to a mean of 40 it is `poisson` with the first word. Up to 5,120 the mean is cut into forties and a rest, one word
 * each, and the counts are added: exact, and it rises with the mean on the same words. Beyond, transformed rejection,
 * which is exact but need not rise with the mean.
 *
 * *Draws:* attempt 0 lane 0; further lanes and attempts above a mean of 40.
 * *Source:* W. Hörmann (1993), The transformed rejection method for generating Poisson random variables (PTRS),
 * Insurance: Mathematics and Economics 12.
 */
export function poissonCount(mean: number, stream: number, keys: DrawKeys): number {
  if (mean <= LARGEST_MEAN_AT_ONCE) return poisson(mean, uniform(wordAt(stream, keys, 0, 0)));
  if (!(mean < Infinity)) throw new RangeError(`poissonCount: mean ${mean} is not finite`);
  if (mean > LARGEST_MEAN_AT_ONCE * ATTEMPTS * LANES) return poissonByRejection(mean, stream, keys);
  let count = 0;
  let rest = mean;
  for (let part = 0; rest > 0; part++) {
    const u = uniform(wordAt(stream, keys, part >> 2, part & 3));
    count += poisson(Math.min(rest, LARGEST_MEAN_AT_ONCE), u);
    rest -= LARGEST_MEAN_AT_ONCE;
  }
  return count;
}

// Scratch of one batch: who may have a count above zero, by place, and their uniforms.
const candidates = new Int32Array(BATCH);
const uniforms = new Float64Array(BATCH);
const probabilitiesOfZero = new Float64Array(BATCH);

/** More than what rounding may add to the bound below, and less than the step between two uniforms. */
const ROUNDING = 2e-15;

/**
 * `poissonCount` of the batch's first `size` customers, bit for bit the same, where most counts are zero: `means` and `streams` say whose, `places` and
 * `counts` are told the others.
 *
 * That a count is zero is mostly seen without an exponential, by e^−m >= 1 − m + m²/2 − m³/6.
 *
 * *Draws:* as `poissonCount`.
 *
 * @returns how many there are
 */
export function positivePoissonCounts(keys: DrawKeys, size: number): number {
  const key = keys[0];
  let candidateCount = 0;
  for (let i = 0; i < size; i++) {
    const mean = means[i];
    const u = uniform(mix((streams[i] + key) | 0));
    candidates[candidateCount] = i;
    uniforms[candidateCount] = u;
    const leastProbabilityOfZero = 1 - ROUNDING - mean + mean * mean * (1 / 2 - mean * (1 / 6));
    // Means that are none (negative, NaN) are candidates, to be refused.
    candidateCount += 1 - (Number(u < leastProbabilityOfZero) & Number(mean >= 0));
  }
  for (let c = 0; c < candidateCount; c++) probabilitiesOfZero[c] = expInRange(-means[candidates[c]]);
  let count = 0;
  for (let c = 0; c < candidateCount; c++) {
    const i = candidates[c];
    const mean = means[i];
    places[count] = i;
    counts[count] =
      mean >= 0 && mean <= LARGEST_MEAN_AT_ONCE
        ? invert(mean, probabilitiesOfZero[c], uniforms[c])
        : poissonCount(mean, streams[i], keys);
    count += Number(counts[count] > 0);
  }
  return count;
}

/** The same where zeros are wanted too: `all` is filled by place. */
export function poissonCounts(keys: DrawKeys, all: Int32Array, size: number): void {
  const positiveCount = positivePoissonCounts(keys, size);
  all.fill(0, 0, size);
  for (let p = 0; p < positiveCount; p++) all[places[p]] = counts[p];
}

function poissonByRejection(mean: number, stream: number, keys: DrawKeys): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const lnInverseAlpha = ln(1.1239 + 1.1328 / (b - 3.4));
  const alwaysBelow = 0.9277 - 3.6224 / (b - 2);
  const lnMean = ln(mean);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const u = uniform(wordAt(stream, keys, attempt, 0)) - 0.5;
    const v = uniform(wordAt(stream, keys, attempt, 1));
    const edge = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / edge + b) * u + mean + 0.43);
    if (edge >= 0.07 && v <= alwaysBelow) return count;
    if (count < 0 || (edge < 0.013 && v > edge)) continue;
    const lnRatio = ln(v) + lnInverseAlpha - ln(a / (edge * edge) + b);
    if (lnRatio <= count * lnMean - mean - lnGamma(count + 1)) return count;
  }
  // Less than one case in 10^25.
  return Math.floor(mean);
}
