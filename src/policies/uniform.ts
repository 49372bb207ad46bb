import { byTier, TIERS } from '../engine/index.ts';
import type { Policy } from './policy.ts';
import { latestReport, split } from './split.ts';

const SPEND = 0.81;
/** Percent of the money: acquisition by tier aimed at, retention and service for all heads alike. */
const ACQUISITION = { platinum: 4, gold: 9, silver: 12, bronze: 13 };
const RETENTION = 22;
const SERVICE = 40;

/** Treats every customer well and every customer the same. */
export const uniform: Policy = {
  name: 'uniform',
  summary: 'Good service and retention, the same for every head.',
  decide(view) {
    const spend = SPEND * view.budget;
    const { nextTiers } = latestReport(view);
    const heads = byTier((tier) => nextTiers[tier].customers);
    const percentOfAcquisition = TIERS.reduce((sum, tier) => sum + ACQUISITION[tier], 0);
    const percents = percentOfAcquisition + RETENTION + SERVICE;
    return {
      acquisition: split((spend * percentOfAcquisition) / percents, ACQUISITION),
      retention: split((spend * RETENTION) / percents, heads),
      service: split((spend * SERVICE) / percents, heads),
      insight: 0,
    };
  },
};
