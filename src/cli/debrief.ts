import type { RunLog } from '../engine/index.ts';
import { findScenario } from '../scenarios/all-scenarios.ts';
import { readRunLogFile } from '../storage/run-log-file.ts';
import { createDebriefPool, type LuckSizes } from '../worker/debrief-pool.ts';
import type { DebriefReport } from '../worker/debrief-report.ts';
import { createEngineService } from '../worker/engine-service.ts';
import type { Reply, Request } from '../worker/protocol.ts';
import { findingsOf } from '../worker/report/find-findings.ts';
import { parseOptions, readText, required, wholeNumber } from './arguments.ts';
import { type Command, UsageError } from './command.ts';
import { explain } from './play.ts';
import { createDebriefWorkerHere, startDebriefProcess } from './pool/debrief-workers.ts';
import { allProcesses } from './pool/job-pool.ts';
import { money, table } from './print.ts';

const MOST_FUTURES = 1000;
/** Of the futures, those in which the benchmarks are played too; and as many other seeds. */
const PAIRED = 20;

export const debriefCommand: Command = {
  name: 'debrief',
  summary: 'tells what a finished game truly was, what each choice earned, and what was luck',
  help: `Debriefs a finished game: the same figures as the screen after the last round.

Usage: clientele debrief RUNLOG [--luck FUTURES] [--processes N] [--json]

  --luck       other futures in which to play the same decisions (default 0: no luck band; the screen plays 200); the benchmarks
               are played in ${PAIRED} of them, and the decisions on ${PAIRED} other seeds
  --processes  games at a time (default: as many as the machine runs)
  --json       print the whole report as JSON (type DebriefReport; columns of customers as lists)

Exit code 2 when the file is no run log of a finished game that replays.`,
  async run(args) {
    const { values, positionals } = parseOptions(
      args,
      { luck: { type: 'string' }, processes: { type: 'string' }, json: { type: 'boolean' } } as const,
      1,
    );
    const log = readLog(required(positionals[0], 'RUNLOG'));
    const futures = wholeNumber(values.luck ?? '0', '--luck', 0, MOST_FUTURES);
    const processes = wholeNumber(values.processes ?? String(allProcesses), '--processes', 1, 64);
    const sizes = { futures, paired: Math.min(PAIRED, futures), seeds: Math.min(PAIRED, futures) };
    const report = await debrief(log, processes, futures >= 2 ? sizes : null);
    console.log(values.json ? JSON.stringify(report, columnsAsLists) : describe(report));
    return 0;
  },
};

function readLog(path: string): RunLog {
  const read = readRunLogFile(readText(path));
  if (!read.ok) throw new UsageError(`'${path}' is not a run log: ${read.code} (${read.detail ?? 'no detail'})`);
  const log = read.value;
  if (!findScenario(log.scenario.id)) {
    throw new UsageError(`'${path}' was played in a scenario that is not here: '${log.scenario.id}'`);
  }
  if (log.decisions.length < log.rounds) throw new UsageError(`'${path}' is a game that is not over`);
  return log;
}

async function debrief(log: RunLog, processes: number, luck: LuckSizes | null): Promise<DebriefReport> {
  const replies: Reply[] = [];
  const serve = createEngineService((reply) => replies.push(reply));
  const ask = async <Kind extends Reply['kind']>(request: Request, wanted: Kind) => {
    await serve(request);
    const reply = replies.at(-1);
    if (reply?.kind === 'refused') throw new UsageError(`the game does not replay: ${explain(reply.refusals[0])}`);
    if (reply?.kind !== wanted) throw new Error(reply?.kind === 'failed' ? reply.message : `no ${wanted}`);
    return reply as Extract<Reply, { readonly kind: Kind }>;
  };
  await ask({ kind: 'openGame', id: 1, log }, 'gameOpened');
  const { score } = await ask({ kind: 'scoreGame', id: 2 }, 'gameScored');
  const { revelation } = await ask({ kind: 'revealGame', id: 3, predictions: [] }, 'gameRevealed');
  const pool = createDebriefPool(() => (processes > 1 ? startDebriefProcess() : createDebriefWorkerHere()), processes);
  try {
    const choices = done(await pool.valueChoices(log));
    const measured = luck ? done(await pool.measureLuck(log, undefined, undefined, luck)) : null;
    const { reveal, habits } = revelation;
    const findings = findingsOf({ result: score, reveal, habits, choices, luck: measured });
    return {
      format: 'clientele/debrief',
      formatVersion: 1,
      result: score,
      ...revelation,
      choices,
      luck: measured,
      findings,
    };
  } finally {
    pool.dispose();
  }
}

function done<T>(outcome: { readonly kind: 'ok'; readonly value: T } | { readonly kind: string }): T {
  if ('value' in outcome) return outcome.value;
  throw new Error(`the debrief ended: ${JSON.stringify(outcome)}`);
}

function columnsAsLists(_key: string, value: unknown): unknown {
  return ArrayBuffer.isView(value) ? Array.from(value as Uint8Array) : value;
}

function describe({ result, reveal, choices, luck, findings }: DebriefReport): string {
  const { totals, misclassification } = reveal;
  const lines = [
    `firm value ${money(result.firmValue)} (index ${result.index.toFixed(1)}): cash ${money(result.discountedCash)}, customer equity ${money(result.discountedClosingEquity)}`,
    '',
    table(
      ['benchmark', 'firm value', 'index'],
      result.benchmarks.map(({ policy, firmValue, index }) => [policy, money(firmValue), index.toFixed(1)]),
    ),
    '',
    table(
      ['tier', 'customers', 'gone', 'estimated', 'true', 'below zero'],
      reveal.groups.map((group) => [
        group.group,
        String(group.customers),
        String(group.gone),
        money(group.estimatedEquity),
        money(group.trueEquity),
        String(group.belowZero.customers),
      ]),
    ),
    `true customer equity ${money(totals.trueEquity)}; tiers by true value would have made the firm worth ${money(misclassification.cost)} more`,
    '',
    table(
      ['choice', 'money', 'earned', 'per unit'],
      choices.mattered.map(({ round, choice, money: spent, value, perUnit }) => [
        `round ${round + 1}, ${choice.kind === 'cell' ? `${choice.lever} × ${choice.tier}` : 'insight'}`,
        money(spent),
        money(value),
        perUnit.toFixed(2),
      ]),
    ),
    `all choices together ${money(choices.total)}; one by one ${money(choices.sum)}; interaction ${money(choices.interaction)}`,
    '',
    table(
      ['at the margin', 'money', 'per unit', 'standard error'],
      choices.lastDollars.map(({ lever, tier, kind, money: spent, perUnit, standardError }) => [
        `${lever} × ${tier} (${kind})`,
        money(spent),
        perUnit.toFixed(2),
        standardError.toFixed(2),
      ]),
    ),
  ];
  if (luck) {
    const { mean, low, high, rank, values } = luck.futures;
    lines.push(
      '',
      `in ${values.length} other futures ${money(mean)} on average, ${money(low)} to ${money(high)} in nine of ten; this game was better than ${Math.round(100 * rank)} % of them`,
    );
  }
  lines.push('', 'findings:', ...findings.map(({ id, names }) => `  ${[id, ...Object.values(names ?? {})].join(' ')}`));
  return lines.join('\n');
}
