import type { Scenario, ShareRule } from '../../engine/index.ts';
import { startSearch } from '../../policies/tuning/cma-es.ts';
import { genesOf, planOf } from '../../policies/tuning/plan-genes.ts';
import type { JobPool } from '../pool/job-pool.ts';

export type PlanSearch = {
  readonly scenario: Scenario;
  /** Training seeds: the same ones for every plan (common random numbers). */
  readonly seeds: readonly string[];
  /** Where the search starts: one rule for a plan that never changes; two for a path from the first round's to the last round's. */
  readonly start: readonly [ShareRule] | readonly [ShareRule, ShareRule];
  readonly width: number;
  /** Plans that may be valued. */
  readonly evaluations: number;
  readonly seed: string;
};

export type FoundPlan = {
  readonly plan: readonly ShareRule[];
  /** Mean index over the training seeds. */
  readonly index: number;
  readonly evaluations: number;
};

/** Mean index of each plan over the seeds. */
export async function meanIndices(
  pool: JobPool,
  scenario: Scenario,
  seeds: readonly string[],
  plans: readonly (readonly ShareRule[])[],
): Promise<readonly number[]> {
  const bySeed = await pool.run(
    'valuePlans',
    seeds.map((seed) => ({ scenario, seed, plans })),
  );
  return plans.map((_, p) => bySeed.reduce((sum, indices) => sum + indices[p], 0) / seeds.length);
}

/** Searches for the plan with the highest mean index over the training seeds. */
export async function searchPlan(
  pool: JobPool,
  { scenario, seeds, start, width, evaluations, seed }: PlanSearch,
  onGeneration?: (done: number, best: number) => void,
): Promise<FoundPlan> {
  const search = startSearch({ point: start.flatMap(genesOf), width, seed });
  const planAt = (point: readonly number[]) => planOf(point, scenario.rounds);
  let done = 0;
  while (done < evaluations) {
    const points = search.ask();
    search.tell(await meanIndices(pool, scenario, seeds, points.map(planAt)));
    done += points.length;
    onGeneration?.(done, search.best().value);
  }
  // The centre averages the luck of single points away; the best point may still be better.
  const candidates = [start.flatMap(genesOf), search.centre(), search.best().point].map(planAt);
  const indices = await meanIndices(pool, scenario, seeds, candidates);
  const best = indices.indexOf(Math.max(...indices));
  return { plan: candidates[best], index: indices[best], evaluations: done + candidates.length };
}
