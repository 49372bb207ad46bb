import { describe, expect, it } from 'vitest';
import { glossary } from '../../../src/content/glossary.ts';
import { workedNumbers } from '../../../src/features/learn/worked-numbers.ts';
import { formatsOf } from '../../../src/ui/format.ts';
import { fixtureReport, fixtureScenario, fixtureScore } from '../../support/fixture-reports.ts';

const formats = formatsOf('en', 'USD');
const game = { history: [fixtureReport(-1)], reports: [fixtureReport(0)], scenario: fixtureScenario, score: null };
/** Known only when the game is over. */
const AT_THE_END = ['index', 'shadowFirm', 'valueCreated'];

describe('worked numbers', () => {
  it('there is one for every term of the glossary, at the latest when the game is over', () => {
    const during = Object.keys(workedNumbers(game, formats));
    expect(Object.keys(glossary).filter((id) => !during.includes(id))).toEqual(AT_THE_END);
    const after = workedNumbers({ ...game, score: fixtureScore }, formats);
    expect(Object.keys(after).sort()).toEqual(Object.keys(glossary).sort());
  });

  it('say whose figures they are', () => {
    expect(workedNumbers(game, formats).contribution).toMatch(/^Quarter 1: /);
    expect(workedNumbers({ ...game, reports: [] }, formats).contribution).toMatch(/^Before you came: /);
    expect(workedNumbers({ ...game, history: [], reports: [] }, formats)).toEqual({});
  });

  it('add up as the formula says, in whole dollars', () => {
    const sentence = workedNumbers(game, formats).contribution ?? '';
    const [first, ...rest] = [...sentence.replace(/^.*?: /, '').matchAll(/−?\$[\d,]+/g)].map(([figure]) =>
      Number(figure.replace(/[^\d−]/g, '').replace('−', '-')),
    );
    const total = rest.pop() ?? Number.NaN;
    expect(Math.abs(first - rest.reduce((sum, cost) => sum + cost, 0) - total)).toBeLessThanOrEqual(2);
  });
});
