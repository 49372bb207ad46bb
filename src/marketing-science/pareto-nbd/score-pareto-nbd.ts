import { exp } from '../../engine/math/exp.ts';
import { ln } from '../../engine/math/ln.ts';
import { meanOfInversePlusRate } from '../numeric/inverse-plus-rate.ts';
import { legendreInterpolant } from '../numeric/legendre-interpolant.ts';
import { operationalTime } from './dropout-clock.ts';
import { paretoNbdProbabilityAlive } from './likelihood.ts';
import type { ParetoNbdParameters } from './parameters.ts';
import { expectedLifetimeWithin } from './predictions.ts';
import { distinctHistories, type PurchaseRows } from './rows.ts';

/**
 * What the Pareto/NBD expects of each customer, one entry a row.
 *
 * - `probabilityAlive` at T
 * - `conditionalExpectedTransactions` in the `horizon` after T
 * - `discountedExpectedResidualTransactions` (DERT) at the `discountRate`
 */
export type ParetoNbdScores = Readonly<{
  probabilityAlive: Float64Array;
  conditionalExpectedTransactions: Float64Array;
  discountedExpectedResidualTransactions: Float64Array;
}>;

/**
 * Scores a whole customer base. The same numbers as `paretoNbdProbabilityAlive`,
 * `paretoNbdConditionalExpectedTransactions` and `paretoNbdDert` customer by customer, but equal histories are worked
 * on once, and so are the factors that depend on the operational time at T alone.
 *
 * `horizon` in the unit of the data, `discountRate` continuous and per unit of time, both ≥ 0. RangeError as in
 * `distinctHistories`.
 */
export function scoreParetoNbd(
  parameters: ParetoNbdParameters,
  rows: PurchaseRows,
  options: Readonly<{ horizon: number; discountRate: number }>,
): ParetoNbdScores {
  const { r, alpha, s, beta } = parameters;
  const { horizon, discountRate } = options;
  const histories = distinctHistories(rows);
  const { count, groupOfRow } = histories;
  const alive = new Float64Array(count);
  const expected = new Float64Array(count);
  const discounted = new Float64Array(count);
  const usedTime = Float64Array.from({ length: count }, (_, row) =>
    operationalTime(histories.clock[row], histories.T[row]),
  );
  const presentValue = presentValueOfRate(s, beta, discountRate, usedTime);
  for (let row = 0; row < count; row++) {
    const history = { x: histories.x[row], tx: histories.tx[row], T: histories.T[row] };
    alive[row] = paretoNbdProbabilityAlive(parameters, history, {
      clock: histories.clock[row],
      aliveAt: histories.aliveAt[row],
    });
    const orderRate = (alive[row] * (r + history.x)) / (alpha + history.T);
    expected[row] = orderRate * expectedLifetimeWithin(s, beta + usedTime[row], horizon);
    discounted[row] = orderRate * presentValue(usedTime[row]);
  }
  return {
    probabilityAlive: spread(alive, groupOfRow),
    conditionalExpectedTransactions: spread(expected, groupOfRow),
    discountedExpectedResidualTransactions: spread(discounted, groupOfRow),
  };
}

const FEW = 40;

// E[1 / (µ + δ)] given the operational time at T. It is smooth in that time: for many different times it is computed at
// a few dozen points and interpolated to rounding error, for few times it is kept.
function presentValueOfRate(s: number, beta: number, delta: number, usedTime: Float64Array): (used: number) => number {
  const known = new Map<number, number>();
  let least = Infinity;
  let most = 0;
  for (const used of usedTime) {
    if (known.size <= FEW) {
      known.set(used, 0);
    }
    least = Math.min(least, used);
    most = Math.max(most, used);
  }
  if (known.size > FEW && delta > 0) {
    const interpolant = legendreInterpolant(
      (lnRate) => ln(meanOfInversePlusRate(s, exp(lnRate), delta)),
      ln(beta + least),
      ln(beta + most),
    );
    return (used) => exp(interpolant(ln(beta + used)));
  }
  known.clear();
  return (used) => {
    const kept = known.get(used);
    if (kept !== undefined) {
      return kept;
    }
    const value = meanOfInversePlusRate(s, beta + used, delta);
    known.set(used, value);
    return value;
  };
}

function spread(values: Float64Array, groupOfRow: Int32Array): Float64Array {
  const result = new Float64Array(groupOfRow.length);
  for (let row = 0; row < result.length; row++) {
    result[row] = values[groupOfRow[row]];
  }
  return result;
}
