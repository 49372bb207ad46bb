import { byTier, type InsightLevel, TIERS } from '../engine/index.ts';
import type { Policy } from './policy.ts';
import { latestReport, split } from './split.ts';

const SPEND = 0.81;
/** Percent of the money by lever. */
const ACQUISITION = 34;
const RETENTION = 30;
const SERVICE = 36;
/** Look-alikes of the middle tiers first. */
const ACQUISITION_WEIGHTS = { platinum: 12, gold: 33, silver: 35, bronze: 20 };
/** Service floor for every tier: cents per contact seen, and the load of a customer without contacts. */
const FLOOR_PER_CONTACT = 2_00;
const LOAD_PER_CUSTOMER = 0.15;
const LARGEST_FLOOR_SHARE = 0.7;
/** No customer counts for less than this, cents. */
const LOWEST_VALUE = 5_00;
const QUARTERS_A_YEAR = 4;

/**
 * Retention by estimated value, service with a floor for everyone and the rest by estimated value, acquisition aimed at
 * look-alikes: by what the given insight level reveals.
 */
function valueBased(name: string, summary: string, level: InsightLevel): Policy {
  return {
    name,
    summary,
    decide(view) {
      const insight = view.budget > view.insightPrices[level] ? level : 0;
      const spend = SPEND * (view.budget - view.insightPrices[insight]);
      const { nextTiers } = latestReport(view);
      const value = byTier((tier) =>
        Math.max(LOWEST_VALUE * nextTiers[tier].customers, nextTiers[tier].estimatedEquity),
      );
      const floor = byTier((tier) => {
        const { customers, trailingContacts } = nextTiers[tier];
        return FLOOR_PER_CONTACT * (trailingContacts / QUARTERS_A_YEAR + LOAD_PER_CUSTOMER * customers);
      });
      const service = (spend * SERVICE) / 100;
      const floors = Math.min(
        LARGEST_FLOOR_SHARE * service,
        TIERS.reduce((sum, tier) => sum + floor[tier], 0),
      );
      const base = split(floors, floor);
      const premium = split(service - floors, value);
      return {
        acquisition: split((spend * ACQUISITION) / 100, ACQUISITION_WEIGHTS),
        retention: split((spend * RETENTION) / 100, value),
        service: byTier((tier) => base[tier] + premium[tier]),
        insight,
      };
    },
  };
}

export const revenueTiers = valueBased(
  'revenue-tiers',
  'Customer-centric on the wrong measure: tiers by last year’s revenue.',
  0,
);

export const profitTiers = valueBased(
  'profit-tiers',
  'Customer-centric on last year’s contribution after cost to serve.',
  1,
);

export const customerCentric = valueBased(
  'customer-centric',
  'Treats customers by estimated lifetime value, with a service floor for all.',
  2,
);
