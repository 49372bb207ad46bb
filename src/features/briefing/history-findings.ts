import type { ByTier, Cents, RoundReport, Tier } from '../../store/selectors/constants.ts';

/** Below this relative change, a figure counts as unmoved. */
const EVEN = 0.02;
const QUARTERS_A_YEAR = 4;

export type Trend = 'up' | 'down' | 'even';

export type RevenueFinding = {
  readonly trend: Trend;
  /** Last four quarters against the four before, as a share of those; 0 without eight quarters. */
  readonly change: number;
  /** Contribution per unit of revenue, last four quarters. */
  readonly contributionShare: number;
};

/** How revenue moved over the last year, and what of it is left. */
export function revenueFinding(history: readonly RoundReport[]): RevenueFinding {
  const last = history.slice(-QUARTERS_A_YEAR);
  const before = history.slice(-2 * QUARTERS_A_YEAR, -QUARTERS_A_YEAR);
  const revenue = total(last, (report) => report.income.revenue);
  const earlier = total(before, (report) => report.income.revenue);
  const change = earlier > 0 && before.length === last.length ? revenue / earlier - 1 : 0;
  return {
    trend: trendOf(change),
    change,
    contributionShare: revenue > 0 ? total(last, (report) => report.income.contribution) / revenue : 0,
  };
}

export type ChurnFinding = {
  readonly trend: Trend;
  /** A quarter, mean of the last four. */
  readonly won: number;
  readonly back: number;
  readonly lost: number;
};

/** Whether more customers come (new, or back after a pause) than stop buying. */
export function churnFinding(history: readonly RoundReport[]): ChurnFinding {
  const last = history.slice(-QUARTERS_A_YEAR);
  const won = Math.round(total(last, newCustomersOf) / Math.max(1, last.length));
  const lost = Math.round(total(last, lapsedOf) / Math.max(1, last.length));
  const back = Math.round(total(last, returnedOf) / Math.max(1, last.length));
  const base = last.length > 0 ? onFileOf(last[0]) : 0;
  return { trend: trendOf(base > 0 ? (QUARTERS_A_YEAR * (won + back - lost)) / base : 0), won, back, lost };
}

/** All newcomers of a quarter. */
export function newCustomersOf(report: RoundReport): number {
  return report.newCustomers.paid + report.newCustomers.referred + report.newCustomers.organic;
}

/** Lapsed customers who bought again. */
export function returnedOf({ flows: { lapsed } }: RoundReport): number {
  return lapsed.platinum + lapsed.gold + lapsed.silver + lapsed.bronze;
}

function onFileOf({ tiers }: RoundReport): number {
  return tiers.platinum.customers + tiers.gold.customers + tiers.silver.customers + tiers.bronze.customers;
}

/** Customers who fell off file in a quarter, from any tier. */
export function lapsedOf({ flows }: RoundReport): number {
  return flows.platinum.lapsed + flows.gold.lapsed + flows.silver.lapsed + flows.bronze.lapsed;
}

export type TierShare = { readonly tier: Tier; readonly customers: number; readonly contribution: number };

/** Each tier's share of customers on file and of the last year's contribution. */
export function tierShares(
  facts: ByTier<{ readonly customers: number; readonly trailingContribution: Cents }>,
): readonly TierShare[] {
  const tiers = Object.keys(facts) as Tier[];
  const customers = tiers.reduce((sum, tier) => sum + facts[tier].customers, 0);
  const contribution = tiers.reduce((sum, tier) => sum + facts[tier].trailingContribution, 0);
  return tiers.map((tier) => ({
    tier,
    customers: customers > 0 ? facts[tier].customers / customers : 0,
    contribution: contribution > 0 ? facts[tier].trailingContribution / contribution : 0,
  }));
}

function trendOf(change: number): Trend {
  return change > EVEN ? 'up' : change < -EVEN ? 'down' : 'even';
}

function total(reports: readonly RoundReport[], of: (report: RoundReport) => number): number {
  return reports.reduce((sum, report) => sum + of(report), 0);
}
