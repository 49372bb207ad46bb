import { decideByShares, type ShareRule } from '../engine/index.ts';
import type { Policy } from './policy.ts';

const SPEND = 0.81;

/** A policy that splits its money by the same weights in every round. */
export function fixedShares(name: string, summary: string, rule: ShareRule): Policy {
  return {
    name,
    summary,
    isBlind: true,
    decide: ({ budget, insightPrices }) => decideByShares(rule, budget, insightPrices),
  };
}

/** What the firm did before: the shadow firm. */
export const statusQuo = fixedShares('status-quo', 'Goes on as the firm always did: mostly advertising.', {
  spend: SPEND,
  acquisition: { platinum: 6, gold: 14, silver: 20, bronze: 22 },
  retention: { platinum: 5, gold: 3, silver: 2, bronze: 2 },
  service: { platinum: 5, gold: 7, silver: 7, bronze: 7 },
  insight: 0,
});

export const massAcquisition = fixedShares('mass-acquisition', 'Counts heads: nearly all money buys new customers.', {
  spend: SPEND,
  acquisition: { platinum: 6, gold: 16, silver: 28, bronze: 32 },
  retention: { platinum: 1, gold: 1, silver: 1, bronze: 1 },
  service: { platinum: 1, gold: 2, silver: 5, bronze: 6 },
  insight: 0,
});

const EVERYTHING_FOR_THE_TOP: ShareRule = {
  spend: SPEND,
  acquisition: { platinum: 25, gold: 0, silver: 0, bronze: 0 },
  retention: { platinum: 40, gold: 0, silver: 0, bronze: 0 },
  service: { platinum: 35, gold: 0, silver: 0, bronze: 0 },
  insight: 0,
};

export const bestOnly = fixedShares(
  'best-only',
  'Everything for the top tier, nothing for anyone else.',
  EVERYTHING_FOR_THE_TOP,
);

/** Knows who the best are, and still loses. */
export const bestOnlyByValue = fixedShares(
  'best-only-by-value',
  'Everything for the top tier, with tiers by estimated lifetime value.',
  { ...EVERYTHING_FOR_THE_TOP, insight: 2 },
);

export const milk = fixedShares('milk', 'Takes the cash now: spends a tenth of what it could.', {
  spend: 0.11,
  acquisition: { platinum: 10, gold: 10, silver: 10, bronze: 10 },
  retention: { platinum: 10, gold: 5, silver: 0, bronze: 0 },
  service: { platinum: 10, gold: 15, silver: 15, bronze: 15 },
  insight: 0,
});

export const noSpending = fixedShares('no-spending', 'Spends nothing at all.', {
  spend: 0,
  acquisition: { platinum: 0, gold: 0, silver: 0, bronze: 0 },
  retention: { platinum: 0, gold: 0, silver: 0, bronze: 0 },
  service: { platinum: 0, gold: 0, silver: 0, bronze: 0 },
  insight: 0,
});
