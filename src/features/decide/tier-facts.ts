import type { Cents, RoundReport, Tier, TierFacts } from '../../engine/index.ts';

/** A figure and how it moved against the quarter before. */
export type Trended = {
  readonly value: number;
  /** Relative change, .05 = 5 % more; null when there is nothing to compare with. */
  readonly change: number | null;
};

/** What the firm knows of a tier when it decides: the customers it is about to treat. */
export type TierBrief = {
  readonly tier: Tier;
  readonly customers: Trended;
  /** Cents, last four quarters. */
  readonly revenue: Trended;
  /** Cents, last four quarters, after orders' and contacts' cost. */
  readonly contribution: Trended;
  /** Cents, by the insight level in force. */
  readonly estimatedValue: Trended;
  /** Cents per customer; null in an empty tier. */
  readonly valuePerCustomer: Cents | null;
};

/**
 * A tier's facts with their trend against the previous quarter. The estimated value has no trend in the quarter in
 * which the insight level changed: another yardstick is not another length.
 *
 * @param reports history and rounds played, oldest first, at least one
 */
export function tierBrief(reports: readonly RoundReport[], tier: Tier): TierBrief {
  const last = reports[reports.length - 1];
  const before = reports.length > 1 ? reports[reports.length - 2] : null;
  const now = last.nextTiers[tier];
  const then = before?.nextTiers[tier] ?? null;
  const sameYardstick = before?.insightLevel === last.insightLevel;
  return {
    tier,
    customers: trended(now, then, 'customers'),
    revenue: trended(now, then, 'trailingRevenue'),
    contribution: trended(now, then, 'trailingContribution'),
    estimatedValue: trended(now, sameYardstick ? then : null, 'estimatedEquity'),
    valuePerCustomer: now.customers > 0 ? now.estimatedEquity / now.customers : null,
  };
}

function trended(
  now: TierFacts,
  before: TierFacts | null,
  field: 'customers' | 'trailingRevenue' | 'trailingContribution' | 'estimatedEquity',
): Trended {
  const value = now[field];
  // A change of a negative or empty figure in percent would mislead.
  if (before === null || before[field] <= 0 || value < 0) return { value, change: null };
  return { value, change: value / before[field] - 1 };
}
