import { exp } from '../math/exp.ts';
import { ln } from '../math/ln.ts';
import { lnGamma } from '../math/ln-gamma.ts';
import { ln1p } from '../math/ln1p.ts';

/**
 * A binomial count, successes in n trials of probability p, by inversion of one uniform u in (0, 1); rises with u.
 *
 * n is a whole number >= 0 and p in 0..1, otherwise RangeError; p = 0 gives 0 and p = 1 gives n. Cumulative
 * probabilities are right to 1e-14 where n p <= 100, and to about n ln(n) 1e-15 beyond. The work grows with the
 * standard deviation (up to 20 of them), so n of a few thousand is what it is meant for.
 */
export function binomial(n: number, p: number, u: number): number {
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`binomial: n = ${n} is not a whole number from 0 on`);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`binomial: p = ${p} is not in 0..1`);
  return p <= 0.5 ? countRareSuccesses(n, p, u) : n - countRareSuccesses(n, 1 - p, 1 - u);
}

// p <= 1/2.
function countRareSuccesses(n: number, p: number, u: number): number {
  if (p === 0) return 0;
  const mean = n * p;
  // Below ten standard deviations under the mean lies less than e^-50 (Okamoto's bound for p <= 1/2).
  let count = mean <= 100 ? 0 : Math.max(0, Math.floor(mean - 10 * Math.sqrt(mean * (1 - p))));
  const odds = p / (1 - p);
  let probability = exp(lnProbability(n, p, count));
  let cumulative = probability;
  while (u > cumulative && count < n) {
    probability *= ((n - count) / (count + 1)) * odds;
    count++;
    cumulative += probability;
    // Nothing left to add: rounding kept the sum below a u very close to 1.
    if (probability < 1e-20 && count > mean) break;
  }
  return count;
}

function lnProbability(n: number, p: number, count: number): number {
  const failures = n - count;
  if (count === 0) return failures * ln1p(-p);
  return lnGamma(n + 1) - lnGamma(count + 1) - lnGamma(failures + 1) + count * ln(p) + failures * ln1p(-p);
}
