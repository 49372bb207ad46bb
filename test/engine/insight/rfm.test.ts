import { describe, expect, it } from 'vitest';
import { observe, openFirm, playRound, TIERS } from '../../../src/engine/index.ts';
import { RFM_FREQUENCIES } from '../../../src/engine/insight/rfm.ts';
import { everywhere } from '../../support/decisions.ts';
import { smallHarbour } from '../../support/small-harbour.ts';

describe('the RFM report', () => {
  it('holds every customer on file once, with the tiers’ own money, at every insight level', () => {
    const { firm } = openFirm(smallHarbour, 'rfm', 'full');
    for (const insight of [0, 1, 2, 3] as const) {
      expect(playRound(firm, everywhere(10_000, insight))).toEqual({ ok: true });
      const { rfm, nextTiers } = observe(firm);
      expect(rfm).toHaveLength(4 * RFM_FREQUENCIES.length);
      for (const figure of ['customers', 'trailingRevenue', 'estimatedEquity'] as const) {
        const byTier = TIERS.reduce((sum, tier) => sum + nextTiers[tier][figure], 0);
        expect(
          rfm.reduce((sum, cell) => sum + cell[figure], 0),
          figure,
        ).toBe(byTier);
      }
    }
  });

  it('puts this quarter’s newcomers, with their one order, into the most recent and rarest cell', () => {
    const { firm } = openFirm(smallHarbour, 'newcomers');
    playRound(firm, everywhere(20_000));
    const { rfm, newCustomers } = observe(firm);
    const newest = rfm.find(({ recency, ordersFrom }) => recency === 0 && ordersFrom === 1);
    expect(newest?.customers).toBeGreaterThanOrEqual(newCustomers.paid + newCustomers.referred + newCustomers.organic);
  });
});
