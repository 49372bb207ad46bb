import { exp } from '../../engine/math/exp.ts';
import { ln } from '../../engine/math/ln.ts';
import { lnGamma } from '../../engine/math/ln-gamma.ts';
import { ln1p } from '../../engine/math/ln1p.ts';
import { gaussLegendre } from '../numeric/gauss-legendre.ts';
import { lnAdd } from '../numeric/ln-add.ts';
import type { ParetoNbdParameters } from './parameters.ts';

const RULE = gaussLegendre(16);
const MOST_PANELS = 512;

/**
 * P(X(t) = x): probability that a new customer makes exactly x repeat orders in (0, t]; x a whole number from 0, t ≥ 0.
 *
 * Sum of "alive at t with x orders" and an integral over the time of death before t of "x orders by then", taken in
 * panels that are halved until two results agree to 1e-12.
 *
 * *Source:* Fader and Hardie, 2006, "Deriving an expression for P(X(t) = x) under the Pareto/NBD model".
 */
export function paretoNbdPmf(parameters: ParetoNbdParameters, t: number, x: number): number {
  const { r, alpha, s, beta } = parameters;
  if (t === 0) {
    return x === 0 ? 1 : 0;
  }
  const lnOrders = lnGamma(r + x) - lnGamma(r) - lnGamma(x + 1);
  const lnAlive = lnNbd(t) - s * ln1p(t / beta);

  function lnNbd(time: number): number {
    return lnOrders - r * ln1p(time / alpha) - (x === 0 ? 0 : x * ln1p(alpha / time));
  }

  // Over v = ln(1 + time / c) the integrand is smooth on the scale 1 whatever the size of t.
  const c = Math.min(alpha, beta);
  const end = ln1p(t / c);
  function lnDeadWith(panels: number): number {
    const half = (0.5 * end) / panels;
    let total = -Infinity;
    for (let panel = 0; panel < panels; panel++) {
      for (let index = 0; index < RULE.nodes.length; index++) {
        const v = half * (2 * panel + 1 + RULE.nodes[index]);
        const growth = exp(v);
        const time = c * (growth - 1);
        const lnDensity = ln(s / beta) - (s + 1) * ln1p(time / beta) + ln(c) + v;
        total = lnAdd(total, ln(half * RULE.weights[index]) + lnDensity + lnNbd(time));
      }
    }
    return total;
  }

  let result = lnAdd(lnAlive, lnDeadWith(1));
  for (let panels = 2; panels <= MOST_PANELS; panels *= 2) {
    const finer = lnAdd(lnAlive, lnDeadWith(panels));
    const isSettled = Math.abs(finer - result) < 1e-12 || (finer < -745 && result < -745);
    result = finer;
    if (isSettled) {
      break;
    }
  }
  return exp(result);
}
