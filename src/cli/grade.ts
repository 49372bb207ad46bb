import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type ClassFile, readClassFile } from '../classroom/class-file.ts';
import { checkClass } from '../classroom/class-settings.ts';
import { createCollector } from '../classroom/collect/collector.ts';
import { joinRoster } from '../classroom/gradebook/join-roster.ts';
import { readRoster } from '../classroom/gradebook/roster.ts';
import { fillGrades } from '../classroom/gradebook/write-grades.ts';
import { type Grade, type GradingRule, gradesOf, USUAL_RULE, usualBandPoints } from '../classroom/grading-rule.ts';
import { findIdenticalDecisions } from '../classroom/identical-decisions.ts';
import { gameIn, type Standing, standingsOf } from '../classroom/standings.ts';
import type { Collection, DroppedFile } from '../classroom/submission.ts';
import type { Verification } from '../classroom/verification.ts';
import { gameOf, openFirm, type RunLog, scenarioHash } from '../engine/index.ts';
import { findScenario } from '../scenarios/all-scenarios.ts';
import { playBenchmarks, shadowPath } from '../worker/class-benchmarks.ts';
import { classTables } from '../worker/class-tables.ts';
import { exportTables } from '../worker/customer-export.ts';
import { gamesToReplay, keysOfClass, verificationOf, verifyWithoutReplay } from '../worker/verify-hand-in.ts';
import { parseOptions, readText, required } from './arguments.ts';
import { type Command, UsageError } from './command.ts';
import { allProcesses, openJobPool } from './pool/job-pool.ts';
import { money, table } from './print.ts';

const OPTIONS = {
  class: { type: 'string' },
  scale: { type: 'string', default: USUAL_RULE.scale.kind },
  csv: { type: 'string' },
  gradebook: { type: 'string' },
  filled: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const SCALES: Readonly<Record<GradingRule['scale']['kind'], GradingRule['scale']>> = {
  'share-of-benchmark': USUAL_RULE.scale,
  rank: { kind: 'rank', lowest: USUAL_RULE.highest / 2 },
  banded: { kind: 'banded', points: usualBandPoints(USUAL_RULE.highest) },
  completion: { kind: 'completion' },
};

export const gradeCommand: Command = {
  name: 'grade',
  summary: 'collects the hand-ins of a class, replays every one, and prints results and grades',
  help: `Collects hand-ins, replays every one of them, and prints the standings. Scores are always the replayed ones.

Usage: clientele grade PATH… --class SETTINGS [--scale NAME] [--csv OUT] [--json]
                       [--gradebook LMS.csv --filled OUT]

  PATH…              hand-ins, tables or texts with codes, folders of them, zips as an LMS gives them out
  --class SETTINGS   the class's file (with its keys), or its settings
  --scale NAME       ${Object.keys(SCALES).join(', ')}
                     (default ${USUAL_RULE.scale.kind}; full marks are ${USUAL_RULE.highest})
  --csv OUT          write one line a hand-in to this file
  --gradebook FILE   the LMS's own table; with --filled OUT it is written there with its first grade column filled
  --json             print {class, counts, results: [{alias, path, outcome, round, firmValue, index, place, points}], notTaken}

Exit code 0 when every hand-in that counts is verified; 1 when one is not, or cannot be read; 2 when a path or option is wrong.`,
  async run(args) {
    const { values, positionals } = parseOptions(args, OPTIONS, Number.POSITIVE_INFINITY);
    const file = readClass(required(values.class, '--class'));
    if (positionals.length === 0) throw new UsageError('PATH is missing');
    const scale = SCALES[values.scale as keyof typeof SCALES];
    if (!scale) throw new UsageError(`no scale '${values.scale}'; there is: ${Object.keys(SCALES).join(', ')}`);
    if ((values.gradebook === undefined) !== (values.filled === undefined)) {
      throw new UsageError('--gradebook and --filled belong together');
    }
    const graded = await gradeClass(file, positionals.flatMap(filesAt), { ...USUAL_RULE, scale });
    if (values.csv !== undefined) write(values.csv, await resultsCsv(graded));
    if (values.gradebook !== undefined && values.filled !== undefined) {
      write(values.filled, filledGradebook(readText(values.gradebook), graded));
    }
    console.log(values.json ? JSON.stringify(asJson(graded), null, 2) : describe(graded));
    const failures = graded.notTaken.some(({ reason }) => reason === 'file/unreadable' || reason.startsWith('zip/'));
    return failures || graded.results.some(({ verification }) => verification.kind !== 'verified') ? 1 : 0;
  },
};

type Graded = {
  readonly file: ClassFile;
  readonly collection: Collection;
  readonly verifications: readonly (Verification | null)[];
  readonly standings: readonly Standing[];
  readonly grades: readonly Grade[];
  readonly results: readonly { readonly submission: number; readonly verification: Verification }[];
  readonly notTaken: readonly Extract<Collection['accounts'][number], { kind: 'passed-over' }>[];
};

async function gradeClass(file: ClassFile, files: readonly DroppedFile[], rule: GradingRule): Promise<Graded> {
  const { settings } = file;
  const collector = createCollector();
  for (const _ of collector.take(files));
  const collection = collector.collection();
  const superseded = new Set(collection.superseded.map(({ submission }) => submission));
  const counting = collection.submissions.filter(({ index }) => !superseded.has(index));
  const keys = keysOfClass(file, collection.submissions);
  const verifications: (Verification | null)[] = collection.submissions.map(() => null);
  const toPlay = counting.filter(({ index, handIn }) => {
    verifications[index] = verifyWithoutReplay(file, handIn);
    return verifications[index] === null;
  });
  const games = gamesToReplay(file, keys, toPlay);
  const results = await replayInChunks(games.map(({ log }) => log));
  for (const [at, { submissions }] of games.entries()) {
    for (const { index, handIn } of submissions) verifications[index] = verificationOf(file, keys, handIn, results[at]);
  }
  const scenario = findScenario(settings.scenario.id);
  if (!scenario) throw new Error(`no scenario ${settings.scenario.id}`);
  const opened = openFirm(scenario, settings.seed, settings.level);
  const game = gameOf(opened, { rounds: settings.rounds, ...(keys ? { roundKeys: keys } : {}) });
  const steps = playBenchmarks(game, Math.min(settings.rounds, keys?.length ?? settings.rounds));
  let step = steps.next();
  while (!step.done) step = steps.next();
  const shadow = shadowPath(step.value.benchmarks);
  const all = standingsOf(collection.submissions, verifications, shadow, 'as-it-stands');
  return {
    file,
    collection,
    verifications,
    standings: standingsOf(collection.submissions, verifications, shadow, 'listed-apart'),
    grades: gradesOf(rule, collection.submissions, verifications, all, settings.rounds),
    results: counting.flatMap(({ index }) => {
      const verification = verifications[index];
      return verification ? [{ submission: index, verification }] : [];
    }),
    notTaken: collection.accounts.flatMap((account) =>
      account.kind === 'passed-over' && account.reason !== 'file/left-behind' ? [account] : [],
    ),
  };
}

/** Games that a process plays between two messages, and too few for processes of their own. */
const CHUNK = 8;

async function replayInChunks(logs: readonly RunLog[]) {
  const payloads = Array.from({ length: Math.ceil(logs.length / CHUNK) }, (_, n) => ({
    logs: logs.slice(n * CHUNK, (n + 1) * CHUNK),
  }));
  const pool = openJobPool(payloads.length > 1 ? Math.min(allProcesses, payloads.length) : 1);
  try {
    return (await pool.run('replayClassGames', payloads)).flat();
  } finally {
    pool.close();
  }
}

function readClass(path: string): ClassFile {
  const file = readClassFile(readText(path));
  if (!file.ok) throw new UsageError(`'${path}' is no class: ${file.code}${file.where ? ` (${file.where})` : ''}`);
  const scenario = findScenario(file.value.settings.scenario.id);
  const checked = checkClass(file.value.settings, scenario && scenarioHash(scenario));
  if (!checked.ok) throw new UsageError(`'${path}' cannot be played here: ${checked.code}`);
  return file.value;
}

/** A file, or every file in a folder. */
function filesAt(path: string): DroppedFile[] {
  try {
    if (!statSync(path).isDirectory()) return [{ path, bytes: readFileSync(path) }];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((inside) => ({ path: relative(path, inside).replaceAll('\\', '/'), bytes: readFileSync(inside) }));
  } catch (error) {
    throw new UsageError(`cannot read '${path}': ${(error as Error).message}`);
  }
}

function write(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    throw new UsageError(`cannot write '${path}': ${(error as Error).message}`);
  }
}

async function resultsCsv({ file, ...graded }: Graded): Promise<Uint8Array> {
  const source = { ...graded, rows: [], questions: file.settings.prompts.reflections, currency: '' };
  const [results] = classTables(source, {});
  const steps = exportTables([results], 'csv', 'class');
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value.bytes;
  }
}

function filledGradebook(text: string, { collection, verifications, grades }: Graded): string {
  const roster = readRoster(text);
  if (!roster || roster.gradeColumns.length === 0) throw new UsageError('--gradebook has no column that takes a grade');
  const counting = collection.submissions.filter(({ index }) => verifications[index] !== null);
  return fillGrades(text, roster.gradeColumns[0], joinRoster(roster, counting, grades, new Map()));
}

function asJson({ file, collection, standings, grades, results, notTaken }: Graded) {
  return {
    class: { title: file.settings.title, scenario: file.settings.scenario.id, seed: file.settings.seed },
    counts: {
      handIns: collection.submissions.length,
      superseded: collection.superseded.length,
      verified: results.filter(({ verification }) => verification.kind === 'verified').length,
      notTaken: notTaken.length,
    },
    results: results.map(({ submission, verification }) => {
      const { path, handIn, receipt } = collection.submissions[submission];
      const standing = standings.find((line) => line.submission === submission);
      return {
        alias: handIn.alias,
        path: path.join(' > '),
        receipt,
        outcome: verification.kind,
        ...(verification.kind === 'differs' ? { round: verification.round + 1, about: verification.about } : {}),
        rounds: handIn.decisions.length,
        firmValue: gameIn(verification)?.firmValue ?? null,
        index: standing?.index ?? null,
        place: standing?.place ?? null,
        points: grades.find((grade) => grade.submission === submission)?.points ?? null,
      };
    }),
    identical: findIdenticalDecisions(results.map(({ submission }) => collection.submissions[submission])).map(
      ({ submissions, ...same }) => ({
        ...same,
        aliases: submissions.map((index) => collection.submissions[index].handIn.alias),
      }),
    ),
    notTaken: notTaken.map(({ path, row, reason, problem }) => ({
      path: path.join(' > '),
      ...(row === undefined ? {} : { row }),
      reason: problem?.code ?? reason,
    })),
  };
}

function describe(graded: Graded): string {
  const { counts, results, identical, notTaken } = asJson(graded);
  const inOrder = results.toSorted(
    (a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || (b.index ?? 0) - (a.index ?? 0),
  );
  const rows = inOrder.map(({ place, alias, rounds, firmValue, index, points, outcome, ...rest }) => [
    alias,
    place === null ? '' : String(place),
    String(rounds),
    firmValue === null ? '' : money(firmValue),
    index === null ? '' : index.toFixed(1),
    points === null ? '' : String(points),
    'round' in rest ? `${outcome} in quarter ${rest.round} (${rest.about})` : outcome,
  ]);
  return [
    `${counts.handIns} hand-ins, ${counts.superseded} of them superseded, ${counts.verified} verified`,
    table(['alias', 'place', 'quarters', 'firm value', 'index', 'points', 'outcome'], rows),
    ...identical.map(
      ({ aliases, sameRounds }) => `the same decisions in ${sameRounds} quarters: ${aliases.join(', ')}`,
    ),
    ...notTaken.map(
      ({ path, row, reason }) => `not taken: ${path}${row === undefined ? '' : `, row ${row}`}: ${reason}`,
    ),
  ].join('\n');
}
