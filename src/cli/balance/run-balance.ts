import type { Scenario } from '../../engine/index.ts';
import { resized } from '../../scenarios/resized.ts';
import type { JobPool } from '../pool/job-pool.ts';
import { CHECK_GROUPS } from './all-groups.ts';
import { type Check, check, type ReoptimisedRound } from './check.ts';
import type { SeedToMeasure } from './measure-seed.ts';

export type BalanceAsked = {
  readonly scenario: Scenario;
  readonly seeds: readonly string[];
  /** Groups to measure; all by default. */
  readonly groups?: readonly (typeof CHECK_GROUPS)[number][];
  /** Plans valued in each search for one round anew. */
  readonly evaluations?: number;
};

const SEARCH_CUSTOMERS = 6_000;
const SEARCH_SEEDS = ['one-round-1', 'one-round-2', 'one-round-3'];
const EVALUATIONS = 300;

/** Measures a scenario's economics on seeds and judges every check, in the order of the groups. */
export async function runBalance(
  pool: JobPool,
  { scenario, seeds, groups = CHECK_GROUPS, evaluations = EVALUATIONS }: BalanceAsked,
  onDone?: (done: number, of: number) => void,
): Promise<readonly Check[]> {
  const chosen = groups.map((group) => CHECK_GROUPS.indexOf(group));
  const reoptimised = groups.some(({ searchesRounds }) => searchesRounds)
    ? await reoptimise(pool, scenario, evaluations)
    : [];
  const jobs = jobsOf(scenario, seeds, chosen, reoptimised);
  const measured = await pool.run('measureSeed', jobs, onDone);
  const checks = chosen.flatMap((group) => {
    const measures = jobs.flatMap(({ groups: done }, job) =>
      done.includes(group) ? [measured[job][done.indexOf(group)]] : [],
    );
    return CHECK_GROUPS[group].judge(measures);
  });
  return merged(checks);
}

async function reoptimise(
  pool: JobPool,
  scenario: Scenario,
  evaluations: number,
): Promise<readonly ReoptimisedRound[]> {
  const rounds = [0, scenario.rounds - 1];
  const small = resized(scenario, SEARCH_CUSTOMERS);
  const payloads = rounds.map((round) => ({ scenario: small, seeds: SEARCH_SEEDS, round, evaluations }));
  return pool.run('reoptimiseRound', payloads);
}

/** One job a seed and size, the longest first, so that no thread is left with a large firm at the end. */
function jobsOf(
  scenario: Scenario,
  seeds: readonly string[],
  chosen: readonly number[],
  reoptimised: readonly ReoptimisedRound[],
): readonly SeedToMeasure[] {
  const sizeOf = (group: number) => CHECK_GROUPS[group].customers ?? scenario.customers;
  const sizes = [...new Set(chosen.map(sizeOf))].sort((a, b) => b - a);
  return sizes.flatMap((customers) =>
    seeds.flatMap((seed, position) => {
      const groups = chosen.filter(
        (group) => sizeOf(group) === customers && position < CHECK_GROUPS[group].seeds(seeds.length),
      );
      return groups.length > 0 ? [{ scenario, seed, groups, customers, given: { position, reoptimised } }] : [];
    }),
  );
}

/** Checks of one id from several groups become one. */
function merged(checks: readonly Check[]): readonly Check[] {
  return [...new Set(checks.map(({ id }) => id))].map((id) => {
    const same = checks.filter((one) => one.id === id);
    return check(
      id,
      same[0].what,
      Math.max(...same.map(({ seeds }) => seeds)),
      same.flatMap(({ parts }) => parts),
    );
  });
}
