import { strToU8, zipSync } from 'fflate';
import { type ClassFile, keyOf } from '../classroom/class-file.ts';
import { textField } from '../classroom/delimited-text.ts';
import { handInOf } from '../classroom/hand-in.ts';
import { handInCodeOf, handInFileName, handInFileText } from '../classroom/hand-in-file.ts';
import type { LmsKind } from '../classroom/submission.ts';
import { printTextCode } from '../classroom/text-code.ts';
import {
  type Decision,
  gameOf,
  newRunLog,
  openFirm,
  type RunLog,
  samplerOf,
  TIERS,
  trueFirmValue,
} from '../engine/index.ts';
import { playPolicy } from '../policies/play-policy.ts';
import { STUDENTS } from '../policies/student-class.ts';
import { varied } from '../policies/varied.ts';
import { findScenario } from '../scenarios/all-scenarios.ts';
import { EQUITY_BANDS, type Prediction } from '../storage/player-notes.ts';

/** A rehearsal: what invented students hand in, as an LMS would zip it, and the LMS's table of them. */
export type DryRun = {
  readonly zip: Uint8Array<ArrayBuffer>;
  readonly rosterCsv: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
};

const COLOURS = ['Amber', 'Azure', 'Coral', 'Crimson', 'Golden', 'Indigo', 'Ivory', 'Jade', 'Lilac', 'Silver'];
const ANIMALS = [
  'Badgers',
  'Cranes',
  'Foxes',
  'Herons',
  'Lynxes',
  'Otters',
  'Owls',
  'Ravens',
  'Swifts',
  'Wrens',
  'Yaks',
];
/** Every so many students hand in early; every so many, as typed text. */
const EARLY = 20;
const TYPED = 15;
const ROUNDS_MISSED = 2;
/** Numbers as an LMS would give them. */
const FIRST_ID = 40_001;
const FIRST_ATTEMPT = 900_001;

/**
 * Plays a class of students, each a student policy in another hand, and hands in for them. The same class gives the same hand-ins. Names are
 * of no one. A few hand in early, and some as typed text, so that everything an instructor meets is met. Yields after each student.
 */
export function* rehearse(file: ClassFile, count: number, lms: LmsKind): Generator<void, DryRun> {
  const { settings } = file;
  const scenario = findScenario(settings.scenario.id);
  if (!scenario) throw new Error(`no scenario ${settings.scenario.id}`);
  const roundKeys = settings.roundKeys?.map((_, round) => keyOf(file, round));
  const keyed = roundKeys ? { roundKeys } : {};
  const game = gameOf(openFirm(scenario, settings.seed, settings.level), { rounds: settings.rounds, ...keyed });
  const files: { name: string; text: string }[] = [];
  for (let n = 0; n < count; n++) {
    const student = studentAt(n);
    const rounds = n % EARLY === EARLY - 1 ? settings.rounds - ROUNDS_MISSED : settings.rounds;
    const decisions: Decision[] = [];
    const digests: string[] = [];
    const policy = varied(STUDENTS[n % STUDENTS.length], `${settings.seed} ${student.alias}`);
    const note = (firm: { readonly digest: string }, report: { readonly decision: Decision }) => {
      decisions.push(report.decision);
      digests.push(firm.digest);
    };
    const firm = playPolicy(policy, game, note, rounds);
    const log: RunLog = {
      ...newRunLog(scenario, settings.seed, settings.level),
      rounds: settings.rounds,
      ...keyed,
      decisions,
      digests,
    };
    const notes = {
      predictions: predictionsOf(student.alias, settings.prompts.predictions === 'off' ? 0 : rounds),
      reasons: [],
    };
    const score = rounds === settings.rounds ? trueFirmValue(firm).firmValue : null;
    const choices = { alias: student.alias, predictions: true, reasons: false, reflections: [] };
    const handIn = handInOf(settings, log, notes, score, choices);
    const isTyped = n % TYPED === TYPED - 1;
    files.push({
      name: pathOf(lms, n, isTyped, handInFileName(student.alias)),
      text: isTyped ? typedPage(printTextCode(handInCodeOf(handIn))) : handInFileText(handIn),
    });
    yield;
  }
  const zipped = Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)]));
  return { zip: zipSync(zipped, { mtime: '1980-01-01T00:00:00' }), rosterCsv: rosterCsv(lms, count), files };
}

function studentAt(n: number) {
  const round = Math.floor(n / (COLOURS.length * ANIMALS.length));
  const alias = `${COLOURS[n % COLOURS.length]} ${ANIMALS[n % ANIMALS.length]}${round > 0 ? ` ${round + 1}` : ''}`;
  const number = String(n + 1).padStart(2, '0');
  return { alias, first: `Student${number}`, last: 'Rehearsal', username: `rehearsal${number}`, id: FIRST_ID + n };
}

/** Blind guesses, each of the bands as likely as the others. */
export function predictionsOf(alias: string, rounds: number): readonly Prediction[] {
  const sampler = samplerOf(`predictions of ${alias}`);
  const one = <T>(of: readonly T[]) => of[Math.floor(sampler.uniform() * of.length)];
  return Array.from({ length: rounds }, () => ({ equity: one(EQUITY_BANDS), loser: one([...TIERS, 'none'] as const) }));
}

/** What the LMS calls a student's file in its download. */
function pathOf(lms: LmsKind, n: number, isTyped: boolean, fileName: string): string {
  const { first, last, username, id } = studentAt(n);
  const late = n % EARLY === 0 ? '_LATE' : '';
  const ending = isTyped ? 'text.html' : fileName;
  switch (lms) {
    case 'canvas':
      return `${last.toLowerCase()}${first.toLowerCase()}${late}_${id}_${FIRST_ATTEMPT + n}_${ending}`;
    case 'moodle':
      return `${first} ${last}_${id}_assignsubmission_${isTyped ? 'onlinetext/onlinetext.html' : `file/${fileName}`}`;
    case 'blackboard':
      return `Clientele_${username}_attempt_2026-03-01-20-50-${String(n % 60).padStart(2, '0')}_${ending}`;
    case 'brightspace':
      return `${id}-7001 - ${first} ${last} - Mar 1, 2026 ${1000 + (n % 60)} PM/${ending}`;
  }
}

function typedPage(code: string): string {
  return `<!DOCTYPE html><html><body><p>Our game:</p><p>${code.replaceAll('\n', '<br>')}</p></body></html>`;
}

/** The grade table that the LMS would give out for the class, no grades in it yet. */
function rosterCsv(lms: LmsKind, count: number): string {
  const students = Array.from({ length: count }, (_, n) => studentAt(n));
  const rows: Readonly<Record<LmsKind, () => readonly (readonly string[])[]>> = {
    canvas: () => [
      ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'Clientele (5150)'],
      ['    Points Possible', '', '', '', '', '100'],
      ...students.map(({ first, last, id, username }) => [
        `${last}, ${first}`,
        String(id),
        '',
        username,
        'Rehearsal',
        '',
      ]),
    ],
    moodle: () => [
      [
        'Identifier',
        'Full name',
        'Email address',
        'Status',
        'Grade',
        'Maximum Grade',
        'Last modified (grade)',
        'Feedback comments',
      ],
      ...students.map(({ first, last, id, username }) => [
        `Participant ${id}`,
        `${first} ${last}`,
        `${username}@example.org`,
        'Submitted for grading',
        '',
        '100.00',
        '-',
        '',
      ]),
    ],
    blackboard: () => [
      ['Last Name', 'First Name', 'Username', 'Student ID', 'Clientele [Total Pts: 100 Score] |5150'],
      ...students.map(({ first, last, username, id }) => [last, first, username, String(id), '']),
    ],
    brightspace: () => [
      [
        'OrgDefinedId',
        'Username',
        'Last Name',
        'First Name',
        'Clientele Points Grade <Numeric MaxPoints:100>',
        'End-of-Line Indicator',
      ],
      ...students.map(({ first, last, username, id }) => [`#${id}`, `#${username}`, last, first, '', '#']),
    ],
  };
  return rows[lms]()
    .map(
      (fields) =>
        `${fields.map((field) => (field.startsWith('#') || field === '-' ? field : textField(field))).join(',')}\r\n`,
    )
    .join('');
}
