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
import { debrief } from '../../src/content/debrief.ts';
import { exportTexts } from '../../src/content/export.ts';
import { findingTexts } from '../../src/content/findings.ts';
import { frame } from '../../src/content/frame.ts';
import { futures } from '../../src/content/futures.ts';
import { glossary } from '../../src/content/glossary.ts';
import { grades } from '../../src/content/grades.ts';
import { handIn } from '../../src/content/hand-in.ts';
import { hints } from '../../src/content/hints.ts';
import { home } from '../../src/content/home.ts';
import { learn } from '../../src/content/learn.ts';
import { arrowTexts, mapTexts } from '../../src/content/model-map.ts';
import { bandNames, classNames, policyNames } from '../../src/content/names.ts';
import { noticeTexts } from '../../src/content/notices.ts';
import { parameterGroups, parameterTexts } from '../../src/content/parameters.ts';
import { prediction } from '../../src/content/prediction.ts';
import { refusalTexts } from '../../src/content/refusals.ts';
import { results } from '../../src/content/results.ts';
import { standings } from '../../src/content/standings.ts';
import { keys, setUp, share, teach } from '../../src/content/teach.ts';
import { SESSIONS, teachingNote, timing } from '../../src/content/teaching-note.ts';
import { update } from '../../src/content/update.ts';
import { why } from '../../src/content/why.ts';
import { worked } from '../../src/content/worked.ts';
import { REFUSAL_CODES, SCORE_BANDS } from '../../src/engine/index.ts';
import { equationValues } from '../../src/features/debrief/equation-values.ts';
import { MAP_ARROWS } from '../../src/features/debrief/map-layout.ts';
import { parameterRows } from '../../src/features/debrief/parameter-rows.ts';
import { SCENARIOS } from '../../src/scenarios/originals.ts';
import { NOTICE_CODES } from '../../src/store/state.ts';
import { formatsOf } from '../../src/ui/format.ts';
import { formatMessage } from '../../src/ui/message.ts';
import { classTables } from '../../src/worker/class-tables.ts';
import { FINDING_IDS } from '../../src/worker/report/findings.ts';
import { ARROW_IDS } from '../../src/worker/report/glass-box.ts';
import { scenarioParameters } from '../../src/worker/scenario-parameters.ts';
import { BENCHMARKS } from '../../src/worker/score-game.ts';

const catalogues = {
  briefing,
  coach,
  debrief,
  findingTexts,
  mapTexts,
  parameterTexts,
  arrowSays: Object.fromEntries(Object.entries(arrowTexts).map(([id, { says }]) => [id, says])),
  frame,
  futures,
  hints,
  home,
  learn,
  prediction,
  refusalTexts,
  results,
  update,
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
    expect(Object.keys(policyNames).sort()).toEqual(BENCHMARKS.map(({ name }) => name).sort());
  });

  it('every band has a verdict', () => {
    for (const band of SCORE_BANDS) expect(debrief).toHaveProperty([`band.${band}`]);
  });
});

describe('words for the debrief', () => {
  it('every finding has some', () => {
    expect(Object.keys(findingTexts).sort()).toEqual([...FINDING_IDS].sort());
  });

  it('every arrow of the model has some, and stands on the map', () => {
    expect(Object.keys(arrowTexts).sort()).toEqual([...ARROW_IDS].sort());
    expect(MAP_ARROWS.map(({ id }) => id).sort()).toEqual([...ARROW_IDS].sort());
  });

  it.each(SCENARIOS)('the equations of the map are written with the numbers of $id, and with no others', (scenario) => {
    const numbers = equationValues(scenarioParameters(scenario), formatsOf('en-US', scenario.currency));
    for (const { equation, says } of Object.values(arrowTexts)) {
      // What is left are parts of a formula: 1, 4 quarters a year, Exp(1).
      expect(equation.replaceAll(/\{\w+\}/g, '')).not.toMatch(/\d\.\d|[2356789]\d*/);
      expect(formatMessage(equation, numbers)).not.toMatch(/[{}]|NaN|undefined/);
      expect(formatMessage(says, { ...numbers, value: 'x' })).not.toMatch(/[{}]|NaN|undefined/);
    }
    const quality = formatMessage(arrowTexts['quality-satisfaction'].equation, numbers);
    expect(quality).toContain(` ${scenario.satisfaction.speed} × `);
    const cost = formatMessage(arrowTexts['contacts-contribution'].equation, numbers);
    expect(cost).toContain(formatsOf('en-US', scenario.currency).money(scenario.costs.perContact));
  });

  it.each(SCENARIOS)('every number of $id has some, and a source', (scenario) => {
    const groups = parameterRows(scenarioParameters(scenario));
    for (const { key, parameters } of groups) {
      expect(parameterGroups).toHaveProperty([key]);
      for (const { path, text } of parameters) expect(text, path).toMatch(/^[A-Z].*\.$/);
    }
    expect(groups.flatMap(({ parameters }) => parameters)).toHaveLength(scenarioParameters(scenario).length);
  });

  it.each(SCENARIOS)('every class of $id has a name', ({ classes }) => {
    for (const { name } of classes) expect(classNames).toHaveProperty([name]);
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
