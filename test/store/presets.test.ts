import { fc, test } from '@fast-check/vitest';
import { describe, expect, test as plainTest } from 'vitest';
import { checkDecision, type Decision, INSIGHT_LEVELS, LEVERS, TIERS } from '../../src/engine/index.ts';
import { EMPTY_DECISION, fitToBudget, PRESET_NAMES, type PresetInput, presetDraft } from '../../src/store/presets.ts';
import { decisionSpending, leverTotal } from '../../src/store/selectors/desk.ts';
import { fixtureDecision } from '../support/fixture-reports.ts';

const insightPrices = [0, 500_000, 1_000_000, 1_800_000];

function cellsOf(amount: fc.Arbitrary<number>) {
  return fc.record({ platinum: amount, gold: amount, silver: amount, bronze: amount });
}
function decisionOf(amount: fc.Arbitrary<number>): fc.Arbitrary<Decision> {
  const cells = cellsOf(amount);
  return fc.record({
    acquisition: cells,
    retention: cells,
    service: cells,
    insight: fc.constantFrom(...INSIGHT_LEVELS),
  });
}
const payable = decisionOf(fc.nat(20_000_000));
const anything = decisionOf(fc.oneof(fc.nat(20_000_000), fc.double({ min: -1e6, max: 1e8 }), fc.constant(Number.NaN)));
const input: fc.Arbitrary<PresetInput> = fc.record({
  draft: anything,
  lastDecision: payable,
  budget: fc.nat(60_000_000),
  insightPrices: fc.constant(insightPrices),
  customers: cellsOf(fc.nat(20_000)),
});

describe('presets', () => {
  test.prop([fc.constantFrom(...PRESET_NAMES), input])(
    'every preset is a decision that the rules take, whatever the draft was',
    (name, given) => {
      const checked = checkDecision(presetDraft(name, given), {
        budget: given.budget,
        insightPrices,
        roundsLeft: 1,
      });
      expect(checked).toMatchObject({ ok: true });
    },
  );

  test.prop([payable, fc.integer({ min: 1_800_000, max: 60_000_000 })])(
    'fitting leaves what fits alone, and uses the whole of a budget that is too small',
    (decision, budget) => {
      const fitted = fitToBudget(decision, budget, insightPrices);
      const spending = decisionSpending(decision, insightPrices);
      if (spending <= budget) expect(fitted).toEqual(decision);
      else {
        expect(decisionSpending(fitted, insightPrices)).toBe(budget);
        expect(fitted.insight).toBe(decision.insight);
        const scale = (budget - insightPrices[decision.insight]) / (spending - insightPrices[decision.insight]);
        for (const lever of LEVERS) {
          for (const tier of TIERS) {
            expect(Math.abs(fitted[lever][tier] - decision[lever][tier] * scale)).toBeLessThan(1.001);
          }
        }
      }
    },
  );

  test.prop([payable, fc.integer({ min: 1_800_000, max: 60_000_000 })])(
    'scaling uses the whole budget, unless nothing is spent',
    (draft, budget) => {
      const given = { draft, lastDecision: draft, budget, insightPrices, customers: harbour };
      const scaled = presetDraft('scaleToBudget', given);
      const money = LEVERS.reduce((sum, lever) => sum + leverTotal(draft, lever), 0);
      if (money === 0) expect(scaled).toEqual(draft);
      else expect(decisionSpending(scaled, insightPrices)).toBe(budget);
    },
  );

  const harbour = { platinum: 1_200, gold: 3_600, silver: 7_200, bronze: 12_000 };

  plainTest('even per customer keeps each lever’s total and gives every head the same, to the cent', () => {
    const given = {
      draft: fixtureDecision,
      lastDecision: EMPTY_DECISION,
      budget: 30_000_000,
      insightPrices,
      customers: harbour,
    };
    const even = presetDraft('evenPerCustomer', given);
    for (const lever of LEVERS) {
      expect(leverTotal(even, lever)).toBe(leverTotal(fixtureDecision, lever));
      const perHead = leverTotal(fixtureDecision, lever) / 24_000;
      for (const tier of TIERS) expect(Math.abs(even[lever][tier] - perHead * harbour[tier])).toBeLessThan(1);
    }
  });

  plainTest('repeating keeps last quarter’s insight too; clearing leaves nothing', () => {
    const lastDecision: Decision = { ...fixtureDecision, insight: 2 };
    const given = { draft: EMPTY_DECISION, lastDecision, budget: 30_000_000, insightPrices, customers: harbour };
    expect(presetDraft('repeatLast', given)).toEqual(lastDecision);
    expect(decisionSpending(presetDraft('clear', given), insightPrices)).toBe(0);
  });

  plainTest('an insight level that the budget cannot pay gives way to one that it can', () => {
    expect(fitToBudget({ ...fixtureDecision, insight: 2 }, 600_000, insightPrices)).toMatchObject({ insight: 1 });
    expect(fitToBudget({ ...fixtureDecision, insight: 2 }, 0, insightPrices)).toEqual(EMPTY_DECISION);
    // A level that the game does not offer has no price.
    expect(fitToBudget({ ...fixtureDecision, insight: 3 }, 30_000_000, [0, 500_000])).toMatchObject({ insight: 1 });
  });
});
