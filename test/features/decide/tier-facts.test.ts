import { expect, it } from 'vitest';
import { tierBrief } from '../../../src/features/decide/tier-facts.ts';
import { fixtureReport } from '../../support/fixture-reports.ts';

it('compares with the quarter before', () => {
  const [before, now] = [fixtureReport(-2), fixtureReport(-1)];
  const brief = tierBrief([before, now], 'gold');
  expect(brief.revenue.value).toBe(now.nextTiers.gold.trailingRevenue);
  expect(brief.revenue.change).toBeCloseTo(
    now.nextTiers.gold.trailingRevenue / before.nextTiers.gold.trailingRevenue - 1,
    12,
  );
  expect(brief.valuePerCustomer).toBeCloseTo(now.nextTiers.gold.estimatedEquity / now.nextTiers.gold.customers, 9);
});

it('has no trend without a quarter before, nor from a figure that was not positive', () => {
  expect(tierBrief([fixtureReport(-1)], 'gold').customers.change).toBeNull();
  const before = fixtureReport(-2);
  const loss = {
    ...before,
    nextTiers: { ...before.nextTiers, bronze: { ...before.nextTiers.bronze, trailingContribution: -5 } },
  };
  expect(tierBrief([loss, fixtureReport(-1)], 'bronze').contribution.change).toBeNull();
});

it('does not compare estimates of two insight levels', () => {
  const now = { ...fixtureReport(-1), insightLevel: 1 as const };
  const brief = tierBrief([fixtureReport(-2), now], 'gold');
  expect(brief.estimatedValue.change).toBeNull();
  expect(brief.revenue.change).not.toBeNull();
});

it('has no value per customer in an empty tier', () => {
  const now = fixtureReport(-1);
  const empty = { ...now, nextTiers: { ...now.nextTiers, gold: { ...now.nextTiers.gold, customers: 0 } } };
  expect(tierBrief([empty], 'gold').valuePerCustomer).toBeNull();
});
