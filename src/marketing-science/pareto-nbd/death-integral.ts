import { exp } from '../../engine/math/exp.ts';
import { ln } from '../../engine/math/ln.ts';
import { ln1p } from '../../engine/math/ln1p.ts';
import { gaussLegendre, type QuadratureRule } from '../numeric/gauss-legendre.ts';

/**
 * The one integral that the Pareto/NBD needs, and its derivatives. Every quantity of the model that the literature
 * writes with Gaussian hypergeometric functions is a sum of such terms.
 *
 * - `lnValue`: logarithm of J = ∫ from `from` to `to` of (α + τ)^-k (B + τ)^-m dτ
 * - `dExponentK`, `dAlpha`, `dExponentM`, `dB`: partial derivatives of ln J, filled only when asked for
 */
export type DeathIntegral = {
  lnValue: number;
  dExponentK: number;
  dAlpha: number;
  dExponentM: number;
  dB: number;
};

// Beyond a fall by e^-44 (8e-20) the rest of the integrand is lost in rounding.
const NEGLIGIBLE_FALL = 44;
const STILL_FINE_FALL = 60;

/**
 * Integral over the possible death times τ of a customer: fills and returns `out`.
 *
 * J = ∫ (α + τ)^-k (B + τ)^-m dτ over [from, to]. For the Pareto/NBD k = r + x, m = s + 1, B = β, `from` is the time of
 * the last order and `to` the end of observation. Times and α, B share one unit; α + from and B + from must be
 * positive. An empty interval gives lnValue = -Infinity.
 *
 * Method: u = ln(c + τ) with c = min(α, B) leaves an integrand whose nearest singularity is π away from the real axis,
 * so that Gauss-Legendre converges fast; everything is relative to the integrand at `from`, in logarithms, so nothing
 * overflows; the tail in which the integrand has fallen by more than e^-44 is cut off; the number of nodes follows the
 * interval's length and the fall. Relative error below 1e-12 (measured against 50-digit values in the tests).
 *
 * *Source:* the mixture over the time of death in Schmittlein, Morrison and Colombo, 1987, appendix; Fader and Hardie,
 * 2005, "A note on deriving the Pareto/NBD model", before it is turned into hypergeometric functions.
 */
export function integrateOverDeathTime(
  k: number,
  alpha: number,
  m: number,
  b: number,
  from: number,
  to: number,
  withDerivatives: boolean,
  out: DeathIntegral,
): DeathIntegral {
  if (!(to > from)) {
    out.lnValue = -Infinity;
    out.dExponentK = 0;
    out.dAlpha = 0;
    out.dExponentM = 0;
    out.dB = 0;
    return out;
  }
  const alphaIsSmaller = alpha <= b;
  const nearExponent = alphaIsSmaller ? k : m;
  const farExponent = alphaIsSmaller ? m : k;
  const near = alphaIsSmaller ? alpha : b;
  const gap = alphaIsSmaller ? b - alpha : alpha - b;
  const start = near + from;
  const farStart = start + gap;
  const lnFarStart = ln(farStart);
  const lnStart = ln(start);
  const steepness = nearExponent - 1;

  let width = ln1p((to - from) / start);
  let fall = steepness * width + farExponent * (ln(start * exp(width) + gap) - lnFarStart);
  for (let step = 0; fall > STILL_FINE_FALL && step < 20; step++) {
    const reached = start * exp(width);
    const slope = steepness + (farExponent * reached) / (reached + gap);
    // The fall is convex in u, so Newton's steps approach the cut from the right and never pass it.
    width -= (fall - NEGLIGIBLE_FALL) / slope;
    fall = steepness * width + farExponent * (ln(start * exp(width) + gap) - lnFarStart);
  }

  const rule = ruleFor(width, fall);
  const { nodes, weights } = rule;
  const half = 0.5 * width;
  let sum = 0;
  let sumLnNear = 0;
  let sumLnFar = 0;
  let sumNear = 0;
  let sumFar = 0;
  for (let index = 0; index < nodes.length; index++) {
    const distance = half * (1 + nodes[index]);
    const position = start * exp(distance);
    const farPosition = position + gap;
    const lnFar = ln(farPosition) - lnFarStart;
    const term = weights[index] * exp(-steepness * distance - farExponent * lnFar);
    sum += term;
    if (withDerivatives) {
      sumLnNear += term * distance;
      sumLnFar += term * lnFar;
      sumNear += term / position;
      sumFar += term / farPosition;
    }
  }
  out.lnValue = ln(half * sum) - steepness * lnStart - farExponent * lnFarStart;
  if (withDerivatives) {
    const scale = 1 / sum;
    const byNearExponent = -(lnStart + sumLnNear * scale);
    const byFarExponent = -(lnFarStart + sumLnFar * scale);
    const byNear = -nearExponent * sumNear * scale;
    const byFar = -farExponent * sumFar * scale;
    out.dExponentK = alphaIsSmaller ? byNearExponent : byFarExponent;
    out.dExponentM = alphaIsSmaller ? byFarExponent : byNearExponent;
    out.dAlpha = alphaIsSmaller ? byNear : byFar;
    out.dB = alphaIsSmaller ? byFar : byNear;
  }
  return out;
}

/** A fresh, empty record for `integrateOverDeathTime` to fill. */
export function emptyDeathIntegral(): DeathIntegral {
  return { lnValue: -Infinity, dExponentK: 0, dAlpha: 0, dExponentM: 0, dB: 0 };
}

const RULE_SIZES: readonly number[] = [6, 8, 10, 12, 16, 20, 24, 32, 48];
const RULES: readonly QuadratureRule[] = RULE_SIZES.map(gaussLegendre);
// Up to which width (in u) and which fall (in e-folds) each rule keeps the relative error below 1e-12; found by
// comparing 200,000 random integrals with a rule of 128 nodes.
const WIDEST: readonly number[] = [0.25, 0.5, 1, 2, 3.5, 5, 7, 12];
const DEEPEST: readonly number[] = [0.5, 2, 5, 8, 16, 32, 64, 128];

function ruleFor(width: number, fall: number): QuadratureRule {
  let index = 0;
  while (index < WIDEST.length && (width > WIDEST[index] || fall > DEEPEST[index])) {
    index++;
  }
  return RULES[index];
}
