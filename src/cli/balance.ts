import { resized } from '../scenarios/resized.ts';
import { parseOptions, required, scenarioNamed, wholeNumber } from './arguments.ts';
import type { Check } from './balance/check.ts';
import { runBalance } from './balance/run-balance.ts';
import type { Command } from './command.ts';
import { allProcesses, openJobPool } from './pool/job-pool.ts';
import { table } from './print.ts';

const OPTIONS = {
  scenario: { type: 'string' },
  seeds: { type: 'string' },
  'seed-base': { type: 'string', default: 'balance' },
  customers: { type: 'string' },
  processes: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const balanceCommand: Command = {
  name: 'balance',
  summary: 'measures whether a scenario rewards what it should',
  help: `Measures everything that must hold of a scenario's economics: what the base at the start is like (S1 to S4), which way of
playing wins and by how much (E1 to E6), that there is no trick at the end or the start (E7, E12), that every lever has its
best dose (E8, E13), that results are skill (E9), that learning pays (E10), and that size does not matter (E11).

Usage: clientele balance --scenario ID --seeds N [--seed-base TEXT] [--customers N] [--processes N] [--json]

  --seeds N         how many seeds: TEXT-1 … TEXT-N; checks that need many games take the first few of them
  --seed-base TEXT  the TEXT of the seeds (default: balance)
  --customers N     the scenario with another number of customers, everything in proportion
  --processes N     processes to work in (default: all)
  --json            print {scenario, customers, checks: [{id, what, figure, bound, pass, seeds, parts}]}

Exit code 0 only if all pass. 200 seeds take about ten minutes on two processors.`,
  async run(args) {
    const { values } = parseOptions(args, OPTIONS, 0);
    const named = scenarioNamed(required(values.scenario, '--scenario'));
    const count = wholeNumber(required(values.seeds, '--seeds'), '--seeds', 2, 100_000);
    const customers =
      values.customers === undefined ? named.customers : wholeNumber(values.customers, '--customers', 500, 500_000);
    const processes =
      values.processes === undefined ? allProcesses : wholeNumber(values.processes, '--processes', 1, 64);
    const scenario = resized(named, customers);
    const seeds = Array.from({ length: count }, (_, n) => `${values['seed-base']}-${n + 1}`);
    const pool = openJobPool(processes);
    try {
      const checks = await runBalance(pool, { scenario, seeds }, (done, of) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of} firms${done === of ? '\n' : ''}`);
      });
      const failed = checks.filter(({ pass }) => !pass).length;
      console.log(
        values.json
          ? JSON.stringify({ scenario: scenario.id, customers, checks }, null, 2)
          : [`${scenario.id}, ${customers} customers, seeds from ${seeds[0]}`, describe(checks)].join('\n'),
      );
      if (!values.json)
        console.log(failed === 0 ? `all ${checks.length} checks pass` : `${failed} of ${checks.length} checks fail`);
      return failed === 0 ? 0 : 1;
    } finally {
      pool.close();
    }
  },
};

function describe(checks: readonly Check[]): string {
  return checks
    .map(({ id, what, seeds, pass, parts }) => {
      const rows = parts.map((one) => [`  ${one.what}`, figure(one.figure), one.bound, one.pass ? 'pass' : 'FAIL']);
      const [header, ...lines] = table([`${id} ${what} (${seeds} seeds)`, '', '', pass ? 'pass' : 'FAIL'], rows).split(
        '\n',
      );
      return [header.trimEnd(), ...lines].join('\n');
    })
    .join('\n');
}

function figure(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(1) : value.toFixed(4).replace(/\.?0+$/, '');
}
