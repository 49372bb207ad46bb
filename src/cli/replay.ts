import { type Refusal, replay, trueFirmValue } from '../engine/index.ts';
import { findScenario } from '../scenarios/all-scenarios.ts';
import { readRunLogFile } from '../storage/run-log-file.ts';
import { parseOptions, readText, required } from './arguments.ts';
import { type Command, UsageError } from './command.ts';
import { explain } from './play.ts';
import { money } from './print.ts';

export const replayCommand: Command = {
  name: 'replay',
  summary: 'plays a saved run log again and verifies its digests',
  help: `Plays a saved run log again, compares the digest of every round, and says 'verified' or where it first differs.

Usage: clientele replay RUNLOG [--json]

  --json   print {outcome: "verified" | "differs" | "refused", rounds, firmValue, refusals}

Exit code 0 only when verified; 1 when it differs or is refused; 2 when the file cannot be read.`,
  run(args) {
    const { values, positionals } = parseOptions(args, { json: { type: 'boolean' } } as const, 1);
    const path = required(positionals[0], 'RUNLOG');
    const read = readRunLogFile(readText(path));
    if (!read.ok) throw new UsageError(`'${path}' is not a run log: ${read.code} (${read.detail ?? 'no detail'})`);
    const log = read.value;
    const scenario = findScenario(log.scenario.id);
    if (!scenario) throw new UsageError(`'${path}' was played in a scenario that is not here: '${log.scenario.id}'`);
    const replayed = replay(log, scenario);
    const result = replayed.ok
      ? {
          outcome: 'verified',
          rounds: replayed.digests.length,
          firmValue: trueFirmValue(replayed.firm).firmValue,
          refusals: [],
        }
      : {
          outcome: replayed.refusals[0].code === 'run-log/differs' ? 'differs' : 'refused',
          rounds: replayed.refusals[0].round ?? 0,
          firmValue: null,
          refusals: replayed.refusals,
        };
    console.log(values.json ? JSON.stringify(result, null, 2) : describe(result));
    return replayed.ok ? 0 : 1;
  },
};

type Result = {
  readonly outcome: string;
  readonly rounds: number;
  readonly firmValue: number | null;
  readonly refusals: readonly Refusal[];
};

function describe({ outcome, rounds, firmValue, refusals }: Result): string {
  if (firmValue !== null) return `verified: ${rounds} rounds, firm value ${money(firmValue)}`;
  const [refusal] = refusals;
  if (outcome === 'differs') {
    return `differs at round ${rounds + 1}: the log says ${refusal.got || 'nothing'}, the replay gives ${refusal.expected}`;
  }
  return `refused${refusal.round === undefined ? '' : ` at round ${refusal.round + 1}`}: ${explain(refusal)}`;
}
