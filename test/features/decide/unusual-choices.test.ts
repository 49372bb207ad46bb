import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/engine/index.ts';
import { unusualText } from '../../../src/features/decide/check-dialog.tsx';
import { type UnusualContext, unusualChoices } from '../../../src/features/decide/unusual-choices.ts';
import { formatsOf } from '../../../src/ui/format.ts';

const even = { platinum: 100, gold: 100, silver: 100, bronze: 100 };
const none = { platinum: 0, gold: 0, silver: 0, bronze: 0 };
const ordinary: Decision = { acquisition: even, retention: even, service: even, insight: 0 };
const context: UnusualContext = {
  budget: 1_200,
  insightPrices: [0, 100, 200],
  lastInsight: 0,
  isLastRound: false,
  customers: { platinum: 5, gold: 15, silver: 30, bronze: 50 },
};
const kinds = (decision: Decision, change: Partial<UnusualContext> = {}) =>
  unusualChoices(decision, { ...context, ...change }).map((choice) => choice.kind);

describe('unusualChoices', () => {
  it('finds nothing in an ordinary decision', () => {
    expect(kinds(ordinary)).toEqual([]);
  });

  it('finds money left only above one twentieth of the budget', () => {
    expect(kinds(ordinary, { budget: 1_263 })).toEqual([]);
    expect(kinds(ordinary, { budget: 1_264 })).toEqual(['unspent']);
    // The price of insight is spent too.
    expect(kinds({ ...ordinary, insight: 1 }, { budget: 1_364 })).toEqual([]);
  });

  it('names the tiers without service, except empty ones', () => {
    const decision = { ...ordinary, service: { ...even, gold: 0, bronze: 0 } };
    const choices = unusualChoices(decision, {
      ...context,
      budget: 1_000,
      customers: { ...context.customers, gold: 0 },
    });
    expect(choices).toEqual([{ kind: 'no-service', tiers: ['bronze'] }]);
  });

  it('finds all on one lever and all on one tier', () => {
    expect(kinds({ ...ordinary, acquisition: none, retention: none }, { budget: 400 })).toEqual(['one-lever']);
    const top = { ...none, platinum: 100 };
    expect(kinds({ acquisition: top, retention: top, service: top, insight: 0 }, { budget: 300 })).toEqual([
      'no-service',
      'one-tier',
    ]);
  });

  it('says only that nothing is spent when nothing is', () => {
    expect(kinds({ acquisition: none, retention: none, service: none, insight: 0 })).toEqual(['nothing-spent']);
  });

  it('finds insight given up, and in the last quarter insight bought too late', () => {
    expect(kinds(ordinary, { lastInsight: 1 })).toEqual(['insight-dropped']);
    expect(kinds(ordinary, { lastInsight: 1, isLastRound: true })).toEqual([]);
    expect(kinds({ ...ordinary, insight: 1 }, { budget: 1_300, isLastRound: true })).toEqual(['insight-too-late']);
  });

  it('has words for each', () => {
    const formats = formatsOf('en-US', 'USD');
    expect(unusualText({ kind: 'unspent', cents: 3_180_000, share: 0.12 }, formats)).toContain('12% of the budget');
    expect(unusualText({ kind: 'no-service', tiers: ['bronze'] }, formats)).toMatch(/^Bronze gets no service/);
    expect(unusualText({ kind: 'no-service', tiers: ['silver', 'bronze'] }, formats)).toMatch(
      /^Silver and Bronze get no/,
    );
    expect(unusualText({ kind: 'insight-dropped', from: 2, to: 0 }, formats)).toContain('Lifetime value');
  });
});
