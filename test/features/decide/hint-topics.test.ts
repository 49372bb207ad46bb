import { describe, expect, it } from 'vitest';
import { byTier } from '../../../src/engine/index.ts';
import { hintTopics } from '../../../src/features/decide/hint-topics.ts';
import { formatsOf } from '../../../src/ui/format.ts';
import { everywhere } from '../../support/decisions.ts';
import { fixtureReport } from '../../support/fixture-reports.ts';

const formats = formatsOf('en', 'USD');
const fixture = fixtureReport(0);
const last = {
  ...fixture,
  tiers: byTier((tier) => ({ ...fixture.tiers[tier], serviceQuality: 0.8, marginalCostPerNewCustomer: 1 })),
};
const sound = {
  draft: { ...everywhere(1_000, 2), retention: { platinum: 10_000, gold: 1_000, silver: 500, bronze: 0 } },
  last,
  budget: 19_500,
  insightPrices: [0, 0, 0],
  isLastRound: false,
  customers: byTier(() => 100),
};

describe('hints', () => {
  it('find what is odd in a plan, and nothing in a sound one', () => {
    const topicsOf = (change: Partial<typeof sound>) =>
      hintTopics({ ...sound, ...change }, formats).map(({ topic }) => topic);
    expect(topicsOf({})).toEqual(['steady']);
    expect(topicsOf({ budget: 40_000 })).toEqual(['unspent']);
    expect(topicsOf({ draft: { ...sound.draft, insight: 0 } })).toEqual(['insight']);
    expect(topicsOf({ draft: { ...sound.draft, insight: 0 }, isLastRound: true })).toEqual(['steady']);
    expect(topicsOf({ draft: { ...sound.draft, service: { ...sound.draft.service, bronze: 0 } } })).toEqual([
      'unserved',
    ]);
    expect(topicsOf({ draft: { ...sound.draft, retention: byTier(() => 2_000) }, budget: 16_000 })).toEqual(['alike']);
    const dear = byTier((tier) => ({ ...last.tiers[tier], marginalCostPerNewCustomer: tier === 'gold' ? 1e12 : 1 }));
    expect(topicsOf({ last: { ...last, tiers: dear } })).toEqual(['costly']);
    const poor = byTier((tier) => ({ ...last.tiers[tier], serviceQuality: 0.4 }));
    expect(topicsOf({ last: { ...last, tiers: poor } })).toEqual(['neglected']);
  });
});
