import { expect } from 'vitest';
import type { Fit } from '../../../src/marketing-science/optimiser/maximum-likelihood.ts';

type Parameters = Readonly<Record<string, number>>;

/**
 * Fits one data set a seed and expects the estimates about the truth as their standard errors say: no log-estimate
 * further than 4.5 errors off, and the mean over seeds within 3.5 of its own error (a sound estimator fails by chance
 * less than once in a thousand runs; seeds are fixed).
 */
export function expectRecovery(
  truth: Parameters,
  seeds: readonly string[],
  fitOf: (seed: string) => Fit<Parameters>,
): void {
  const sums = new Map<string, number>();
  for (const seed of seeds) {
    const fit = fitOf(seed);
    expect(fit.converged, `seed ${seed}: ${fit.reason}`).toBe(true);
    Object.keys(truth).forEach((name, index) => {
      const error = Math.sqrt(fit.logCovariance?.[index][index] ?? Number.NaN);
      const z = Math.log(fit.parameters[name] / truth[name]) / error;
      expect(Math.abs(z), `seed ${seed}, ${name}: ${fit.parameters[name]} for ${truth[name]}`).toBeLessThan(4.5);
      sums.set(name, (sums.get(name) ?? 0) + z);
    });
  }
  for (const [name, sum] of sums) {
    expect(Math.abs(sum) / Math.sqrt(seeds.length), `bias of ${name}`).toBeLessThan(3.5);
  }
}

export function seedsOf(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${name} ${index + 1}`);
}
