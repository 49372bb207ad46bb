import { exp } from '../../engine/math/exp.ts';
import { ln } from '../../engine/math/ln.ts';
import { ln1p } from '../../engine/math/ln1p.ts';
import { emptyDeathIntegral, integrateOverDeathTime } from './death-integral.ts';
import { type DropoutClock, operationalTime, periodAt } from './dropout-clock.ts';

/**
 * The two ways in which a purchase history can have come about, each as a logarithm and without the factor
 * Γ(r + x) α^r / Γ(r) that they share, with partial derivatives with respect to r, alpha, s, beta (in that order).
 */
export type TimingLikelihood = {
  /** Still alive at the end of observation. */
  lnAlive: number;
  /** Died at some time between the last order and the end of observation. */
  lnDead: number;
  aliveGradient: Float64Array;
  deadGradient: Float64Array;
};

/** A fresh record for `timingLikelihood` to fill. */
export function emptyTimingLikelihood(): TimingLikelihood {
  return {
    lnAlive: -Infinity,
    lnDead: -Infinity,
    aliveGradient: new Float64Array(4),
    deadGradient: new Float64Array(4),
  };
}

const integral = emptyDeathIntegral();

// B below would overflow; so small a hazard kills nobody.
const NO_HAZARD = 1e-100;

/**
 * Likelihood of the timing of a customer's orders, split by the fate of the customer; fills and returns `out`.
 *
 * With k = r + x, H the operational time (the age itself when `clock` is null) and h the hazard multiplier:
 * alive = (α + T)^-k (β / (β + H(T)))^s;
 * dead = ∫ (α + τ)^-k s β^s h(τ) (β + H(τ))^-(s+1) dτ over τ from the last sign of life to T.
 * The last sign of life is the last order at `tx`, or `aliveAt` if that is later.
 *
 * *Source:* Fader and Hardie, 2005, "A note on deriving the Pareto/NBD model"; for the clock see
 * `makeDropoutClock`.
 */
export function timingLikelihood(
  r: number,
  alpha: number,
  s: number,
  beta: number,
  x: number,
  tx: number,
  T: number,
  aliveAt: number,
  clock: DropoutClock | null,
  withGradient: boolean,
  out: TimingLikelihood,
): TimingLikelihood {
  const k = r + x;
  const used = operationalTime(clock, T);
  const lnAlphaT = ln(alpha + T);
  const lnUsedShare = ln1p(used / beta);
  out.lnAlive = -k * lnAlphaT - s * lnUsedShare;
  if (withGradient) {
    out.aliveGradient[0] = -lnAlphaT;
    out.aliveGradient[1] = -k / (alpha + T);
    out.aliveGradient[2] = -lnUsedShare;
    out.aliveGradient[3] = (s * used) / (beta * (beta + used));
  }

  const from = Math.max(tx, aliveAt);
  if (clock === null) {
    integrateOverDeathTime(k, alpha, s + 1, beta, from, T, withGradient, integral);
    const lnBeta = ln(beta);
    out.lnDead = ln(s) + s * lnBeta + integral.lnValue;
    if (withGradient) {
      out.deadGradient[0] = integral.dExponentK;
      out.deadGradient[1] = integral.dAlpha;
      out.deadGradient[2] = 1 / s + lnBeta + integral.dExponentM;
      out.deadGradient[3] = s / beta + integral.dB;
    }
  } else {
    addPeriods(k, alpha, s, beta, from, T, clock, withGradient, out);
  }
  return out;
}

// Within a period of constant multiplier h the term is s β^s h^-s ∫ (α + τ)^-k (B + τ)^-(s+1) dτ with
// B = (β + H(begin)) / h - begin: the same integral with another B. The periods' terms are added in logarithms.
function addPeriods(
  k: number,
  alpha: number,
  s: number,
  beta: number,
  from: number,
  to: number,
  clock: DropoutClock,
  withGradient: boolean,
  out: TimingLikelihood,
): void {
  const lnBeta = ln(beta);
  out.lnDead = -Infinity;
  out.deadGradient.fill(0);
  let begin = from;
  for (let period = periodAt(clock, from); begin < to; period++) {
    const isLast = period === clock.ends.length - 1;
    const end = isLast ? to : Math.min(to, clock.ends[period]);
    const multiplier = clock.multipliers[period];
    if (multiplier > NO_HAZARD) {
      const b = (beta + operationalTime(clock, begin)) / multiplier - begin;
      integrateOverDeathTime(k, alpha, s + 1, b, begin, end, withGradient, integral);
      const lnMultiplier = ln(multiplier);
      const lnTerm = ln(s) + s * (lnBeta - lnMultiplier) + integral.lnValue;
      const larger = Math.max(out.lnDead, lnTerm);
      const total = larger + ln(exp(out.lnDead - larger) + exp(lnTerm - larger));
      const share = exp(lnTerm - total);
      out.lnDead = total;
      if (withGradient) {
        out.deadGradient[0] += share * (integral.dExponentK - out.deadGradient[0]);
        out.deadGradient[1] += share * (integral.dAlpha - out.deadGradient[1]);
        out.deadGradient[2] += share * (1 / s + lnBeta - lnMultiplier + integral.dExponentM - out.deadGradient[2]);
        out.deadGradient[3] += share * (s / beta + integral.dB / multiplier - out.deadGradient[3]);
      }
    }
    begin = end;
  }
}
