import { TIERS } from '../tiering/tiers.ts';
import type { RoundReport } from './round-report.ts';

/** The figures of a round that a player may ask "why?" about. Money in cents, service quality 0 to 1. */
export const FIGURE_NAMES = [
  'firmValue',
  'equity',
  'cash',
  'customers',
  'contribution',
  'revenue',
  'newCustomers',
  'quality.platinum',
  'quality.gold',
  'quality.silver',
  'quality.bronze',
] as const;

export type FigureName = (typeof FIGURE_NAMES)[number];

export type RoundFigures = Readonly<Record<FigureName, number>>;

/** The same figures as a report shows them: estimates where the report has estimates. */
export function roundFigures(report: RoundReport): RoundFigures {
  const { equity, income, newCustomers, tiers, nextTiers } = report;
  return {
    firmValue: equity.estimatedFirmValue,
    equity: equity.closing,
    cash: income.cashFlow,
    customers: TIERS.reduce((sum, tier) => sum + nextTiers[tier].customers, 0),
    contribution: income.contribution,
    revenue: income.revenue,
    newCustomers: newCustomers.paid + newCustomers.referred + newCustomers.organic,
    'quality.platinum': tiers.platinum.serviceQuality,
    'quality.gold': tiers.gold.serviceQuality,
    'quality.silver': tiers.silver.serviceQuality,
    'quality.bronze': tiers.bronze.serviceQuality,
  };
}
