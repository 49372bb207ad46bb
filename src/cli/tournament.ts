import { openFirm } from '../engine/index.ts';
import { POLICIES } from '../policies/all-policies.ts';
import { statusQuo } from '../policies/fixed-shares.ts';
import { worthOfPolicy } from '../policies/play-policy.ts';
import { parseOptions, policyNamed, required, scenarioNamed, wholeNumber } from './arguments.ts';
import { type Command, UsageError } from './command.ts';
import { mean, money, table } from './print.ts';

const OPTIONS = {
  scenario: { type: 'string' },
  seeds: { type: 'string' },
  'seed-base': { type: 'string', default: 'tournament' },
  policies: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const tournamentCommand: Command = {
  name: 'tournament',
  summary: 'plays policies against each other on the same seeds',
  help: `Plays named policies on the same seeds and prints their true firm values.

Usage: clientele tournament --scenario ID --seeds N [--seed-base TEXT] [--policies a,b,…] [--json]

  --seeds N         how many seeds: TEXT-1 … TEXT-N
  --seed-base TEXT  the TEXT of the seeds (default: tournament)
  --policies a,b,…  which policies (default: all)
  --json            print {scenario, seeds, policies: [{policy, firmValues, meanFirmValue, meanIndex}]},
                    firm values in cents, in the order of the seeds

The index is 100 × firm value / firm value of ${statusQuo.name} on the same seed.
Policies: ${POLICIES.map(({ name }) => name).join(', ')}.`,
  run(args) {
    const { values } = parseOptions(args, OPTIONS, 0);
    const scenario = scenarioNamed(required(values.scenario, '--scenario'));
    const count = wholeNumber(required(values.seeds, '--seeds'), '--seeds', 1, 100_000);
    const policies =
      values.policies === undefined ? POLICIES : values.policies.split(',').map((name) => policyNamed(name.trim()));
    if (new Set(policies).size < policies.length) throw new UsageError('--policies names a policy twice');
    const seeds = Array.from({ length: count }, (_, index) => `${values['seed-base']}-${index + 1}`);
    const firmValues = policies.map(() => [] as number[]);
    const indices = policies.map(() => [] as number[]);
    for (const seed of seeds) {
      const opened = openFirm(scenario, seed);
      const shadow = worthOfPolicy(statusQuo, opened);
      policies.forEach((policy, p) => {
        const value = policy === statusQuo ? shadow : worthOfPolicy(policy, opened);
        firmValues[p].push(value);
        indices[p].push((100 * value) / shadow);
      });
    }
    const results = policies.map((policy, p) => ({
      policy: policy.name,
      firmValues: firmValues[p],
      indices: indices[p],
      meanFirmValue: mean(firmValues[p]),
      meanIndex: mean(indices[p]),
    }));
    if (values.json) {
      console.log(JSON.stringify({ scenario: scenario.id, seeds, policies: results }, null, 2));
    } else {
      const ranked = results.toSorted((a, b) => b.meanIndex - a.meanIndex);
      const rows = ranked.map(({ policy, meanFirmValue, meanIndex, indices: own }) => [
        policy,
        money(meanFirmValue),
        meanIndex.toFixed(1),
        deviation(own).toFixed(2),
      ]);
      console.log(`${scenario.id}, ${count} seeds from ${seeds[0]}`);
      console.log(table(['policy', 'mean firm value', 'index', 'sd'], rows));
    }
    return 0;
  },
};

function deviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}
