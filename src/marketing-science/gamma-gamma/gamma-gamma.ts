import { ln } from '../../engine/math/ln.ts';
import { lnGamma } from '../../engine/math/ln-gamma.ts';
import { ln1p } from '../../engine/math/ln1p.ts';

/**
 * Parameters of the Gamma-Gamma model of spend. Order values of a customer ~ Gamma(shape p, rate ν), ν ~ Gamma(shape q,
 * rate gamma), independent of how often the customer buys; all positive. gamma is in money.
 */
export type GammaGammaParameters = Readonly<{ p: number; q: number; gamma: number }>;

/**
 * Natural logarithm of the density of a customer's mean order value zbar > 0 over x ≥ 1 orders.
 *
 * *Source:* Fader and Hardie, 2013, "The Gamma-Gamma model of monetary value", equation 1a.
 */
export function gammaGammaLogLikelihood(parameters: GammaGammaParameters, x: number, zbar: number): number {
  const { p, q, gamma } = parameters;
  const spent = x * zbar;
  return (
    lnGamma(p * x + q) - lnGamma(p * x) - lnGamma(q) - q * ln1p(spent / gamma) - p * x * ln1p(gamma / spent) - ln(zbar)
  );
}

/**
 * Expected mean order value of a customer with mean zbar over x orders; the population mean for x = 0. Infinite when px
 * + q ≤ 1 (the mean does not exist).
 *
 * *Source:* Fader and Hardie, 2013, ibid.
 */
export function gammaGammaConditionalMeanSpend(parameters: GammaGammaParameters, x: number, zbar: number): number {
  const { p, q, gamma } = parameters;
  const denominator = p * x + q - 1;
  return denominator > 0 ? (p * (gamma + x * zbar)) / denominator : Infinity;
}

/**
 * Mean order value over the population, p · gamma / (q - 1); infinite for q ≤ 1.
 *
 * *Source:* Fader and Hardie, 2013, ibid.
 */
export function gammaGammaPopulationMeanSpend(parameters: GammaGammaParameters): number {
  return gammaGammaConditionalMeanSpend(parameters, 0, 0);
}
