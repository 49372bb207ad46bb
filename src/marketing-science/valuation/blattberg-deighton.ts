import { exp } from '../../engine/math/exp.ts';
import { expm1 } from '../../engine/math/expm1.ts';
import { ln } from '../../engine/math/ln.ts';
import { ln1p } from '../../engine/math/ln1p.ts';
import { rootOfFalling } from './root-of-falling.ts';

/**
 * How a rate answers to spending: rate = floor + (ceiling - floor)(1 - e^(-k · spend)). 0 ≤ floor < ceiling ≤ 1; `k`
 * per unit of money, positive.
 */
export type ResponseCurve = Readonly<{ floor: number; ceiling: number; k: number }>;

/** The best spending on acquisition and retention, and what it brings; money per prospect or per customer and year. */
export type AcquisitionRetentionOptimum = Readonly<{
  retentionSpend: number;
  retentionRate: number;
  lifetimeValue: number;
  acquisitionSpend: number;
  acquisitionRate: number;
  equityPerProspect: number;
}>;

/**
 * Response curve through the manager's two judgements: the ceiling (the rate reached at unlimited spend) and the rate
 * reached at today's spend; floor 0.
 *
 * 0 < rateNow < ceiling and spendNow > 0; otherwise RangeError.
 *
 * *Source:* Blattberg and Deighton, 1996, "Manage marketing by the customer equity test", decision calculus.
 */
export function responseCurveFromJudgement(spendNow: number, rateNow: number, ceiling: number): ResponseCurve {
  if (!(spendNow > 0 && rateNow > 0 && rateNow < ceiling)) {
    throw new RangeError('A response curve needs spend now > 0 and 0 < rate now < ceiling');
  }
  return { floor: 0, ceiling, k: -ln1p(-rateNow / ceiling) / spendNow };
}

/** Rate that a response curve gives at a spend from 0. */
export function responseRate(curve: ResponseCurve, spend: number): number {
  return curve.floor - (curve.ceiling - curve.floor) * expm1(-curve.k * spend);
}

/**
 * Spending per prospect on acquisition and per customer on retention that maximises customer equity.
 *
 * With retention r(R), yearly margin m and discount rate d: CLV(R) = (m(1 + d) - R) / (1 + d - r(R)), R spent while the
 * customer stays; equity per prospect = a(A) · CLV - A. The optimum R makes CLV largest whatever A is, then A has a
 * closed form; both are unique. Corners are found: 0 where the first unit of money does not pay.
 *
 * *Source:* Blattberg and Deighton, 1996, ibid.; the form with retention cost from Berger and Nasr Bechwati, 2001, "The
 * allocation of promotion budget to maximize customer equity".
 */
export function blattbergDeightonOptimum(
  margin: number,
  discount: number,
  acquisition: ResponseCurve,
  retention: ResponseCurve,
): AcquisitionRetentionOptimum {
  const first = margin * (1 + discount);
  const retentionRange = retention.ceiling - retention.floor;
  // Numerator of dCLV/dR. It falls in R wherever R is below the margin, so there is one root at most.
  const retentionSpend = rootOfFalling(
    (spend) =>
      (first - spend) * retentionRange * retention.k * exp(-retention.k * spend) -
      (1 + discount - responseRate(retention, spend)),
    0,
    Math.max(0, first),
  );
  const retentionRate = responseRate(retention, retentionSpend);
  const lifetimeValue = (first - retentionSpend) / (1 + discount - retentionRate);
  const firstReturn = (acquisition.ceiling - acquisition.floor) * acquisition.k * lifetimeValue;
  const acquisitionSpend = firstReturn > 1 ? ln(firstReturn) / acquisition.k : 0;
  const acquisitionRate = responseRate(acquisition, acquisitionSpend);
  return {
    retentionSpend,
    retentionRate,
    lifetimeValue,
    acquisitionSpend,
    acquisitionRate,
    equityPerProspect: acquisitionRate * lifetimeValue - acquisitionSpend,
  };
}
