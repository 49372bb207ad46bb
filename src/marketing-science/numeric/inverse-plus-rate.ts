import { exp } from '../../engine/math/exp.ts';
import { ln1p } from '../../engine/math/ln1p.ts';
import { gaussLegendre } from './gauss-legendre.ts';

const RULE = gaussLegendre(24);
const WIDEST_PANEL = 2.5;
const NEGLIGIBLE = 44;

/**
 * Expected value of 1 / (µ + delta) for a rate µ ~ Gamma(shape, rate): the present value, at continuous discount rate
 * delta, of one unit of money a unit of time for as long as a customer with unknown dropout rate µ stays.
 *
 * `shape`, `rate` positive, delta ≥ 0. Without discounting it is rate / (shape - 1) and infinite for shape ≤ 1. Equal
 * to rate · e^z E_shape(z) with z = delta · rate (E the generalised exponential integral), to rate^shape
 * delta^(shape-1) Ψ(shape, shape; z) in Tricomi's function. Relative error below 1e-12.
 *
 * Method: ∫ e^(-z v) (1 + v)^-shape dv over v ≥ 0 with 1 + v = e^y, in panels of Gauss-Legendre; no branch at
 * whole-numbered shapes, unlike the series.
 *
 * *Source:* Fader, Hardie and Lee, 2005, "RFM and CLV", equation 2 and appendix (DERT); NIST Handbook 8.19.4.
 */
export function meanOfInversePlusRate(shape: number, rate: number, delta: number): number {
  if (delta === 0) {
    return shape > 1 ? rate / (shape - 1) : Infinity;
  }
  const z = delta * rate;
  // Where e^(-z v) or (1 + v)^-(shape - 1) alone has fallen out of sight.
  let end = ln1p(NEGLIGIBLE / z);
  if (shape > 1) {
    end = Math.min(end, NEGLIGIBLE / (shape - 1));
  }
  const panels = Math.ceil(end / WIDEST_PANEL);
  const half = (0.5 * end) / panels;
  const { nodes, weights } = RULE;
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    const middle = (2 * panel + 1) * half;
    for (let index = 0; index < nodes.length; index++) {
      const y = middle + half * nodes[index];
      sum += weights[index] * exp(z - z * exp(y) + (1 - shape) * y);
    }
  }
  return rate * half * sum;
}
