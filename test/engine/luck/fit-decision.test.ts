import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import {
  byTier,
  checkDecision,
  type Decision,
  fitDecision,
  type InsightLevel,
  LEVERS,
  TIERS,
} from '../../../src/engine/index.ts';

const PRICES = [0, 5_000_00, 10_000_00];
const cents = fc.integer({ min: 0, max: 50_000_00 });
const cells = fc.tuple(cents, cents, cents, cents).map((values) => byTier((_, t) => values[t]));
const decisions: fc.Arbitrary<Decision> = fc.record({
  acquisition: cells,
  retention: cells,
  service: cells,
  insight: fc.constantFrom<InsightLevel>(0, 1, 2, 3),
});

test.prop([decisions, fc.integer({ min: 0, max: 800_000_00 })])('what is fitted can be paid', (decision, budget) => {
  const fitted = fitDecision(decision, budget, PRICES);
  expect(checkDecision(fitted, { budget, insightPrices: PRICES, roundsLeft: 1 })).toMatchObject({ ok: true });
  expect(fitted.insight).toBeLessThanOrEqual(decision.insight);
});

test.prop([decisions, fc.integer({ min: 0, max: 800_000_00 })])('what fits is not touched', (decision, budget) => {
  const check = checkDecision(decision, { budget, insightPrices: PRICES, roundsLeft: 1 });
  if (check.ok) expect(fitDecision(decision, budget, PRICES)).toBe(decision);
});

test('what does not fit is cut in proportion, and nearly all is spent', () => {
  const decision: Decision = {
    acquisition: byTier(() => 30_000_00),
    retention: byTier((_, t) => 10_000_00 * t),
    service: byTier(() => 20_000_00),
    insight: 2,
  };
  const fitted = fitDecision(decision, 140_000_00, PRICES);
  for (const lever of LEVERS) {
    for (const tier of TIERS) expect(fitted[lever][tier]).toBe(decision[lever][tier] / 2);
  }
  expect(fitted.insight).toBe(2);
});

test('insight that cannot be paid is bought a level lower', () => {
  const nothing: Decision = {
    acquisition: byTier(() => 0),
    retention: byTier(() => 0),
    service: byTier(() => 0),
    insight: 2,
  };
  expect(fitDecision(nothing, 7_000_00, PRICES).insight).toBe(1);
  expect(fitDecision(nothing, 4_000_00, PRICES).insight).toBe(0);
});
