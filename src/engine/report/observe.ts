import type { Cents, InsightLevel } from '../decision/decision.ts';
import { SURVEYS_WALLETS } from '../insight/wallet-survey.ts';
import { accountTotal, contributionOf, LAPSED_BUCKET, type LedgerPage, NEWCOMER_BUCKET } from '../ledger/ledger.ts';
import { fromFixedPoint } from '../math/fixed-point.ts';
import { FIRST_PAID_CHANNEL, ORGANIC_CHANNEL, REFERRAL_CHANNEL } from '../population/customer-id.ts';
import type { Firm, RoundOutcome, SurveyTally, TieringOutcome } from '../round/firm.ts';
import { type ByTier, byTier, TIER_COUNT } from '../tiering/tiers.ts';
import { estimatedFirmValue } from '../valuation/firm-value.ts';
import {
  BRIDGE_STEPS,
  type BridgeStep,
  type EquityReport,
  FLOW_ENDS,
  FLOW_ORIGINS,
  type IncomeStatement,
  type LapsedResult,
  type NewCustomers,
  type RoundReport,
  type Survey,
  type TierFacts,
  type TierFlows,
  type TierResult,
} from './round-report.ts';
import { type RecordSums, sumRecords } from './sum-records.ts';

/**
 * What a player may see of the round last played: the only way out of the engine during play. Fresh objects, nothing latent.
 */
export function observe(firm: Firm): RoundReport {
  const outcome = firm.last;
  if (!outcome) throw new Error('observe: no round has been played yet');
  const { decision, tieringOutcome, tieredBy } = outcome;
  const records = sumRecords(firm);
  return {
    round: outcome.round,
    decision,
    budget: outcome.budget,
    nextBudget: firm.budget,
    insightLevel: decision.insight,
    tieredBy,
    tiers: byTier((_, t) => tierResult(outcome, t)),
    lapsed: lapsedResult(outcome, tieringOutcome.flows[TIER_COUNT].reduce(sum)),
    nextTiers: byTier((_, t) => tierFacts(tieringOutcome, records, t, decision.insight)),
    flows: tierFlows(tieringOutcome.flows),
    newCustomers: newCustomers(outcome),
    income: incomeStatement(outcome.page, firm.cumulativeCash),
    reputation: firm.reputation,
    equity: equityReport(firm, outcome),
  };
}

/** What the round last played did to the firm's own estimate of its customers, and to its cash: the part of a report that takes no pass over the customers. */
export type EquityObserved = {
  readonly equity: EquityReport;
  readonly cashFlow: Cents;
  /** In the tiers of the round that was played. */
  readonly customers: ByTier<number>;
  /** Of the tiers that follow. */
  readonly estimatedEquity: ByTier<Cents>;
};

export function observeEquity(firm: Firm): EquityObserved {
  const outcome = firm.last;
  if (!outcome) throw new Error('observeEquity: no round has been played yet');
  return {
    equity: equityReport(firm, outcome),
    cashFlow: outcome.page.cash,
    customers: byTier((_, t) => outcome.customers[t]),
    estimatedEquity: byTier((_, t) => outcome.tieringOutcome.equities[t]),
  };
}

const sum = (a: number, b: number) => a + b;

function groupResult({ tally, page }: RoundOutcome, group: number) {
  return {
    activeCustomers: tally.active[group],
    orders: tally.orders[group],
    contacts: tally.contacts[group],
    revenue: page.accounts.revenue[group],
    grossMargin: page.accounts.revenue[group] - page.accounts.costOfGoods[group],
    orderCost: page.accounts.orderCost[group],
    contactCost: page.accounts.contactCost[group],
    contribution: contributionOf(page, group),
  };
}

function tierResult(outcome: RoundOutcome, t: number): TierResult {
  const { page, arrivals } = outcome;
  const newcomers = arrivals[FIRST_PAID_CHANNEL + t];
  return {
    customers: outcome.customers[t],
    ...groupResult(outcome, t),
    accountCost: page.accounts.accountCost[t],
    serviceQuality: outcome.quality[t],
    survey: readSurvey(outcome.surveys[t]),
    estimatedCustomersSaved: outcome.estimatedCustomersSaved[t],
    estimatedResponsiveness: outcome.estimatedResponsiveness[t],
    newCustomers: newcomers,
    costPerNewCustomer: newcomers > 0 ? Math.floor(page.accounts.acquisition[t] / newcomers + 0.5) : null,
    marginalCostPerNewCustomer: outcome.marginalCosts[t],
  };
}

function tierFacts(
  { flows, equities }: TieringOutcome,
  records: RecordSums,
  t: number,
  level: InsightLevel,
): TierFacts {
  const customers = flows.reduce((total, ends) => total + ends[t], 0);
  const asked = level >= SURVEYS_WALLETS && customers > 0;
  return {
    customers,
    trailingRevenue: records.revenue[t],
    trailingContribution: records.contribution[t],
    trailingOrders: records.orders[t],
    trailingContacts: records.contacts[t],
    estimatedEquity: equities[t],
    surveyedWalletShare: asked ? fromFixedPoint(records.surveyedWalletShares[t]) / customers : null,
  };
}

function lapsedResult(outcome: RoundOutcome, customers: number): LapsedResult {
  return { customers, ...groupResult(outcome, LAPSED_BUCKET) };
}

const ANSWER_SCALE = 10;

function readSurvey({ answers, sum: total, sumOfSquares, promoters, detractors }: SurveyTally): Survey {
  if (answers === 0) return { answers, satisfaction: null, standardError: null, netPromoterScore: null };
  const mean = total / answers;
  const variance = answers > 1 ? Math.max(0, (sumOfSquares - answers * mean * mean) / (answers - 1)) : 0;
  return {
    answers,
    satisfaction: mean / ANSWER_SCALE,
    standardError: answers > 1 ? Math.sqrt(variance / answers) / ANSWER_SCALE : null,
    netPromoterScore: (promoters - detractors) / answers,
  };
}

function tierFlows(flows: RoundOutcome['tieringOutcome']['flows']): TierFlows {
  return Object.fromEntries(
    FLOW_ORIGINS.map((origin, from) => [
      origin,
      Object.fromEntries(FLOW_ENDS.map((end, to) => [end, flows[from][to]])),
    ]),
  ) as TierFlows;
}

function newCustomers({ arrivals, page }: RoundOutcome): NewCustomers {
  const revenue = page.accounts.revenue[NEWCOMER_BUCKET];
  return {
    paid: arrivals.slice(FIRST_PAID_CHANNEL, FIRST_PAID_CHANNEL + TIER_COUNT).reduce(sum),
    referred: arrivals[REFERRAL_CHANNEL],
    organic: arrivals[ORGANIC_CHANNEL],
    revenue,
    grossMargin: revenue - page.accounts.costOfGoods[NEWCOMER_BUCKET],
    orderCost: page.accounts.orderCost[NEWCOMER_BUCKET],
    contribution: contributionOf(page, NEWCOMER_BUCKET),
  };
}

function incomeStatement(page: LedgerPage, cumulativeCash: Cents): IncomeStatement {
  const of = (account: Parameters<typeof accountTotal>[1]) => accountTotal(page, account);
  return {
    revenue: of('revenue'),
    costOfGoods: of('costOfGoods'),
    orderCost: of('orderCost'),
    contactCost: of('contactCost'),
    accountCost: of('accountCost'),
    contribution: contributionOf(page),
    acquisition: of('acquisition'),
    retention: of('retention'),
    service: of('service'),
    insight: of('insight'),
    overhead: of('overhead'),
    cashFlow: page.cash,
    cumulativeCash,
  };
}

function equityReport(firm: Firm, { tieringOutcome }: RoundOutcome): EquityReport {
  const total = (step: BridgeStep) => tieringOutcome[step].reduce(sum);
  const ofTier = (t: number) =>
    Object.fromEntries(BRIDGE_STEPS.map((step) => [step, tieringOutcome[step][t]])) as Record<BridgeStep, Cents>;
  return {
    opening: tieringOutcome.openingEquity,
    acquired: total('acquired'),
    returned: total('returned'),
    lapsed: total('lapsed'),
    revalued: total('revalued'),
    insight: total('insight'),
    closing: tieringOutcome.closingEquity,
    byTier: byTier((_, t) => ofTier(t)) as ByTier<Record<BridgeStep, Cents>>,
    estimatedFirmValue: estimatedFirmValue(firm),
  };
}
