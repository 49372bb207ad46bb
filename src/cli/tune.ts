import { writeFileSync } from 'node:fs';
import { byTier, LEVERS, type Scenario, type ShareRule, TIERS } from '../engine/index.ts';
import { worthOfPolicy } from '../policies/play-policy.ts';
import { mapCells, normalisedShares } from '../policies/shares-of-decision.ts';
import { customerCentric } from '../policies/value-based.ts';
import { resized } from '../scenarios/resized.ts';
import { parseOptions, required, scenarioNamed, wholeNumber } from './arguments.ts';
import { type Command, UsageError } from './command.ts';
import { allProcesses, openJobPool } from './pool/job-pool.ts';
import { table } from './print.ts';
import { openWithShadow } from './tuning/opened-firms.ts';
import { meanIndices, type PlanSearch, searchPlan } from './tuning/search-plans.ts';

const OPTIONS = {
  scenario: { type: 'string' },
  seeds: { type: 'string' },
  'seed-base': { type: 'string', default: 'tune' },
  'held-out': { type: 'string', default: '20' },
  customers: { type: 'string', default: '6000' },
  evaluations: { type: 'string', default: '1500' },
  processes: { type: 'string' },
  write: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Where searches begin: money everywhere alike, and what the firm always did. */
const EVEN: ShareRule = {
  spend: 0.8,
  acquisition: byTier(() => 1),
  retention: byTier(() => 1),
  service: byTier(() => 1),
  insight: 1,
};
const WIDE = 0.7;
const NARROW = 0.25;

export const tuneCommand: Command = {
  name: 'tune',
  summary: 'searches for the best plan on training seeds and values it on others',
  help: `Searches for the plan with the highest index: first one that stays the same in all rounds, then
one that moves from a first round's to a last round's in equal steps.

Usage: clientele tune --scenario ID --seeds N [--seed-base TEXT] [--held-out N] [--customers N]
                      [--evaluations N] [--processes N] [--write FILE] [--json]

  --seeds N         training seeds TEXT-1 … TEXT-N, the same for every plan (3 to 6 are enough)
  --seed-base TEXT  the TEXT of the seeds (default: tune); those held out are TEXT-held-out-1 …
  --held-out N      seeds that the result is reported on, at the scenario's own size (default: 20)
  --customers N     size of the firm in the search (default: 6000); the result does not depend on it
  --evaluations N   plans valued in each of the three searches (default: 1500)
  --processes N     processes to work in (default: all)
  --write FILE      write the plan as data; src/policies/near-oracle.json is the policy near-oracle
  --json            print {constant, rounds, training, heldOut}

The index is 100 × firm value / firm value of status-quo on the same seed. A search moves weights by softmax, spending and
insight together (CMA-ES).`,
  async run(args) {
    const { values } = parseOptions(args, OPTIONS, 0);
    const scenario = scenarioNamed(required(values.scenario, '--scenario'));
    const seedCount = wholeNumber(required(values.seeds, '--seeds'), '--seeds', 1, 100);
    const heldOutCount = wholeNumber(values['held-out'], '--held-out', 1, 10_000);
    const customers = wholeNumber(values.customers, '--customers', 500, 200_000);
    const evaluations = wholeNumber(values.evaluations, '--evaluations', 20, 1_000_000);
    const processes =
      values.processes === undefined ? allProcesses : wholeNumber(values.processes, '--processes', 1, 64);
    const base = values['seed-base'];
    const seeds = Array.from({ length: seedCount }, (_, n) => `${base}-${n + 1}`);
    const heldOut = Array.from({ length: heldOutCount }, (_, n) => `${base}-held-out-${n + 1}`);
    const small = resized(scenario, customers);
    const pool = openJobPool(processes);
    const say = (text: string) => process.stderr.write(`${text}\n`);
    const told = (what: string) => (done: number, best: number) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${what}: ${done} plans, best ${best.toFixed(2)} `);
    };
    try {
      const from = async (what: string, start: PlanSearch['start'], width: number) => {
        const found = await searchPlan(
          pool,
          { scenario: small, seeds, start, width, evaluations, seed: what },
          told(what),
        );
        say(`${what}: index ${found.index.toFixed(2)} after ${found.evaluations} plans`);
        return found;
      };
      const first = await from('one plan, from an even split', [EVEN], WIDE);
      const second = await from('one plan, from the status quo', [{ ...scenario.legacyPolicy }], WIDE);
      const constant = first.index > second.index ? first : second;
      const rule = constant.plan[0];
      const perRound = await from('round by round', [rule, rule], NARROW);

      const [ofConstant, ofRounds] = await meanIndices(pool, scenario, heldOut, [constant.plan, perRound.plan]);
      const named = customerCentricIndex(scenario, heldOut);
      const result = {
        scenario: scenario.id,
        command: `clientele tune ${args.filter((arg) => arg !== '--json').join(' ')}`,
        training: { seeds: seedCount, customers, constant: constant.index, rounds: perRound.index },
        heldOut: {
          seeds: heldOutCount,
          customers: scenario.customers,
          constant: ofConstant,
          rounds: ofRounds,
          customerCentric: named,
        },
        constant: rounded(rule),
        rounds: perRound.plan.map(rounded),
      };
      if (values.write !== undefined) write(values.write, result);
      console.log(values.json ? JSON.stringify(result, null, 2) : describe(result));
    } finally {
      pool.close();
    }
    return 0;
  },
};

type Tuned = {
  readonly heldOut: Readonly<Record<'seeds' | 'customers' | 'constant' | 'rounds' | 'customerCentric', number>>;
  readonly training: Readonly<Record<'seeds' | 'customers' | 'constant' | 'rounds', number>>;
  readonly constant: ShareRule;
  readonly rounds: readonly ShareRule[];
};

function customerCentricIndex(scenario: Scenario, seeds: readonly string[]): number {
  const indices = seeds.map((seed) => {
    const { opened, shadow } = openWithShadow(scenario, seed);
    return (100 * worthOfPolicy(customerCentric, opened)) / shadow;
  });
  return indices.reduce((sum, index) => sum + index, 0) / indices.length;
}

/** Percent with one decimal, and cells below that at nothing: a plan that a person can read. */
function rounded(rule: ShareRule): ShareRule {
  const percents = mapCells(normalisedShares(rule), (share) => Math.round(1000 * share) / 10);
  return { ...percents, spend: Math.round(1000 * rule.spend) / 1000 };
}

function write(path: string, result: unknown): void {
  try {
    writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
  } catch (error) {
    throw new UsageError(`cannot write '${path}': ${(error as Error).message}`);
  }
}

function describe({ heldOut, training, constant, rounds }: Tuned): string {
  const row = (name: string, rule: ShareRule) => [
    name,
    ...LEVERS.flatMap((lever) => TIERS.map((tier) => rule[lever][tier].toFixed(1))),
    (100 * rule.spend).toFixed(0),
    String(rule.insight),
  ];
  const header = [
    'percent',
    ...LEVERS.flatMap((lever) => TIERS.map((tier) => `${lever.slice(0, 3)} ${tier[0]}`)),
    'spend',
    'insight',
  ];
  return [
    table(header, [row('one plan', constant), ...rounds.map((rule, round) => row(`quarter ${round + 1}`, rule))]),
    `training (${training.seeds} seeds): one plan ${training.constant.toFixed(2)}, round by round ${training.rounds.toFixed(2)}`,
    `held out (${heldOut.seeds} seeds): one plan ${heldOut.constant.toFixed(2)}, round by round ${heldOut.rounds.toFixed(2)}, customer-centric ${heldOut.customerCentric.toFixed(2)}`,
  ].join('\n');
}
