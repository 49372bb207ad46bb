import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { parseDelimited, replaceFields, textField } from '../../src/classroom/delimited-text.ts';
import { type GradebookRow, joinRoster } from '../../src/classroom/gradebook/join-roster.ts';
import { readRoster } from '../../src/classroom/gradebook/roster.ts';
import { canvasMinimum, fillGrades, moodleMinimum } from '../../src/classroom/gradebook/write-grades.ts';
import {
  type Grade,
  type GradingRule,
  gradesOf,
  USUAL_RULE,
  usualBandPoints,
} from '../../src/classroom/grading-rule.ts';
import { standingsOf } from '../../src/classroom/standings.ts';
import type { LmsName, Submission } from '../../src/classroom/submission.ts';
import type { Verification } from '../../src/classroom/verification.ts';

function submissionOf(index: number, alias: string, lms: Partial<LmsName> | null = null, rounds = 8): Submission {
  const decisions = Array.from({ length: rounds }, () => ({}));
  return {
    index,
    path: [`${index}.json`],
    source: 'file',
    handIn: { alias, decisions } as unknown as Submission['handIn'],
    receipt: String(index),
    lms: lms && { lms: 'canvas', key: '', displayName: null, isLate: false, attempt: null, ...lms },
    tableKey: null,
  };
}

const gradeOf = (submission: number, points: number | null): Grade => ({
  submission,
  points,
  reason: { kind: 'completion' },
  proportion: 1,
});

const CANVAS = [
  '\uFEFFStudent,ID,SIS User ID,SIS Login ID,Section,"Clientele, round 1 (5150)",Current Score (read only)',
  '    Points Possible,,,,,100,(read only)',
  '"Doe, Jane",101,,jdoe,S1,,"5"',
  '"Roe, ""Rick""",102,,rroe,S1,77,',
  '"Ünal, Ece",103,,eunal,S1',
  '',
].join('\r\n');

describe('the LMS’s own table', () => {
  test('is filled in one column, and stays as it was everywhere else, to the byte', () => {
    const roster = readRoster(CANVAS);
    expect(roster).toMatchObject({ kind: 'canvas', gradeColumns: [5] });
    const submissions = [
      submissionOf(0, 'a', { key: '101' }),
      submissionOf(1, 'b', { key: '103' }),
      submissionOf(2, 'c', { key: '999' }),
    ];
    const rows = joinRoster(roster, submissions, [gradeOf(0, 91.5), gradeOf(1, 60), gradeOf(2, 10)], new Map());
    expect(fillGrades(CANVAS, 5, rows)).toBe(
      CANVAS.replace('jdoe,S1,,"5"', 'jdoe,S1,91.5,"5"').replace('eunal,S1', 'eunal,S1,60'),
    );
    expect(rows.map(({ person, submission }) => [person?.name ?? null, submission])).toEqual([
      ['Doe, Jane', 0],
      ['Roe, "Rick"', null],
      ['Ünal, Ece', 1],
      [null, 2],
    ]);
  });

  test('of Moodle with semicolons and decimal commas keeps them', () => {
    const text =
      'Identifier;Full name;Grade;Last modified (grade);Feedback comments\nParticipant 7;Ann B;12,5;-;\nParticipant 9;Cy D;;-;\n';
    const roster = readRoster(text);
    expect(roster).toMatchObject({ kind: 'moodle', gradeColumns: [2] });
    const rows = joinRoster(roster, [submissionOf(0, 'x', { lms: 'moodle', key: '9' })], [gradeOf(0, 88.5)], new Map());
    expect(fillGrades(text, 2, rows)).toBe(text.replace('Cy D;;', 'Cy D;88,5;'));
  });

  test.prop([
    fc.array(fc.array(fc.string({ maxLength: 8 }), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
    fc.constantFrom(',', ';', '\t'),
    fc.constantFrom('\r\n', '\n', '\r'),
    fc.boolean(),
  ])('comes back from reading it, field by field', (table, delimiter, newline, mark) => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const header = ['alpha', 'beta', 'gamma'].join(delimiter);
    const text = `${mark ? '\uFEFF' : ''}${[header, ...table.map((row) => row.map(quoted).join(delimiter))].join(newline)}`;
    const read = parseDelimited(text, 100);
    expect(read?.delimiter).toBe(delimiter);
    expect(read?.hasByteOrderMark).toBe(mark);
    const kept = table.filter((row) => row.some((field) => field.trim() !== ''));
    expect(read?.rows.slice(1).map((row) => row.map(({ value }) => value))).toEqual(kept);
    expect(replaceFields(text, [])).toBe(text);
  });

  test('takes no formula', () => {
    for (const text of ['=1+1', '+1', '-1', '@x', '\t=1', '\r=1']) expect(textField(text)).toMatch(/^"?'/);
    expect(textField('plain, "text"')).toBe('"plain, ""text"""');
  });
});

describe('joining', () => {
  const roster = readRoster(
    'Name,Email,Grade\nJane Doe,jane@example.org,\nBob Smith,bob@example.org,\nAnn Lee,ann@example.org,\nAnn Lee,ann2@example.org,\n',
  );

  test('goes by key, table key, display name in any order of words, and alias', () => {
    const submissions = [
      { ...submissionOf(0, 'q'), tableKey: 'JANE@example.org' },
      submissionOf(1, 'w', { key: '5', displayName: 'smithbob' }),
    ];
    const rows = joinRoster(roster, submissions, [], new Map());
    expect(rows.slice(0, 2).map(({ submission, joinedBy }) => [submission, joinedBy])).toEqual([
      [0, 'table-key'],
      [1, 'display-name'],
    ]);
  });

  test('asks where a name means two, and takes what was decided by hand', () => {
    const submissions = [submissionOf(0, 'ann lee'), submissionOf(1, 'Jane Doe')];
    const rows = joinRoster(roster, submissions, [], new Map());
    expect(rows.map(({ submission, candidates }) => [submission, candidates])).toEqual([
      [1, []],
      [null, []],
      [null, [0]],
      [null, [0]],
      [0, []],
    ]);
    const decided = joinRoster(
      roster,
      submissions,
      [],
      new Map([
        [3, 0],
        [0, null],
      ]),
    );
    expect(decided.map(({ submission, joinedBy }) => [submission, joinedBy])).toEqual([
      [null, null],
      [null, null],
      [null, null],
      [0, 'by-hand'],
      [1, null],
    ]);
  });
});

describe('the least that an LMS takes in', () => {
  const person = { row: 0, name: '=Evil', keys: ['7'] };
  const row = (submission: number, points: number | null, who: GradebookRow['person'] = person): GradebookRow => ({
    person: who,
    submission,
    joinedBy: 'key',
    candidates: [],
    grade: gradeOf(submission, points),
  });

  test('leaves out who has no grade, and makes formulas harmless', () => {
    const canvas = [submissionOf(0, 'a', { key: '7' }), submissionOf(1, 'b', { key: '8' })];
    expect(canvasMinimum([row(0, 50), row(1, null)], canvas, { name: 'Game', id: '12' })).toBe(
      "Student,ID,Section,Game (12)\r\n'=Evil,7,,50\r\n",
    );
    const moodle = [submissionOf(0, 'a', { lms: 'moodle', key: '7' })];
    expect(moodleMinimum([row(0, 50.25, null)], moodle)).toBe(
      'Identifier,Grade,Last modified (grade),Feedback comments\r\nParticipant 7,50.25,,\r\n',
    );
  });
});

describe('standings and grades', () => {
  const shadow = [100, 100, 100, 100, 100, 100, 100, 100, 100];
  const game = (firmValue: number, rounds: number, kind: 'verified' | 'differs' = 'verified') =>
    ({
      kind,
      round: 0,
      game: { isComplete: rounds === 8, firmValue, rounds: new Array(rounds).fill(null) },
    }) as unknown as Verification;
  const verifications = [game(110, 8), game(105, 8), game(110, 8), game(130, 4), game(200, 8, 'differs'), null];
  const submissions = ['C', 'B', 'A', 'Early', 'Liar', 'Old'].map((alias, n) => submissionOf(n, alias));

  test('put those with the same value in the same place, by alias, and the unfinished and unverified apart', () => {
    const lines = standingsOf(submissions, verifications, shadow, 'listed-apart');
    expect(lines.map(({ alias, place, isTied }) => [alias, place, isTied])).toEqual([
      ['A', 1, true],
      ['C', 1, true],
      ['B', 3, false],
      ['Liar', null, false],
      ['Early', null, false],
    ]);
    const counted = standingsOf(submissions, verifications, shadow, 'as-it-stands');
    expect(counted.map(({ alias, place }) => [alias, place])).toEqual([
      ...[
        ['Early', 1],
        ['A', 2],
        ['C', 2],
        ['B', 4],
        ['Liar', null],
      ],
    ]);
  });

  const lines = standingsOf(submissions, verifications, shadow, 'as-it-stands');
  const pointsBy = (rule: Partial<GradingRule>) =>
    gradesOf({ ...USUAL_RULE, ...rule }, submissions, verifications, lines, 8).map(({ points }) => points);

  test('follow the instructor’s rule', () => {
    expect(
      pointsBy({ scale: { kind: 'share-of-benchmark', zeroAt: 100, fullAt: 120 }, missedRounds: 'left-out' }),
    ).toEqual([...[50, 25, 50, null, null]]);
    expect(pointsBy({ scale: { kind: 'rank', lowest: 40 }, missedRounds: 'left-out' })).toEqual([
      100,
      40,
      100,
      null,
      null,
    ]);
    expect(pointsBy({ scale: { kind: 'completion' } })).toEqual([100, 100, 100, 50, null]);
    expect(pointsBy({ scale: { kind: 'banded', points: usualBandPoints(10) }, highest: 10 })).toEqual([
      9,
      8,
      9,
      5,
      null,
    ]);
    expect(pointsBy({ scale: { kind: 'completion' }, missedRounds: 'as-it-stands' })).toEqual([
      100,
      100,
      100,
      100,
      null,
    ]);
  });

  test.prop([fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 30 })])(
    'never give less for more, nor other points for the same',
    (values) => {
      const all = values.map((_, n) => submissionOf(n, `s${n}`));
      const played = values.map((value) => game(value, 8));
      const standings = standingsOf(all, played, shadow, 'listed-apart');
      for (const scale of [
        USUAL_RULE.scale,
        { kind: 'rank', lowest: 30 },
        { kind: 'banded', points: usualBandPoints(100) },
      ] as const) {
        const points = gradesOf({ ...USUAL_RULE, scale }, all, played, standings, 8).map((grade) => grade.points ?? -1);
        for (const [a, one] of values.entries()) {
          for (const [b, other] of values.entries()) {
            if (one >= other) expect(points[a]).toBeGreaterThanOrEqual(points[b]);
          }
        }
      }
    },
  );
});
