import { digamma } from '../../engine/math/digamma.ts';
import { ln } from '../../engine/math/ln.ts';
import { lnGamma } from '../../engine/math/ln-gamma.ts';
import { groupEqualRows } from '../numeric/group-equal-rows.ts';
import { type Fit, type FitStart, failedFit, maximumLikelihood } from '../optimiser/maximum-likelihood.ts';
import { weightByCount } from '../pareto-nbd/rows.ts';
import type { GammaGammaParameters } from './gamma-gamma.ts';

const NAMES = ['p', 'q', 'gamma'] as const;

/**
 * Orders with a known value (`x`, from 0) and their mean value (`zbar`, money) of many customers, with weights (default
 * 1).
 */
export type SpendRows = Readonly<{
  x: ArrayLike<number>;
  zbar: ArrayLike<number>;
  weights?: ArrayLike<number>;
}>;

/**
 * Maximum-likelihood fit of the Gamma-Gamma model of spend, with standard errors.
 *
 * Rows with x = 0 say nothing about spend and are left out (`customers` counts those used). RangeError when x is not a
 * whole number from 0, or zbar is not positive and finite though x > 0. No usable rows give `no-data`; customers who do
 * not differ in spend make a parameter run away, and the fit says so.
 *
 * *Source:* Fader and Hardie, 2013, "The Gamma-Gamma model of monetary value", equation 1a.
 */
export function fitGammaGamma(
  rows: SpendRows,
  options: Readonly<{ start?: FitStart<GammaGammaParameters> }> = {},
): Fit<GammaGammaParameters> {
  for (let row = 0; row < rows.x.length; row++) {
    const x = rows.x[row];
    if (!(Number.isInteger(x) && x >= 0 && (x === 0 || (rows.zbar[row] > 0 && rows.zbar[row] < Infinity)))) {
      throw new RangeError(`Row ${row} is not a spend record: x ${x}, mean value ${rows.zbar[row]}`);
    }
  }
  const buyers = Array.from({ length: rows.x.length }, (_, row) => row).filter((row) => rows.x[row] > 0);
  const grouped = groupEqualRows(
    [buyers.map((row) => rows.x[row]), buyers.map((row) => rows.zbar[row])],
    rows.weights === undefined ? undefined : buyers.map((row) => rows.weights?.[row] ?? 0),
  );
  const { count, weights } = grouped;
  const [x, zbar] = grouped.columns;
  const orderCounts = weightByCount(x, weights);
  const spent = x.map((number, row) => number * zbar[row]);
  let customers = 0;
  let orders = 0;
  let revenue = 0;
  let sumLnZbar = 0;
  let sumXLnSpent = 0;
  for (let row = 0; row < count; row++) {
    customers += weights[row];
    orders += weights[row] * x[row];
    revenue += weights[row] * spent[row];
    sumLnZbar += weights[row] * ln(zbar[row]);
    sumXLnSpent += weights[row] * x[row] * ln(spent[row]);
  }
  if (!(customers > 0)) {
    return failedFit(NAMES, customers, 'no-data');
  }

  function logLikelihood(parameters: Float64Array, gradient: Float64Array): number {
    const [p, q, gamma] = parameters;
    const lnGammaRate = ln(gamma);
    let total = customers * (q * lnGammaRate - lnGamma(q)) - sumLnZbar + p * sumXLnSpent;
    let byP = sumXLnSpent;
    let byQ = customers * (lnGammaRate - digamma(q));
    let byGamma = (customers * q) / gamma;
    for (const [number, weight] of orderCounts) {
      total += weight * (lnGamma(p * number + q) - lnGamma(p * number));
      const both = digamma(p * number + q);
      byP += weight * number * (both - digamma(p * number));
      byQ += weight * both;
    }
    for (let row = 0; row < count; row++) {
      const shape = p * x[row] + q;
      const rate = gamma + spent[row];
      const lnRate = ln(rate);
      total -= weights[row] * shape * lnRate;
      byP -= weights[row] * x[row] * lnRate;
      byQ -= weights[row] * lnRate;
      byGamma -= (weights[row] * shape) / rate;
    }
    gradient[0] = byP;
    gradient[1] = byQ;
    gradient[2] = byGamma;
    return total;
  }

  const mean = revenue / orders;
  return maximumLikelihood({
    names: NAMES,
    customers,
    scales: [1, 1, mean],
    starts: [
      [4, 4],
      [1, 3],
      [15, 2],
      [0.5, 10],
    ].map(([p, q]) => [p, q, (mean * (q - 1)) / p]),
    start: options.start,
    logLikelihood,
  });
}
