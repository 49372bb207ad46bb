import type { Cents } from '../../engine/index.ts';

export type GlassBox = {
  readonly arrows: readonly Arrow[];
  readonly parameters: readonly Parameter[];
  /** How true customer equity changed over the game, to the cent: opening + acquired + lost + changed = closing. */
  readonly equityBridge: {
    readonly opening: Cents;
    /** Newcomers, as they came. */
    readonly acquired: Cents;
    /** Those who left, as they last were (below 0 as a rule). */
    readonly lost: Cents;
    /** Those who stayed. */
    readonly changed: Cents;
    readonly closing: Cents;
  };
};

/** What one thing did to another in this game, on average over the rounds played. */
export type Arrow = {
  readonly id: ArrowId;
  /** Null when the game never tried it (no money, no newcomers …). */
  readonly value: number | null;
  readonly unit: ArrowUnit;
};

export const ARROW_IDS = [
  /** Quality points (0 to 1) that service money added to the floor; mean over customers in tiers. */
  'service-quality',
  /** Change of mean satisfaction of the living in tiers, start to end, 0 to 1. */
  'quality-satisfaction',
  /** Relative change of contacts by the quality met, against reference quality. */
  'quality-contacts',
  /** Relative change of the risk of leaving by satisfaction, against the reference. */
  'satisfaction-risk',
  /** Relative change of the risk of leaving by retention money. */
  'retention-risk',
  /** Relative change of the risk of leaving by reputation, against the reference. */
  'reputation-risk',
  /** Share of the living who left in a quarter. */
  'risk-leaving',
  /** True value that left with them, a quarter. */
  'leaving-equity',
  /** Change of the mean share of wallet of the living, start to end, 0 to 1. */
  'satisfaction-wallet',
  /** Change of true value of those who stayed, a quarter. */
  'wallet-equity',
  /** Orders per living customer a quarter. */
  'wallet-orders',
  /** Contribution of a quarter. */
  'orders-contribution',
  /** Cost of contacts, a quarter. */
  'contacts-contribution',
  /** Change of reputation, start to end. */
  'satisfaction-reputation',
  /** Relative change of reach and of those who come by themselves, by reputation against the reference. */
  'reputation-newcomers',
  /** Referred newcomers a quarter. */
  'satisfaction-referrals',
  /** Paid newcomers a quarter. */
  'acquisition-newcomers',
  /** Advertising per paid newcomer. */
  'acquisition-cost',
  /** True value of a newcomer on arrival, mean. */
  'newcomers-value',
  /** True value of newcomers, a quarter. */
  'newcomers-equity',
  /** Spearman's correlation of estimated and true value over the living on file, mean of the rounds. */
  'insight-tiers',
  /** Budget of the last round against that of the first, relative change. */
  'contribution-budget',
  /** Discounted cash of all rounds. */
  'cash-firm-value',
  /** True equity at the end, discounted. */
  'equity-firm-value',
] as const;

export type ArrowId = (typeof ARROW_IDS)[number];

/** `share`: 0 to 1; `change`: relative, −1 is gone; `points`: difference of shares; `count`: people or orders; `money`: cents. */
export type ArrowUnit = 'share' | 'change' | 'points' | 'count' | 'money' | 'correlation';

/** A number of the scenario. */
export type Parameter = {
  /** Where it stands, such as `staying.angerBelow` or `classes.champions.purchaseRate`. */
  readonly path: string;
  readonly value: number;
  readonly unit: 'money' | 'share' | 'number' | 'count' | 'per-quarter' | 'per-year' | 'quarters';
};
