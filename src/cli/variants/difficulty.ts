import type { Scenario } from '../../engine/index.ts';
import { nearOracleConstant, nearOracleRules } from '../../policies/near-oracle.ts';
import { resized } from '../../scenarios/resized.ts';
import type { JobPool } from '../pool/job-pool.ts';
import { meanIndices, searchPlan } from '../tuning/search-plans.ts';

/** How hard a scenario is: what known ways of playing reach, as mean indices (the status quo is 100). */
export type Difficulty = {
  readonly massAcquisition: number;
  readonly uniform: number;
  readonly customerCentric: number;
  /** Of the best plan that a short search finds. */
  readonly best: number;
  /** Of the near-oracle's plan for the original: last year's recipe. */
  readonly recipe: number;
};

/** How far a variant may lie from its original, in index points. */
export const BAND: Readonly<Record<'massAcquisition' | 'uniform' | 'customerCentric' | 'best', number>> = {
  massAcquisition: 3,
  uniform: 2,
  customerCentric: 2.5,
  best: 3,
};

/** The order that must hold, and the least that must lie between its members, in index points. */
const SMALLEST_STEPS = { massAcquisition: 5, uniform: 0.5, customerCentric: 3, best: 3 };

/** What last year's recipe must lose against the best plan, in index points. */
const SMALLEST_LOSS_OF_RECIPE = 1;

export type DifficultyAsked = {
  readonly scenario: Scenario;
  readonly seeds: readonly string[];
  readonly customers: number;
  /** Plans valued in the search for the best one. */
  readonly evaluations: number;
};

const NAMES = ['mass-acquisition', 'uniform', 'customer-centric'];
const WIDTH = 0.5;

/** What named policies reach: quick, and enough to turn most draws down. */
export async function namedIndices(pool: JobPool, { scenario, seeds, customers }: DifficultyAsked) {
  const sized = resized(scenario, customers);
  const bySeed = await pool.run(
    'valuePolicies',
    seeds.map((seed) => ({ scenario: sized, seed, names: NAMES })),
  );
  const [massAcquisition, uniform, customerCentric] = NAMES.map(
    (_, k) => bySeed.reduce((sum, indices) => sum + indices[k], 0) / seeds.length,
  );
  return { massAcquisition, uniform, customerCentric };
}

/** Everything, with a search for the best plan on seeds of its own. */
export async function measureDifficulty(pool: JobPool, asked: DifficultyAsked): Promise<Difficulty> {
  const { scenario, seeds, customers, evaluations } = asked;
  const sized = resized(scenario, customers);
  const found = await searchPlan(pool, {
    scenario: sized,
    seeds: seeds.slice(0, 3).map((seed) => `${seed}-search`),
    start: [nearOracleConstant],
    width: WIDTH,
    evaluations,
    seed: scenario.id,
  });
  const [best, recipe] = await meanIndices(pool, sized, seeds, [found.plan, nearOracleRules(scenario.rounds)]);
  return { ...(await namedIndices(pool, asked)), best: Math.max(best, recipe), recipe };
}

/** What keeps a variant from being as hard as the original, and new; empty when nothing does. */
export function faultsOf(variant: Partial<Difficulty>, original: Difficulty): readonly string[] {
  const faults: string[] = [];
  for (const key of Object.keys(BAND) as (keyof typeof BAND)[]) {
    const value = variant[key];
    if (value === undefined) continue;
    const gap = value - original[key];
    if (Math.abs(gap) > BAND[key]) faults.push(`${key} ${gap > 0 ? '+' : ''}${gap.toFixed(1)}`);
  }
  const steps = [
    ['massAcquisition', 100 - (variant.massAcquisition ?? 0)],
    ['uniform', (variant.uniform ?? 0) - 100],
    ['customerCentric', (variant.customerCentric ?? 0) - (variant.uniform ?? 0)],
    ['best', (variant.best ?? Number.POSITIVE_INFINITY) - (variant.customerCentric ?? 0)],
  ] as const;
  for (const [key, step] of steps) if (step < SMALLEST_STEPS[key]) faults.push(`${key} too close`);
  const { best, recipe } = variant;
  if (best !== undefined && recipe !== undefined && best - recipe < SMALLEST_LOSS_OF_RECIPE)
    faults.push('old recipe too good');
  return faults;
}
