import { describe, expect, it } from 'vitest';
import { CLASSROOM_CODES } from '../../src/classroom/classroom-problem.ts';
import { FILE_REASONS } from '../../src/classroom/submission.ts';
import { briefing } from '../../src/content/briefing.ts';
import { classPictures } from '../../src/content/class-pictures.ts';
import { classTableColumns } from '../../src/content/class-tables.ts';
import { classRules, classroomProblems, join, roundKey } from '../../src/content/classroom.ts';
import { coach } from '../../src/content/coach.ts';
import { collect, fileReasons } from '../../src/content/collect.ts';
import { customers } from '../../src/content/customers.ts';
import { exportTexts } from '../../src/content/export.ts';
import { final } from '../../src/content/final.ts';
import { frame } from '../../src/content/frame.ts';
import { futures } from '../../src/content/futures.ts';
import { glossary } from '../../src/content/glossary.ts';
import { grades } from '../../src/content/grades.ts';
import { handIn } from '../../src/content/hand-in.ts';
import { hints } from '../../src/content/hints.ts';
import { home } from '../../src/content/home.ts';
import { learn } from '../../src/content/learn.ts';
import { bandNames, policyNames } from '../../src/content/names.ts';
import { noticeTexts } from '../../src/content/notices.ts';
import { prediction } from '../../src/content/prediction.ts';
import { refusalTexts } from '../../src/content/refusals.ts';
import { results } from '../../src/content/results.ts';
import { standings } from '../../src/content/standings.ts';
import { keys, setUp, share, teach } from '../../src/content/teach.ts';
import { SESSIONS, teachingNote, timing } from '../../src/content/teaching-note.ts';
import { why } from '../../src/content/why.ts';
import { worked } from '../../src/content/worked.ts';
import { REFUSAL_CODES, SCORE_BANDS } from '../../src/engine/index.ts';
import { POLICIES } from '../../src/policies/all-policies.ts';
import { NOTICE_CODES } from '../../src/store/state.ts';
import { formatMessage } from '../../src/ui/message.ts';
import { classTables } from '../../src/worker/class-tables.ts';

const catalogues = {
  briefing,
  coach,
  final,
  frame,
  futures,
  hints,
  home,
  learn,
  prediction,
  refusalTexts,
  results,
  why,
  worked,
  customers,
  exportTexts,
  classPictures,
  classRules,
  classroomProblems,
  collect,
  fileReasons,
  grades,
  handIn,
  join,
  keys,
  roundKey,
  setUp,
  share,
  standings,
  teach,
  teachingNote,
};
const messages = Object.entries(catalogues).flatMap(([screen, texts]) =>
  Object.entries(texts).map(([id, text]) => ({ id: `${screen} ${id}`, text })),
);

/** Values that walk into every branch: some numbers, and every word that stands before a brace. */
function trialValues(text: string): (string | number)[] {
  return [0, 1, 2, ...[...text.matchAll(/([\w-]+)\s*\{/g)].map(([, word]) => word)];
}

describe('texts', () => {
  it.each(messages)('$id can be written in every branch', ({ text }) => {
    const isPlural = new Set([...text.matchAll(/\{(\w+),\s*plural/g)].map(([, name]) => name));
    for (const trial of trialValues(text)) {
      const values = new Proxy(
        {},
        { get: (_, name) => (isPlural.has(String(name)) && typeof trial === 'string' ? 2 : trial) },
      );
      expect(formatMessage(text, values)).not.toMatch(/[{}]/);
    }
  });

  it.each(messages)('$id is tidy', ({ text }) => {
    expect(text).toBe(text.trim());
    expect(text).not.toMatch(/ {2}|\s[,.;:](?!\w)|\d %/);
  });
});

describe('words for codes', () => {
  it('every refusal has some', () => {
    expect(Object.keys(refusalTexts).sort()).toEqual([...REFUSAL_CODES].sort());
  });

  it('every notice has some', () => {
    expect(Object.keys(noticeTexts).sort()).toEqual([...NOTICE_CODES].sort());
  });

  it('every problem of a classroom has some, and the one that names a line', () => {
    expect(Object.keys(classroomProblems).sort()).toEqual([...CLASSROOM_CODES, 'code/damaged-line'].sort());
  });

  it('every file that is passed over has a reason', () => {
    expect(Object.keys(fileReasons).sort()).toEqual([...FILE_REASONS].sort());
  });

  it('every band has a name', () => {
    expect(Object.keys(bandNames)).toEqual([...SCORE_BANDS]);
  });

  it('every column of the class tables is described', () => {
    const nothing = {
      collection: { accounts: [], submissions: [], superseded: [], rosters: [] },
      ...{ verifications: [], standings: [], grades: [], rows: [], questions: [], currency: 'USD' },
    };
    const columns = classTables(nothing, {}).flatMap((table) =>
      table.columns.map(({ name }) => `${table.name}.${name}`),
    );
    expect(columns.filter((name) => !(name in classTableColumns))).toEqual([]);
  });

  it('the timing of each session adds up', () => {
    for (const [at, minutes] of SESSIONS.entries())
      expect(timing.reduce((sum, part) => sum + part.minutes[at], 0)).toBe(minutes);
  });

  it('every benchmark policy has a name', () => {
    expect(Object.keys(policyNames).sort()).toEqual(POLICIES.map(({ name }) => name).sort());
  });

  it('every band has a name and a verdict', () => {
    for (const band of SCORE_BANDS) {
      expect(final).toHaveProperty([`band.${band}`]);
      expect(final).toHaveProperty([`bandName.${band}`]);
    }
  });
});

describe('glossary', () => {
  it('names every term once', () => {
    const terms = Object.values(glossary).map(({ term }) => term);
    expect(new Set(terms).size).toBe(terms.length);
  });

  it.each(Object.values(glossary))('defines $term in a sentence', ({ definition }) => {
    expect(definition).toMatch(/^[A-Z].*\.$/);
  });
});
