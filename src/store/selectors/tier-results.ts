import { type Cents, type RoundReport, TIERS, type Tier } from '../../engine/index.ts';
import { tierTotal } from './desk.ts';

export type TierResultRow = {
  readonly tier: Tier;
  /** At the start of the round. */
  readonly customers: number;
  readonly activeCustomers: number;
  /** activeCustomers / customers; null in an empty tier. */
  readonly activeShare: number | null;
  readonly orders: number;
  readonly contacts: number;
  readonly revenue: Cents;
  readonly grossMargin: Cents;
  readonly contribution: Cents;
  /** What the round's decision spent on the tier, all levers. */
  readonly spend: Cents;
  readonly acquisition: Cents;
  readonly retention: Cents;
  readonly service: Cents;
  readonly serviceQuality: number;
  readonly surveyAnswers: number;
  readonly satisfaction: number | null;
  readonly satisfactionStandardError: number | null;
  readonly netPromoterScore: number | null;
  readonly estimatedCustomersSaved: number;
  readonly newCustomers: number;
  readonly costPerNewCustomer: Cents | null;
  readonly marginalCostPerNewCustomer: Cents;
};

/** One round's results by the tier that customers were in, best tier first. */
export function tierResultRows(report: RoundReport): readonly TierResultRow[] {
  return TIERS.map((tier) => {
    const result = report.tiers[tier];
    return {
      tier,
      customers: result.customers,
      activeCustomers: result.activeCustomers,
      activeShare: result.customers > 0 ? result.activeCustomers / result.customers : null,
      orders: result.orders,
      contacts: result.contacts,
      revenue: result.revenue,
      grossMargin: result.grossMargin,
      contribution: result.contribution,
      spend: tierTotal(report.decision, tier),
      acquisition: report.decision.acquisition[tier],
      retention: report.decision.retention[tier],
      service: report.decision.service[tier],
      serviceQuality: result.serviceQuality,
      surveyAnswers: result.survey.answers,
      satisfaction: result.survey.satisfaction,
      satisfactionStandardError: result.survey.standardError,
      netPromoterScore: result.survey.netPromoterScore,
      estimatedCustomersSaved: result.estimatedCustomersSaved,
      newCustomers: result.newCustomers,
      costPerNewCustomer: result.costPerNewCustomer,
      marginalCostPerNewCustomer: result.marginalCostPerNewCustomer,
    };
  });
}

export type TierFactsRow = {
  readonly tier: Tier;
  /** Now, and the change from the quarter before (null when there is none). */
  readonly customers: number;
  readonly customersChange: number | null;
  readonly trailingRevenue: Cents;
  readonly trailingRevenueChange: Cents | null;
  readonly trailingContribution: Cents;
  readonly trailingContributionChange: Cents | null;
  readonly trailingOrders: number;
  readonly trailingContacts: number;
  readonly estimatedEquity: Cents;
  readonly estimatedEquityChange: Cents | null;
};

/**
 * The customer base as it will be treated next, by tier, with its change from a quarter ago. The tiers' members change
 * too: a change is the tier's, not of the same customers.
 */
export function tierFactsRows(latest: RoundReport, previous: RoundReport | null): readonly TierFactsRow[] {
  return TIERS.map((tier) => {
    const now = latest.nextTiers[tier];
    const before = previous?.nextTiers[tier];
    return {
      tier,
      ...now,
      customersChange: before ? now.customers - before.customers : null,
      trailingRevenueChange: before ? now.trailingRevenue - before.trailingRevenue : null,
      trailingContributionChange: before ? now.trailingContribution - before.trailingContribution : null,
      estimatedEquityChange: before ? now.estimatedEquity - before.estimatedEquity : null,
    };
  });
}
