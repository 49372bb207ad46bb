import type { DropoutClock } from '../pareto-nbd/dropout-clock.ts';
import type { ParetoNbdParameters } from '../pareto-nbd/parameters.ts';
import { exponentialVariate, gammaVariate, type UniformSource } from './variates.ts';

/** Simulated customers as columns: what a firm would see (`x`, `tx`, `T`) and what it would not. */
export type SimulatedCustomers = Readonly<{
  x: Float64Array;
  tx: Float64Array;
  T: Float64Array;
  trueLambda: Float64Array;
  trueMu: Float64Array;
  /** Age at which the customer leaves. */
  trueLifetime: Float64Array;
}>;

/**
 * New customers under the Pareto/NBD, each observed for the time given in `observed`. With a `clock` their hazards are
 * multiplied by it.
 *
 * *Draws:* all from `uniform`, in order: λ, µ, lifetime and the times between orders of one customer after the other.
 */
export function simulateParetoNbd(
  parameters: ParetoNbdParameters,
  observed: ArrayLike<number>,
  uniform: UniformSource,
  clockOf: (customer: number) => DropoutClock | null = () => null,
): SimulatedCustomers {
  const { r, alpha, s, beta } = parameters;
  const count = observed.length;
  const result = {
    x: new Float64Array(count),
    tx: new Float64Array(count),
    T: Float64Array.from(observed),
    trueLambda: new Float64Array(count),
    trueMu: new Float64Array(count),
    trueLifetime: new Float64Array(count),
  };
  for (let customer = 0; customer < count; customer++) {
    const lambda = gammaVariate(r, uniform) / alpha;
    const mu = gammaVariate(s, uniform) / beta;
    const lifetime = ageAt(clockOf(customer), exponentialVariate(uniform) / mu);
    const end = Math.min(lifetime, observed[customer]);
    let time = exponentialVariate(uniform) / lambda;
    while (time <= end) {
      result.x[customer]++;
      result.tx[customer] = time;
      time += exponentialVariate(uniform) / lambda;
    }
    result.trueLambda[customer] = lambda;
    result.trueMu[customer] = mu;
    result.trueLifetime[customer] = lifetime;
  }
  return result;
}

/**
 * Mean values of `orders[i]` orders of each customer under the Gamma-Gamma, 0 where there is none, and the customers'
 * true mean values.
 */
export function simulateGammaGamma(
  parameters: Readonly<{ p: number; q: number; gamma: number }>,
  orders: ArrayLike<number>,
  uniform: UniformSource,
): { zbar: Float64Array; trueMeanSpend: Float64Array } {
  const { p, q, gamma } = parameters;
  const zbar = new Float64Array(orders.length);
  const trueMeanSpend = new Float64Array(orders.length);
  for (let customer = 0; customer < orders.length; customer++) {
    const nu = gammaVariate(q, uniform) / gamma;
    trueMeanSpend[customer] = p / nu;
    // The sum of x order values of shape p is one Gamma of shape p·x.
    zbar[customer] = orders[customer] > 0 ? gammaVariate(p * orders[customer], uniform) / (nu * orders[customer]) : 0;
  }
  return { zbar, trueMeanSpend };
}

function ageAt(clock: DropoutClock | null, operationalAge: number): number {
  if (clock === null) {
    return operationalAge;
  }
  const { ends, multipliers, elapsed } = clock;
  let period = 0;
  while (period < ends.length - 1 && elapsed[period] < operationalAge) {
    period++;
  }
  const begin = period === 0 ? 0 : ends[period - 1];
  const before = period === 0 ? 0 : elapsed[period - 1];
  return multipliers[period] === 0 ? Infinity : begin + (operationalAge - before) / multipliers[period];
}
