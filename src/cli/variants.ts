import { writeFileSync } from 'node:fs';
import { firmName } from '../content/firm-name.ts';
import { type Scenario, scenarioHash } from '../engine/index.ts';
import { CHECKED_VARIANTS, type CheckedVariants } from '../scenarios/checked-variants.ts';
import { SCENARIOS } from '../scenarios/originals.ts';
import { variantOf } from '../scenarios/variant.ts';
import { parseOptions, required, wholeNumber } from './arguments.ts';
import { type Command, UsageError } from './command.ts';
import { allProcesses, type JobPool, openJobPool } from './pool/job-pool.ts';
import { table } from './print.ts';
import { BAND, type Difficulty, faultsOf, measureDifficulty, namedIndices } from './variants/difficulty.ts';

const OPTIONS = {
  scenario: { type: 'string' },
  count: { type: 'string' },
  from: { type: 'string', default: '1' },
  seeds: { type: 'string', default: '6' },
  'seed-base': { type: 'string', default: 'variants' },
  customers: { type: 'string', default: '5000' },
  evaluations: { type: 'string', default: '300' },
  processes: { type: 'string' },
  write: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const MOST_DRAWS = 40;

export const variantsCommand: Command = {
  name: 'variants',
  summary: 'draws a scenario anew and checks that each variant is as hard as the original',
  help: `Makes variants of a scenario: draws anew which classes of customers are worth most and which respond, how many there are, what each lever does and
what money is worth. Checks that a variant is as hard as the original: mass-acquisition, uniform, customer-centric and the best plan
that a short search finds must reach the original's index within ${BAND.massAcquisition}, ${BAND.uniform}, ${BAND.customerCentric} and ${BAND.best} points, in the same order; and
the best plan for the original must lose a point against the variant's own. A number whose first draw fails is drawn again, at most
${MOST_DRAWS} times; a number that has been checked before keeps its draw and is checked again.

Usage: clientele variants --scenario ID --count N [--from K] [--seeds N] [--seed-base TEXT] [--customers N]
                          [--evaluations N] [--processes N] [--write FILE] [--json]

  --count N         variants ID-vK … ID-v(K+N-1)
  --from K          the first number (default: 1)
  --seeds N         seeds that indices are taken over (default: 6)
  --customers N     size of the firm in the check (default: 5000)
  --evaluations N   plans valued in the search for the best one (default: 300)
  --write FILE      note which draw of each number passed; the game offers what stands in src/scenarios/checked-variants.json
  --json            print {original, band, variants: [{id, name, hash, draw, difficulty, faults, pass}]}

A game on a checked variant: clientele play --scenario harbour-v7 … Exit code 0 only if all variants pass.`,
  async run(args) {
    const { values } = parseOptions(args, OPTIONS, 0);
    const id = required(values.scenario, '--scenario');
    const original = SCENARIOS.find((scenario) => scenario.id === id);
    if (!original)
      throw new UsageError(`no scenario '${id}' to draw anew; there is: ${SCENARIOS.map((one) => one.id).join(', ')}`);
    const count = wholeNumber(required(values.count, '--count'), '--count', 1, 1_000);
    const from = wholeNumber(values.from, '--from', 1, 9_000);
    const seedCount = wholeNumber(values.seeds, '--seeds', 2, 1_000);
    const processes =
      values.processes === undefined ? allProcesses : wholeNumber(values.processes, '--processes', 1, 64);
    const asked = {
      seeds: Array.from({ length: seedCount }, (_, n) => `${values['seed-base']}-${n + 1}`),
      customers: wholeNumber(values.customers, '--customers', 500, 200_000),
      evaluations: wholeNumber(values.evaluations, '--evaluations', 0, 100_000),
    };
    const pool = openJobPool(processes);
    try {
      const hard = await measureDifficulty(pool, { scenario: original, ...asked });
      const variants: CheckedVariant[] = [];
      for (let number = from; number < from + count; number++) {
        variants.push(await makeVariant(pool, original, number, hard, asked));
        if (!values.json) process.stderr.write(`${variants[variants.length - 1].id}\n`);
      }
      if (values.write !== undefined) writeDraws(values.write, original.id, variants);
      const failed = variants.filter(({ pass }) => !pass).length;
      console.log(
        values.json
          ? JSON.stringify({ original: hard, band: BAND, variants }, null, 2)
          : describe(original, hard, variants),
      );
      return failed === 0 ? 0 : 1;
    } finally {
      pool.close();
    }
  },
};

type CheckedVariant = {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly hash: string;
  readonly insightPrices: readonly number[];
  readonly draw: number;
  readonly difficulty: Difficulty;
  readonly faults: readonly string[];
  readonly pass: boolean;
};

type Asked = { readonly seeds: readonly string[]; readonly customers: number; readonly evaluations: number };

/** The draw that the game offers, or of a number not yet checked the first that is as hard as the original. */
async function makeVariant(
  pool: JobPool,
  original: Scenario,
  number: number,
  hard: Difficulty,
  asked: Asked,
): Promise<CheckedVariant> {
  const known = CHECKED_VARIANTS[original.id]?.[number];
  for (let draw = known?.draw ?? 0; ; draw++) {
    const scenario = variantOf(original, number, draw);
    const last = known !== undefined || draw === MOST_DRAWS - 1;
    if (!last && faultsOf(await namedIndices(pool, { scenario, ...asked }), hard).length > 0) continue;
    const difficulty = await measureDifficulty(pool, { scenario, ...asked });
    const faults = faultsOf(difficulty, hard);
    if (faults.length > 0 && !last) continue;
    const { id } = scenario;
    return {
      id,
      name: firmName(scenario.id),
      number,
      hash: scenarioHash(scenario),
      insightPrices: scenario.insight.prices,
      draw,
      difficulty,
      faults,
      pass: faults.length === 0,
    };
  }
}

/** The numbers that passed now take their draws; what was written before for others stays. */
function writeDraws(path: string, id: string, variants: readonly CheckedVariant[]): void {
  const passed = variants
    .filter(({ pass }) => pass)
    .map(({ number, draw, hash, insightPrices }) => [number, { draw, hash, insightPrices }] as const);
  const written: CheckedVariants = {
    ...CHECKED_VARIANTS,
    [id]: { ...CHECKED_VARIANTS[id], ...Object.fromEntries(passed) },
  };
  try {
    writeFileSync(path, `${JSON.stringify(written, null, 2)}\n`);
  } catch (error) {
    throw new UsageError(`cannot write '${path}': ${(error as Error).message}`);
  }
}

function describe(original: Scenario, hard: Difficulty, variants: readonly CheckedVariant[]): string {
  const row = ({ massAcquisition, uniform, customerCentric, best, recipe }: Difficulty) =>
    [massAcquisition, uniform, customerCentric, best, recipe].map((index) => index.toFixed(1));
  const header = ['scenario', 'mass acq.', 'uniform', 'customer-c.', 'best', 'old recipe', 'draw', ''];
  return table(header, [
    [original.id, ...row(hard), '', ''],
    ...variants.map(({ id, difficulty, draw, faults, pass }) => [
      id,
      ...row(difficulty),
      String(draw),
      pass ? 'pass' : faults.join(', '),
    ]),
  ]);
}
