import type { Cents, InsightLevel } from '../decision/decision.ts';
import type { ByTier } from '../tiering/tiers.ts';

/**
 * Everything that is a number in the model: immutable data. Money in cents, rates per round (a quarter), shares 0 to 1.
 * The equations that use these parameters are in `engine/README.md`.
 */
export type Scenario = {
  readonly id: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Living customers when the warm-up begins. */
  readonly customers: number;
  readonly rounds: number;
  readonly warmUpRounds: number;
  /** Effective rate a year. */
  readonly annualDiscountRate: number;
  readonly classes: readonly CustomerClass[];
  readonly heterogeneity: Heterogeneity;
  readonly startingBase: StartingBase;
  readonly tiering: Tiering;
  readonly insight: Insight;
  readonly budget: BudgetRule;
  readonly costs: Costs;
  readonly service: Service;
  readonly satisfaction: Satisfaction;
  readonly staying: Staying;
  readonly engagement: Engagement;
  readonly reputation: Reputation;
  readonly acquisition: Acquisition;
  readonly referral: Referral;
  readonly organic: Organic;
  readonly survey: SurveyRule;
  /** What the firm did before the player came: plays the warm-up, and the shadow firm. */
  readonly legacyPolicy: ShareRule;
};

/** A latent class of customers: never shown in play. */
export type CustomerClass = {
  readonly name: string;
  /** Weight in the base at the start (normalised over classes). */
  readonly shareOfBase: number;
  /** Weight among people reached by broad advertising (normalised over classes). */
  readonly shareOfMassMarket: number;
  /** λ: mean orders a quarter of a customer who gives the firm the whole wallet. */
  readonly purchaseRate: number;
  /** Gamma shape of λ over customers. */
  readonly purchaseRateShape: number;
  /** µ: mean dropout rate a quarter at reference service. */
  readonly dropoutRate: number;
  /** Gamma shape of µ over customers. */
  readonly dropoutRateShape: number;
  /** Mean value of an order, cents. */
  readonly orderValue: Cents;
  /** Mean gross margin after discounts, share of revenue. */
  readonly margin: number;
  /** Service contacts a quarter that do not depend on orders. */
  readonly contactsFixed: number;
  /** Service contacts per order. */
  readonly contactsPerOrder: number;
  /** w0: share of wallet given to the firm at the first order. */
  readonly openingWalletShare: number;
  /** ρ: speed a quarter at which the share of wallet moves to where satisfaction draws it. */
  readonly walletSpeed: number;
  /** Mean responsiveness to retention money (1 = ordinary). */
  readonly responsiveness: number;
  /** Referral propensity (1 = the most talkative). */
  readonly referralRate: number;
};

/** How customers differ within their class. */
export type Heterogeneity = {
  /** p: gamma shape of single order values around a customer's mean (Gamma-Gamma). */
  readonly orderValueShape: number;
  /** Coefficient of variation of mean order values over customers (Gamma-Gamma: q = 2 + 1/cv²). */
  readonly orderValueVariation: number;
  /** Gamma shape of contact rates around their mean. */
  readonly contactRateShape: number;
  /** Standard deviation of the margin, and its bounds. */
  readonly marginSpread: number;
  readonly marginLowest: number;
  readonly marginHighest: number;
  /** σ of the lognormal responsiveness (mean kept). */
  readonly responsivenessSpread: number;
};

/** The base at the start: survivors of cohorts of different ages. */
export type StartingBase = {
  /** Ages are uniform over 0 … this many quarters. */
  readonly oldestAge: number;
  /** Accumulated hazard per quarter of age relative to µ, used to correct µ of survivors. */
  readonly survivedHazard: number;
};

export type Tiering = {
  /** Shares of the customers on file, best tier first. */
  readonly shares: ByTier<number>;
  /** A customer is on file who bought within this many quarters. */
  readonly onFileRounds: number;
};

export type Insight = {
  /** Price a quarter by level, cents. */
  readonly prices: readonly Cents[];
  /** How much a newcomer won by look-alike advertising resembles the tier aimed at, by level. */
  readonly fidelity: readonly number[];
  /** Years of the present contribution a customer is taken to be worth at levels 0 and 1. */
  readonly ruleOfThumbYears: number;
  /** Contribution as a share of revenue, taken for everyone alike at level 0. */
  readonly ruleOfThumbMargin: number;
  /** Observed gross margin below which a customer counts as deal-prone (level 2 keeps two models). */
  readonly dealProneBelow: number;
  /** Level 2: customers of the firm's records that its models are fitted to. */
  readonly sampleSize: number;
  /** Level 2: where the fits start, and what stands in for one that does not converge. Rates per quarter. */
  readonly regular: LifetimeStart;
  readonly dealProne: LifetimeStart;
  /** The same for the mean order value of a customer of whom nothing is known, cents, and its weight in orders; */
  readonly priorOrderValue: Cents;
  readonly priorOrderWeight: number;
  /** and for contacts a quarter of a customer of whom nothing is known, and its weight in quarters. */
  readonly priorContactRate: number;
  readonly priorContactWeight: number;
  /** Level 3: potential · (1/share of wallet − 1) is added to a positive value; the survey's error (σ of its logarithm) and bounds. */
  readonly walletPotential: number;
  readonly walletSurveyError: number;
  readonly walletLowest: number;
  readonly walletHighest: number;
  /** Relative standard error of the estimates of customers saved and of responsiveness, by level. */
  readonly savedError: readonly number[];
};

/** Pareto/NBD: λ ~ Gamma(r, rate alpha), µ ~ Gamma(s, rate beta). */
export type LifetimeStart = { readonly r: number; readonly alpha: number; readonly s: number; readonly beta: number };

export type BudgetRule = {
  /** Budget / smoothed contribution. */
  readonly shareOfContribution: number;
  /** Weight of the last quarter in the smoothed contribution. */
  readonly lastQuarterWeight: number;
  /** Contribution a quarter before the warm-up, cents. */
  readonly openingContribution: Cents;
  /** Bounds as multiples of the first played budget. */
  readonly lowest: number;
  readonly highest: number;
};

export type Costs = {
  readonly perOrder: Cents;
  readonly perContact: Cents;
  /** A quarter, per customer in a tier. */
  readonly perAccount: Cents;
  /** A quarter, for the firm. */
  readonly overhead: Cents;
};

export type Service = {
  /** Quality without money, and what money can add at most. */
  readonly floor: number;
  readonly span: number;
  /** How fast quality saturates, per currency unit per unit of load. */
  readonly saturation: number;
  /** Load of a customer besides expected contacts. */
  readonly loadPerCustomer: number;
  /** Quality that lapsed customers meet. */
  readonly qualityOffFile: number;
  /** Quality at which contacts are as the class's rate says. */
  readonly referenceQuality: number;
  /** Relative change of contacts per unit of quality below reference, and the lowest factor. */
  readonly failureDemand: number;
  readonly lowestContactFactor: number;
};

export type Satisfaction = {
  /** Of a newcomer; and of the base at the start. */
  readonly atArrival: number;
  readonly atStart: number;
  /** Share of the gap to the quality met that closes in a quarter. */
  readonly speed: number;
  /** Where hazards are as the class's rate says. */
  readonly reference: number;
};

export type Staying = {
  /** exp(−effect · (satisfaction − reference)). */
  readonly satisfactionEffect: number;
  /** 1 + anger · z², z = max(0, (below − satisfaction) / below). */
  readonly angerBelow: number;
  readonly anger: number;
  /** Hazard multipliers in a customer's first quarters. */
  readonly onboarding: readonly number[];
  /** max(lowest, 1 + effect · (reference reputation − reputation)). */
  readonly reputationEffect: number;
  readonly lowestReputationFactor: number;
  /** Retention: 1 − strongest · S, S = y/(1+y), y = (money per head · responsiveness / halfPoint)^curvature; cents. */
  readonly retentionStrongest: number;
  readonly retentionHalfPoint: Cents;
  readonly retentionCurvature: number;
};

export type Engagement = {
  /** Share of wallet is drawn to base + perSatisfaction · satisfaction. */
  readonly base: number;
  readonly perSatisfaction: number;
};

export type Reputation = {
  readonly atStart: number;
  readonly reference: number;
  readonly speed: number;
  /** What lies below this satisfaction counts more, by `negativity` extra. */
  readonly negativeBelow: number;
  readonly negativity: number;
};

export type Acquisition = {
  /** Newcomers a quarter that unlimited money could win, by tier aimed at. */
  readonly cap: ByTier<number>;
  /** Cost of the first newcomer, cents. */
  readonly firstCost: ByTier<Cents>;
  /** (reputation / reference)^exponent within bounds multiplies caps and organic arrivals. */
  readonly reputationExponent: number;
  readonly reputationLowest: number;
  readonly reputationHighest: number;
  /** Tiers that are reached by broad advertising whatever the insight. */
  readonly broadReach: ByTier<boolean>;
};

export type Referral = {
  readonly rate: number;
  /** Only satisfaction above this makes referrals. */
  readonly satisfiedAbove: number;
  /** Share of the referred who are of the referrer's class. */
  readonly fidelity: number;
};

export type Organic = {
  /** Newcomers a quarter at reference reputation. */
  readonly arrivals: number;
};

export type SurveyRule = {
  /** Customers asked per tier. */
  readonly size: number;
  /** Standard deviation of an answer around the customer's satisfaction (scale 0 to 1). */
  readonly spread: number;
};

/** A decision by fixed shares: the money is `spend` × (budget − price of the insight), split by weight. */
export type ShareRule = {
  readonly spend: number;
  readonly acquisition: ByTier<number>;
  readonly retention: ByTier<number>;
  readonly service: ByTier<number>;
  readonly insight: InsightLevel;
};
