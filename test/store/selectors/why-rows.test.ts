import { describe, expect, it } from 'vitest';
import { roundFigures } from '../../../src/engine/index.ts';
import { type WhyRow, whyRows, whyTogether } from '../../../src/store/selectors/why-rows.ts';
import type { RoundExplanation } from '../../../src/worker/protocol.ts';
import { fixtureDecision, fixtureReport } from '../../support/fixture-reports.ts';

const actual = { ...roundFigures(fixtureReport(0)), equity: 1_000 };
const withEquity = (equity: number) => ({ ...actual, equity });
const explanation: RoundExplanation = {
  round: 0,
  withdrawal: 'nothing',
  decision: { ...fixtureDecision, insight: 2 },
  reference: { ...fixtureDecision, insight: 0 },
  before: withEquity(700),
  actual,
  withoutAll: withEquity(500),
  choices: [
    { choice: { kind: 'cell', lever: 'service', tier: 'gold' }, figures: withEquity(900) },
    { choice: { kind: 'insight' }, figures: withEquity(1_250) },
    { choice: { kind: 'cell', lever: 'retention', tier: 'gold' }, figures: withEquity(1_000) },
    { choice: { kind: 'cell', lever: 'acquisition', tier: 'bronze' }, figures: withEquity(600) },
  ],
};

describe('which choice did what', () => {
  const why = whyRows(explanation, 'equity');

  it('ranks by size, whichever way, and leaves out what moved nothing', () => {
    expect(why.rows.map(({ key, effect }) => [key, effect])).toEqual([
      ['acquisition-bronze', 400],
      ['insight', -250],
      ['service-gold', 100],
    ]);
    expect(why.idle).toBe(1);
    expect(why.rows[1]).toMatchObject({ amount: 2, reference: 0 });
  });

  it('leaves effects of one size in the order of the choices, as the command line tells them', () => {
    const [service, insight, , acquisition] = explanation.choices;
    const alike = [
      { ...service, figures: withEquity(990) },
      { ...acquisition, figures: withEquity(1_010) },
      { ...insight, figures: withEquity(990) },
    ];
    const { rows } = whyRows({ ...explanation, choices: alike }, 'equity');
    expect(rows.map(({ key }) => key)).toEqual(['service-gold', 'acquisition-bronze', 'insight']);
  });

  it('sums to what all choices did, with what they did only together', () => {
    expect(why.all).toBe(500);
    expect(why.together).toBe(250);
    expect(why.rows.reduce((sum, { effect }) => sum + effect, why.together)).toBe(why.actual - why.withoutAll);
    expect(why.before).toBe(700);
  });
});

describe('whyTogether', () => {
  const row = (effect: number): WhyRow => ({
    key: String(effect),
    choice: { kind: 'insight' },
    amount: 1,
    reference: 0,
    effect,
  });
  const of = (effects: readonly number[], all: number) => {
    const together = all - effects.reduce((sum, effect) => sum + effect, 0);
    return whyTogether({ rows: effects.map(row), together, all });
  };

  it('says nothing while a single choice did more', () => {
    expect(of([400, 300], 900)).toBeNull();
    expect(of([400, 300], 700)).toBeNull();
    expect(of([], 0)).toBeNull();
  });

  it('tells choices that stand in for one another from those that are counted twice', () => {
    expect(of([100, 100], 1_000)).toBe('less');
    expect(of([-100, -100], -1_000)).toBe('less');
    expect(of([900, 900], 900)).toBe('more');
    expect(of([-900, -900], -900)).toBe('more');
    expect(of([300, -300], 0)).toBeNull();
    expect(of([100, 150], -100)).toBe('otherwise');
  });
});
