import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { classFileText, keyOf, newClass, readClassFile } from '../classroom/class-file.ts';
import { classIdOf, DEBRIEF_OPENINGS } from '../classroom/class-settings.ts';
import { joinFragmentOf } from '../classroom/join-code.ts';
import { printKey } from '../classroom/round-key.ts';
import { LMS_KINDS } from '../classroom/submission.ts';
import { FEWEST_ROUNDS, MOST_ROUNDS, scenarioHash } from '../engine/index.ts';
import { rehearse } from '../worker/dry-run.ts';
import { levelNamed, parseOptions, readText, required, scenarioNamed, wholeNumber } from './arguments.ts';
import { type Command, UsageError } from './command.ts';

const OPTIONS = {
  out: { type: 'string' },
  scenario: { type: 'string', default: 'harbour' },
  seed: { type: 'string' },
  title: { type: 'string', default: 'Clientele' },
  rounds: { type: 'string' },
  level: { type: 'string', default: 'essentials' },
  debrief: { type: 'string', default: DEBRIEF_OPENINGS[0] },
  paced: { type: 'boolean', default: false },
  count: { type: 'string', default: '60' },
  lms: { type: 'string', default: LMS_KINDS[0] },
  roster: { type: 'string' },
} as const;

const LARGEST_CLASS = 5_000;

export const classCommand: Command = {
  name: 'class',
  summary: 'makes the settings of a class, shows its link and keys, rehearses it',
  help: `Makes and looks after classes.

Usage: clientele class new --out FILE --seed TEXT [--scenario ID] [--title TEXT] [--rounds N] [--level LEVEL]
                       [--paced] [--debrief ${DEBRIEF_OPENINGS.join('|')}]
       clientele class show FILE
       clientele class rehearse FILE --out ZIP [--count N] [--lms ${LMS_KINDS.join('|')}] [--roster CSV]

  new        writes the class's file: its settings, and the secret of its keys where it has some; keep it to yourself
  show       prints the class's id, the end of its join link, and its keys
  rehearse   writes what N invented students (default 60) would hand in, zipped as the LMS would, and with --roster the
             LMS's table of them

  --rounds N  ${FEWEST_ROUNDS} to ${MOST_ROUNDS} (default: the scenario's own)
  --paced     each round opens with a key, which the instructor gives out`,
  run(args) {
    const [what, ...rest] = args;
    const { values, positionals } = parseOptions(rest, OPTIONS, what === 'new' ? 0 : 1);
    if (what === 'new') {
      const scenario = scenarioNamed(values.scenario);
      const debrief = DEBRIEF_OPENINGS.find((known) => known === values.debrief);
      if (!debrief) throw new UsageError(`no opening '${values.debrief}'; there is: ${DEBRIEF_OPENINGS.join(', ')}`);
      const rounds =
        values.rounds === undefined
          ? scenario.rounds
          : wholeNumber(values.rounds, '--rounds', FEWEST_ROUNDS, MOST_ROUNDS);
      const file = newClass(
        { id: scenario.id, hash: scenarioHash(scenario), rounds: scenario.rounds },
        required(values.seed, '--seed'),
        { title: values.title, rounds, level: levelNamed(values.level), debrief, isPaced: values.paced },
        randomBytes,
      );
      write(required(values.out, '--out'), classFileText(file));
      console.log(`class ${classIdOf(file.settings)}\n${joinFragmentOf(file.settings)}`);
      return 0;
    }
    if (what !== 'show' && what !== 'rehearse') {
      throw new UsageError(`'${what ?? ''}' is not one of: new, show, rehearse`);
    }
    const path = required(positionals[0], 'FILE');
    const read = readClassFile(readText(path));
    if (!read.ok) throw new UsageError(`'${path}' is no class: ${read.code}`);
    const file = read.value;
    if (what === 'show') {
      const { settings, keySecret } = file;
      console.log(`class ${classIdOf(settings)}\n${joinFragmentOf(settings)}`);
      if (keySecret === null) return 0;
      for (const round of settings.roundKeys?.keys() ?? []) {
        console.log(`key of quarter ${round + 1}: ${printKey(keyOf(file, round))}`);
      }
      if (settings.debriefKey !== null) console.log(`key of the debrief: ${printKey(keyOf(file, 'debrief'))}`);
      return 0;
    }
    const lms = LMS_KINDS.find((known) => known === values.lms);
    if (!lms) throw new UsageError(`no LMS '${values.lms}'; there is: ${LMS_KINDS.join(', ')}`);
    const steps = rehearse(file, wholeNumber(values.count, '--count', 1, LARGEST_CLASS), lms);
    let step = steps.next();
    while (!step.done) step = steps.next();
    write(required(values.out, '--out'), step.value.zip);
    if (values.roster !== undefined) write(values.roster, step.value.rosterCsv);
    console.log(`${step.value.files.length} hand-ins in ${values.out}`);
    return 0;
  },
};

function write(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    throw new UsageError(`cannot write '${path}': ${(error as Error).message}`);
  }
}
