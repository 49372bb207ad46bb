import { writeFileSync } from 'node:fs';
import {
  type Decision,
  type Firm,
  type Level,
  newRunLog,
  observe,
  openFirm,
  playRound,
  type Refusal,
  type RoundReport,
  type RunLog,
  type Scenario,
  TIERS,
  trueFirmValue,
} from '../engine/index.ts';
import { playPolicy } from '../policies/play-policy.ts';
import { levelNamed, parseOptions, policyNamed, readJson, required, scenarioNamed, wholeNumber } from './arguments.ts';
import { type Command, UsageError } from './command.ts';
import { type Questions, reportPlay } from './play-report.ts';
import { money, table } from './print.ts';

const OPTIONS = {
  scenario: { type: 'string' },
  seed: { type: 'string' },
  policy: { type: 'string' },
  decisions: { type: 'string' },
  rounds: { type: 'string' },
  level: { type: 'string', default: 'essentials' },
  save: { type: 'string' },
  customers: { type: 'boolean' },
  customer: { type: 'string' },
  why: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const MOST_CUSTOMERS = 100_000_000;

export const playCommand: Command = {
  name: 'play',
  summary: 'plays one game by a policy or a file of decisions, and prints true values',
  help: `Plays one game and prints the true firm value after every round (the analyst's view, not the player's).

Usage: clientele play --scenario ID --seed TEXT (--policy NAME | --decisions FILE)
                      [--rounds N] [--level essentials|full] [--save RUNLOG]
                      [--json [--customers] [--customer NUMBER] [--why QUARTER]]

  --scenario ID     which scenario, such as harbour
  --seed TEXT       any text; the same text gives the same market and the same customers
  --policy NAME     a named policy plays (a wrong name lists them)
  --decisions FILE  a JSON array of decisions, one a round; or a run log, whose decisions are played
  --rounds N        stop after N rounds
  --level LEVEL     essentials (insight 0 to 2, the default) or full (insight 0 to 3)
  --save RUNLOG     write the run log to this file
  --json            print {scenario, seed, policy, engineVersion, rounds: [{round, firmValue,
                    customerEquity, cashFlow, customers, decision, digest}], final, history, reports,
                    base, score}: "history" and "reports" are the quarters before the game and those
                    played as the player sees them, "base" is how unequally the customers count and how
                    cohorts stay, "score" the final result beside the benchmark rules (null for an
                    unfinished game)
  --customers       add "customers": all customer records after the last round, one array a column
  --customer NUMBER add "customer": one customer's history; 42 is C000042
  --why QUARTER     add "why": what each choice of the quarter did, against spending nothing and against
                    the quarter before

Money is in whole cents everywhere. A decision is what the game itself sends:

[
  {
    "acquisition": { "platinum": 1200000, "gold": 2800000, "silver": 4000000, "bronze": 4400000 },
    "retention":   { "platinum": 1000000, "gold": 600000, "silver": 400000, "bronze": 400000 },
    "service":     { "platinum": 1000000, "gold": 1400000, "silver": 1400000, "bronze": 1400000 },
    "insight": 0
  }
]

"insight" is the level bought for the next round: 0, 1 or 2 (and 3 with --level full). Cells and the price of the insight may not
exceed the round's budget (about 25,000,000 cents in harbour); what is not spent is the firm's cash.
A file with fewer decisions than rounds plays as many rounds as it has decisions.`,
  run(args) {
    const { values } = parseOptions(args, OPTIONS, 0);
    const scenario = scenarioNamed(required(values.scenario, '--scenario'));
    const seed = required(values.seed, '--seed');
    if ((values.policy === undefined) === (values.decisions === undefined)) {
      throw new UsageError('give either --policy NAME or --decisions FILE');
    }
    const level = levelNamed(values.level);
    const rounds =
      values.rounds === undefined ? scenario.rounds : wholeNumber(values.rounds, '--rounds', 1, scenario.rounds);
    const asked = (['customers', 'customer', 'why'] as const).filter((option) => values[option] !== undefined);
    if (asked.length > 0 && !values.json) throw new UsageError(`--${asked[0]} needs --json`);
    const game =
      values.policy !== undefined
        ? playByPolicy(scenario, seed, level, values.policy, rounds)
        : playFromFile(scenario, seed, level, required(values.decisions, '--decisions'), rounds);
    if (values.save !== undefined) save(values.save, game.log);
    const result = {
      scenario: scenario.id,
      seed,
      policy: game.policy,
      engineVersion: game.log.engineVersion,
      rounds: game.rounds,
      final: game.final,
    };
    if (!values.json) {
      console.log(describe(result));
      return 0;
    }
    const { report, answers } = reportPlay(
      scenario,
      (afterEach) => openFirm(scenario, seed, level, afterEach),
      game.log.decisions,
      questionsOf(values, game.rounds.length),
    );
    // Columns of twenty thousand figures on a line each would be unreadable, and five times as long.
    console.log(JSON.stringify({ ...result, ...report, ...answers }, null, values.customers ? 0 : 2));
    return 0;
  },
};

function questionsOf(
  { customers, customer, why }: { customers?: boolean; customer?: string; why?: string },
  rounds: number,
): Questions {
  return {
    customers: customers ?? false,
    customer: customer === undefined ? null : wholeNumber(customer, '--customer', 1, MOST_CUSTOMERS),
    whyRound: why === undefined ? null : wholeNumber(why, '--why', 1, rounds) - 1,
  };
}

type PlayedGame = {
  readonly policy: string | null;
  readonly log: RunLog;
  readonly rounds: readonly ReturnType<typeof roundRow>[];
  readonly final: ReturnType<typeof finalRow>;
};

function playByPolicy(scenario: Scenario, seed: string, level: Level, name: string, rounds: number): PlayedGame {
  const opened = openFirm(scenario, seed, level);
  const opening = trueFirmValue(opened.firm).customerEquity;
  const rows: ReturnType<typeof roundRow>[] = [];
  const firm = playPolicy(policyNamed(name), opened, (current, report) => rows.push(roundRow(current, report)), rounds);
  return { policy: name, log: logOf(scenario, seed, level, rows), rounds: rows, final: finalRow(firm, opening) };
}

function playFromFile(scenario: Scenario, seed: string, level: Level, path: string, rounds: number): PlayedGame {
  const content = readJson(path);
  const decisions = Array.isArray(content) ? content : (content as { decisions?: unknown } | null)?.decisions;
  if (!Array.isArray(decisions)) throw new UsageError(`'${path}' holds neither an array of decisions nor a run log`);
  if (decisions.length === 0) throw new UsageError(`'${path}' holds no decisions`);
  const { firm } = openFirm(scenario, seed, level);
  const opening = trueFirmValue(firm).customerEquity;
  const rows: ReturnType<typeof roundRow>[] = [];
  for (const decision of decisions.slice(0, rounds === scenario.rounds ? decisions.length : rounds)) {
    const played = playRound(firm, decision);
    if (!played.ok) throw new UsageError(`'${path}', decision ${rows.length + 1}: ${explain(played.refusals[0])}`);
    rows.push(roundRow(firm, observe(firm)));
  }
  return { policy: null, log: logOf(scenario, seed, level, rows), rounds: rows, final: finalRow(firm, opening) };
}

function roundRow(firm: Firm, report: RoundReport) {
  const { firmValue, customerEquity } = trueFirmValue(firm);
  return {
    round: report.round,
    firmValue,
    customerEquity,
    cashFlow: report.income.cashFlow,
    customers: {
      ...(Object.fromEntries(TIERS.map((tier) => [tier, report.nextTiers[tier].customers])) as Record<string, number>),
      lapsed: report.flows.lapsed.lapsed + TIERS.reduce((sum, tier) => sum + report.flows[tier].lapsed, 0),
    },
    decision: report.decision,
    digest: firm.digest,
  };
}

function finalRow(firm: Firm, openingEquity: number) {
  const { firmValue, customerEquity } = trueFirmValue(firm);
  return {
    firmValue,
    valueCreated: firmValue - openingEquity,
    customerEquity,
    cash: firm.cumulativeCash,
    digest: firm.digest,
  };
}

function logOf(
  scenario: Scenario,
  seed: string,
  level: Level,
  rows: readonly { decision: Decision; digest: string }[],
): RunLog {
  return {
    ...newRunLog(scenario, seed, level),
    decisions: rows.map((row) => row.decision),
    digests: rows.map((row) => row.digest),
  };
}

function save(path: string, log: RunLog): void {
  try {
    writeFileSync(path, `${JSON.stringify(log, null, 2)}\n`);
  } catch (error) {
    throw new UsageError(`cannot write '${path}': ${(error as Error).message}`);
  }
}

/** A refusal in one line, for the analyst. */
export function explain({ code, lever, tier, value, limit }: Refusal): string {
  const where = [lever, tier].filter((part) => part !== undefined).join(' × ');
  const amount = value === undefined ? '' : limit === undefined ? ` (${value})` : ` (${value}, limit ${limit})`;
  return `${code}${where ? ` at ${where}` : ''}${amount}`;
}

function describe(result: {
  scenario: string;
  seed: string;
  policy: string | null;
  rounds: PlayedGame['rounds'];
  final: PlayedGame['final'];
}): string {
  const rows = result.rounds.map((row) => [
    String(row.round + 1),
    money(row.firmValue),
    money(row.customerEquity),
    money(row.cashFlow),
    row.digest,
  ]);
  return [
    `${result.scenario}, seed ${result.seed}, ${result.policy ?? 'decisions from a file'}`,
    table(['quarter', 'firm value', 'customer equity', 'cash flow', 'digest'], rows),
    `firm value ${money(result.final.firmValue)}, value created ${money(result.final.valueCreated)}`,
  ].join('\n');
}
