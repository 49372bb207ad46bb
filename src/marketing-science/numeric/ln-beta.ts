import { lnGamma } from '../../engine/math/ln-gamma.ts';

/**
 * Natural logarithm of the beta function B(a, b) = Γ(a)Γ(b)/Γ(a + b), for a, b > 0. In logarithms, since B itself
 * leaves the range of a double from arguments of a few hundred.
 */
export function lnBeta(a: number, b: number): number {
  return lnGamma(a) + lnGamma(b) - lnGamma(a + b);
}
