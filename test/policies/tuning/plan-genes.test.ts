import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { LEVERS, TIERS } from '../../../src/engine/index.ts';
import { normalisedShares } from '../../../src/policies/shares-of-decision.ts';
import { GENES_PER_RULE, genesOf, planOf, ruleOf } from '../../../src/policies/tuning/plan-genes.ts';
import { harbour } from '../../../src/scenarios/harbour.ts';

const genes = fc.array(fc.double({ min: -6, max: 6, noNaN: true }), {
  minLength: GENES_PER_RULE,
  maxLength: GENES_PER_RULE,
});

test.prop([genes])('any numbers are a plan', (point) => {
  const rule = ruleOf(point);
  const weights = LEVERS.flatMap((lever) => TIERS.map((tier) => rule[lever][tier]));
  expect(Math.min(...weights)).toBeGreaterThan(0);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  expect(rule.spend).toBeGreaterThan(0.29);
  expect(rule.spend).toBeLessThanOrEqual(1);
  expect([0, 1, 2]).toContain(rule.insight);
});

test('a plan and its numbers are the same thing', () => {
  const rule = normalisedShares({ ...harbour.legacyPolicy, insight: 2 });
  const again = ruleOf(genesOf(rule));
  expect(again.insight).toBe(2);
  expect(again.spend).toBeCloseTo(rule.spend, 12);
  for (const lever of LEVERS) for (const tier of TIERS) expect(again[lever][tier]).toBeCloseTo(rule[lever][tier], 12);
});

test('a path goes from the first rule to the last in equal steps', () => {
  const first = genesOf(harbour.legacyPolicy);
  const last = genesOf({ ...harbour.legacyPolicy, spend: 0.5, insight: 2 });
  const path = planOf([...first, ...last], 5);
  expect(path).toHaveLength(5);
  expect(path[0]).toEqual(ruleOf(first));
  expect(path[4]).toEqual(ruleOf(last));
  expect(path[2]).toEqual(ruleOf(first.map((gene, k) => (gene + last[k]) / 2)));
  expect(planOf(first, 5)).toEqual([ruleOf(first)]);
  expect(planOf([...first, ...last], 1)).toEqual([ruleOf(first)]);
});
