import type { Cents, Decision, InsightLevel } from '../decision/decision.ts';
import type { ByTier } from '../tiering/tiers.ts';

/**
 * What a firm can see of one round. Made by `observe()`; nothing in here is latent. All money in integer cents,
 * all rates per round (quarter).
 */
export type RoundReport = {
  /** 0-based; the warm-up history has negative rounds (-8 … -1). */
  readonly round: number;
  readonly decision: Decision;
  /** What could be spent in this round. */
  readonly budget: Cents;
  /** What can be spent in the next one. */
  readonly nextBudget: Cents;
  /** The insight level bought in this round: it made the estimates below and `nextTiers`. */
  readonly insightLevel: InsightLevel;
  /** The insight level that had made the tiers in force during this round. */
  readonly tieredBy: InsightLevel;
  /** This round's results by the tier that customers were in while it was played. */
  readonly tiers: ByTier<TierResult>;
  /** Customers who bought nothing for four quarters but may still come back: on no tier, given no money. */
  readonly lapsed: LapsedResult;
  /** The customer base as it will be treated in the next round. */
  readonly nextTiers: ByTier<TierFacts>;
  /** Customers by tier in this round (rows, and `new`) and after it (columns, and `lapsed`). */
  readonly flows: TierFlows;
  readonly newCustomers: NewCustomers;
  readonly income: IncomeStatement;
  /** 0 to about 1, what the market says of the firm; .45 is ordinary. */
  readonly reputation: number;
  readonly equity: EquityReport;
};

export type TierResult = {
  /** Customers in the tier at the start of the round (including some who have silently gone). */
  readonly customers: number;
  /** Those who bought in this round. */
  readonly activeCustomers: number;
  readonly orders: number;
  readonly contacts: number;
  readonly revenue: Cents;
  readonly grossMargin: Cents;
  readonly orderCost: Cents;
  readonly contactCost: Cents;
  readonly accountCost: Cents;
  /** grossMargin − orderCost − contactCost − accountCost. */
  readonly contribution: Cents;
  /** 0 to 1, of the service that the tier's money bought. */
  readonly serviceQuality: number;
  readonly survey: Survey;
  /** The firm's own (noisy) estimate of how many customers its retention money kept from leaving. */
  readonly estimatedCustomersSaved: number;
  /** Level 3, where retention was tried: how strongly the tier answers to money (1 = ordinary); else null. */
  readonly estimatedResponsiveness: number | null;
  /** Paid newcomers won by the money aimed at look-alikes of this tier. */
  readonly newCustomers: number;
  /** Acquisition money / paid newcomers; null when none came. */
  readonly costPerNewCustomer: Cents | null;
  /** What one more newcomer would have cost at the margin. */
  readonly marginalCostPerNewCustomer: Cents;
};

/** Answers of a small sample of the tier, 0 to 10, asked after the round. */
export type Survey = {
  readonly answers: number;
  /** Mean answer / 10; null without answers. */
  readonly satisfaction: number | null;
  /** Standard error of `satisfaction`; null with fewer than two answers. */
  readonly standardError: number | null;
  /** Share of 9 and 10 minus share of 0 to 6, −1 to 1; null without answers. */
  readonly netPromoterScore: number | null;
};

export type LapsedResult = Pick<
  TierResult,
  | 'customers'
  | 'activeCustomers'
  | 'orders'
  | 'contacts'
  | 'revenue'
  | 'grossMargin'
  | 'orderCost'
  | 'contactCost'
  | 'contribution'
>;

export type TierFacts = {
  readonly customers: number;
  /** Last four quarters. */
  readonly trailingRevenue: Cents;
  /** Last four quarters: gross margin after orders' and contacts' cost. */
  readonly trailingContribution: Cents;
  /** Last four quarters. */
  readonly trailingOrders: number;
  /** Last four quarters. */
  readonly trailingContacts: number;
  /** Sum of the estimated residual lifetime values, by the insight level in force. */
  readonly estimatedEquity: Cents;
  /** Level 3: mean share of wallet that customers state, 0 to about 1.3; else null. */
  readonly surveyedWalletShare: number | null;
};

export const FLOW_ORIGINS = ['platinum', 'gold', 'silver', 'bronze', 'lapsed', 'new'] as const;
export const FLOW_ENDS = ['platinum', 'gold', 'silver', 'bronze', 'lapsed'] as const;

/** Number of customers by where they were during the round (rows) and where they are after it (columns). */
export type TierFlows = Readonly<
  Record<(typeof FLOW_ORIGINS)[number], Readonly<Record<(typeof FLOW_ENDS)[number], number>>>
>;

export type NewCustomers = {
  /** Sum of `tiers[…].newCustomers`. */
  readonly paid: number;
  readonly referred: number;
  readonly organic: number;
  /** First orders of all newcomers; part of `income.revenue`. */
  readonly revenue: Cents;
  readonly grossMargin: Cents;
  readonly orderCost: Cents;
  readonly contribution: Cents;
};

export type IncomeStatement = {
  readonly revenue: Cents;
  readonly costOfGoods: Cents;
  readonly orderCost: Cents;
  readonly contactCost: Cents;
  readonly accountCost: Cents;
  /** revenue − the four costs above. */
  readonly contribution: Cents;
  readonly acquisition: Cents;
  readonly retention: Cents;
  readonly service: Cents;
  readonly insight: Cents;
  readonly overhead: Cents;
  /** contribution − the five lines above. */
  readonly cashFlow: Cents;
  /** Sum of the cash flows of rounds 0 … this one (0 in the warm-up). */
  readonly cumulativeCash: Cents;
};

export const BRIDGE_STEPS = ['acquired', 'returned', 'lapsed', 'revalued', 'insight'] as const;

export type BridgeStep = (typeof BRIDGE_STEPS)[number];

/**
 * Estimated customer equity and the bridge from the last round's to this one's. To the cent:
 * closing = opening + acquired + returned + lapsed + revalued + insight.
 */
export type EquityReport = {
  readonly opening: Cents;
  /** Newcomers of this round, at their estimated value. */
  readonly acquired: Cents;
  /** Lapsed customers who bought again. */
  readonly returned: Cents;
  /** Customers who fell off file (negative as a rule). */
  readonly lapsed: Cents;
  /** Customers on file before and after: the change of what they are estimated to be worth. */
  readonly revalued: Cents;
  /** What the change of insight level alone changed in the estimate of the same customers. */
  readonly insight: Cents;
  readonly closing: Cents;
  /** The same steps by tier: customers on file before by the tier they were in, newcomers and returners by the one they enter. */
  readonly byTier: ByTier<Readonly<Record<BridgeStep, Cents>>>;
  /** Discounted cash of the rounds played + discounted closing equity, as the firm estimates it. */
  readonly estimatedFirmValue: Cents;
};
