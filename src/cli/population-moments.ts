import seedrandom from 'seedrandom';
import { topShare } from '../marketing-science/concentration/concentration.ts';
import { simulateGammaGamma, simulateParetoNbd } from '../marketing-science/simulation/simulate-pareto-nbd.ts';
import type { Figures, ScienceCase } from './science-case.ts';

const SEED = 'clientele science';
const DEVIATIONS = 4;
const SMALLEST_SHARE_TOLERANCE = 0.02;

/**
 * Simulates the customers of a `simulation.population_moments` case and compares their moments with the closed forms.
 *
 * Each statistic must lie within four of its own standard errors; a top share within four of the given ones or .02,
 * whichever is larger. The random numbers are those of one fixed seed, so that the answer is always the same.
 */
export function seededPopulationMoments(
  reference: Pick<ScienceCase, 'id' | 'in' | 'out'>,
): Readonly<{ passed: boolean; got: Figures | null; tolerance: string }> {
  const given = reference.in as Readonly<Record<string, number>>;
  const expected = reference.out as Readonly<Record<string, number>>;
  const { r, alpha, s, beta, p, q, gamma, t, delta, N } = given;
  const tolerance = `${DEVIATIONS} standard errors at N = ${N}; top shares ${SMALLEST_SHARE_TOLERANCE} or more`;
  if (![r, alpha, s, beta, p, q, gamma, t, delta, N].every((value) => value > 0)) {
    return { passed: false, got: null, tolerance };
  }
  const uniform = seedrandom(`${SEED} ${reference.id}`);
  const customers = simulateParetoNbd({ r, alpha, s, beta }, new Float64Array(N).fill(t), uniform);
  const { trueMeanSpend } = simulateGammaGamma({ p, q, gamma }, customers.x, uniform);
  const residualValue = customers.trueLambda.map(
    (lambda, index) => (lambda * trueMeanSpend[index]) / (customers.trueMu[index] + delta),
  );
  const orders = momentsOf(customers.x);
  const spend = momentsOf(trueMeanSpend);
  const shareAlive = customers.trueLifetime.filter((lifetime) => lifetime > t).length / N;
  const shareZero = customers.x.filter((x) => x === 0).length / N;
  const topValue = topShare(residualValue, 0.2);
  const shareTolerance = Math.max(DEVIATIONS * expected.top20_share_sd_at_N, SMALLEST_SHARE_TOLERANCE);
  const rows: readonly (readonly [string, number, number])[] = [
    ['mean_transactions', orders.mean, DEVIATIONS * expected.sd_of_mean_transactions_at_N],
    ['var_transactions', orders.variance, DEVIATIONS * orders.errorOfVariance],
    ['share_alive_at_t', shareAlive, DEVIATIONS * errorOfShare(expected.share_alive_at_t, N)],
    ['share_zero_repeat', shareZero, DEVIATIONS * errorOfShare(expected.share_zero_repeat, N)],
    ['mean_spend', spend.mean, DEVIATIONS * Math.sqrt(spend.variance / N)],
    [
      'sd_of_mean_transactions_at_N',
      Math.sqrt(orders.variance / N),
      (DEVIATIONS * orders.errorOfVariance) / (2 * Math.sqrt(orders.variance * N)),
    ],
    ['top20_share_of_residual_value', topValue, shareTolerance],
    ['top20_share_mean_at_N', topValue, shareTolerance],
    ['top20_share_of_lambda', topShare(customers.trueLambda, 0.2), SMALLEST_SHARE_TOLERANCE],
  ];
  return {
    passed: rows.every(([key, value, allowed]) => Math.abs(value - expected[key]) <= allowed),
    got: Object.fromEntries(rows.map(([key, value]) => [key, value])),
    tolerance,
  };
}

function momentsOf(values: Float64Array): { mean: number; variance: number; errorOfVariance: number } {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  let second = 0;
  let fourth = 0;
  for (const value of values) {
    const square = (value - mean) * (value - mean);
    second += square / count;
    fourth += (square * square) / count;
  }
  return { mean, variance: second, errorOfVariance: Math.sqrt((fourth - second * second) / count) };
}

function errorOfShare(share: number, count: number): number {
  return Math.sqrt((share * (1 - share)) / count);
}
