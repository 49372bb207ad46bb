import { exp } from '../../engine/math/exp.ts';
import { ln } from '../../engine/math/ln.ts';

/** A source of random numbers uniform in (0, 1), for example of seedrandom. Each call gives the next one. */
export type UniformSource = () => number;

/** A draw from the exponential distribution with mean 1. */
export function exponentialVariate(uniform: UniformSource): number {
  return -ln(1 - uniform());
}

/**
 * A draw from Gamma(shape, rate 1), any shape > 0.
 *
 * *Source:* Marsaglia and Tsang, 2000, "A simple method for generating gamma variables", with the boost of their
 * section 6 for shapes below 1.
 */
export function gammaVariate(shape: number, uniform: UniformSource): number {
  if (shape < 1) {
    return gammaVariate(shape + 1, uniform) * exp(-exponentialVariate(uniform) / shape);
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = normalVariate(uniform);
    const root = 1 + c * normal;
    if (root > 0) {
      const cube = root * root * root;
      if (ln(1 - uniform()) < 0.5 * normal * normal + d - d * cube + d * ln(cube)) {
        return d * cube;
      }
    }
  }
}

// Marsaglia's polar method; the second of its pair is given up so that a draw keeps no state.
function normalVariate(uniform: UniformSource): number {
  for (;;) {
    const u = 2 * uniform() - 1;
    const v = 2 * uniform() - 1;
    const square = u * u + v * v;
    if (square > 0 && square < 1) {
      return u * Math.sqrt((-2 * ln(square)) / square);
    }
  }
}
