import type { Cents } from '../../engine/index.ts';

/** Tiers and, last, those on none: customers who bought nothing for four quarters. */
export const BELIEVED_GROUPS = ['platinum', 'gold', 'silver', 'bronze', 'lapsed'] as const;

export type BelievedGroup = (typeof BELIEVED_GROUPS)[number];

/** The base after the last round as the firm believed it beside the base as it was. */
export type Reveal = {
  readonly customers: RevealedCustomers;
  /** Names of the latent classes; `trueClass` and `byClass` are by position in it. */
  readonly classes: readonly string[];
  /** Platinum … bronze, then lapsed. */
  readonly groups: readonly RevealedGroup[];
  /**
   * Customers on file by the tier they were in (rows) and the tier of the same size they would be in by true value (columns),
   * best first; those who are gone are worth 0.
   */
  readonly deserved: readonly (readonly CountAndValue[])[];
  readonly totals: RevealedTotals;
  readonly treatment: Treatment;
  readonly misclassification: Misclassification;
  /** Stories that this game has: at most one of each kind, in the order of `STORY_KINDS`. */
  readonly stories: readonly CustomerStory[];
};

/**
 * Customers on file or alive after the last round, for a picture of dots: columns with one entry a customer. When there are more than
 * 20,000, an even sample in order of arrival; `of` says how many there are. All tables are made from everyone.
 */
export type RevealedCustomers = {
  readonly count: number;
  readonly of: number;
  /** Position in the customer records, as `observeCustomers` has it. */
  readonly row: Int32Array<ArrayBuffer>;
  /** Position in `BELIEVED_GROUPS`. */
  readonly group: Uint8Array<ArrayBuffer>;
  readonly trueClass: Uint8Array<ArrayBuffer>;
  /** True residual lifetime value; 0 for those who have silently gone. */
  readonly trueValue: Int32Array<ArrayBuffer>;
  /** What the firm takes them to be worth; 0 for the lapsed. */
  readonly estimatedValue: Int32Array<ArrayBuffer>;
  /** Retention and service money that fell to the customer in the rounds played: each tier's, by head. */
  readonly careReceived: Int32Array<ArrayBuffer>;
  /** Advertising that brought the customer, by head of the same channel and round; 0 for all who came before, referred or by themselves. */
  readonly costToWin: Int32Array<ArrayBuffer>;
  /** 1 for the living, 0 for those who have silently gone. */
  readonly alive: Uint8Array<ArrayBuffer>;
};

export type CountAndValue = { readonly customers: number; readonly trueValue: Cents };

export type RevealedGroup = {
  readonly group: BelievedGroup;
  /** In the firm's books: those on the tier, gone or not; of the lapsed only the living. */
  readonly customers: number;
  readonly alive: number;
  /** Silently gone and still on the tier. */
  readonly gone: number;
  readonly estimatedEquity: Cents;
  readonly trueEquity: Cents;
  /** Living customers worth less than nothing, and the sum of their (negative) values. */
  readonly belowZero: CountAndValue;
  /** Members who are among the truly best fifth of all customers on file. */
  readonly amongBestFifth: number;
  /** Living members by latent class. */
  readonly byClass: readonly number[];
};

export type RevealedTotals = {
  readonly onFile: number;
  readonly alive: number;
  /** On file and silently gone. */
  readonly gone: number;
  /** Alive and not on file. */
  readonly lapsedAlive: number;
  /** By the firm's estimate, of the customers on file. */
  readonly estimatedEquity: Cents;
  /** Of all living customers, negative ones included: the customer equity that the score counts. */
  readonly trueEquity: Cents;
  readonly belowZero: CountAndValue;
  /** What the truly best 20 % of the living hold, as a share of `trueEquity`; null when that is not positive. */
  readonly bestFifthShare: number | null;
  /** What the 20 % of the customers on file that the firm ranks best truly hold, as a share of the equity on file; null likewise. */
  readonly believedBestFifthShare: number | null;
  /** What the truly best 20 % of the customers on file hold: the most that a ranking could have caught; null likewise. */
  readonly trueBestFifthShare: number | null;
  /** Spearman's rank correlation of estimated and true value over the living on file, −1 to 1. */
  readonly rankCorrelation: number;
  /** True equity, best customers first, cumulated at 0, 5 … 100 % of the living, as shares of the total; empty without a positive total. */
  readonly whaleCurve: readonly number[];
};

/** Who got the money, round by round, beside what they were worth when they got it. */
export type Treatment = {
  readonly rounds: readonly TreatmentOfRound[];
  /** The rounds summed; customers are counted once a round. */
  readonly total: Omit<TreatmentOfRound, 'round'>;
};

/**
 * Retention and service money of a round, by head of its tier, beside a yardstick: the same money split by true residual value at the start of the
 * round (nothing to those worth nothing or less). The yardstick is fair, not optimal: money has falling returns.
 */
export type TreatmentOfRound = {
  readonly round: number;
  /** Retention and service money of the round. */
  readonly money: Cents;
  /** … to customers who had silently gone, */
  readonly toGone: Cents;
  /** … to living customers worth less than nothing, */
  readonly toBelowZero: Cents;
  /** … beyond the yardstick: Σ max(0, received − yardstick). The same sum is missing elsewhere. */
  readonly misplaced: Cents;
  /** Customers who got more than twice the yardstick, and the money beyond it. */
  readonly overServed: { readonly customers: number; readonly money: Cents };
  /** Customers who got less than half of the yardstick, and the money they went short of. */
  readonly underServed: { readonly customers: number; readonly money: Cents };
  /** Platinum … bronze: share of the money, and share of the true (positive) value on file. */
  readonly byTier: readonly { readonly shareOfMoney: number; readonly shareOfTrueValue: number }[];
};

/**
 * What not knowing cost: the same decisions, to the cent, on the same luck, with the customers on file ranked by true residual value at the start of
 * every round.
 */
export type Misclassification = {
  readonly firmValue: Cents;
  readonly firmValueWithTrueTiers: Cents;
  /** firmValueWithTrueTiers − firmValue. Below 0 for plans that treat the wrong tiers well. */
  readonly cost: Cents;
};

export const STORY_KINDS = ['gem-lost', 'gem-fed', 'money-pit'] as const;

/**
 * `gem-lost`: of those who left in the rounds played and had got no more care by then than the median of the leavers, the one with the highest true
 * value at the start of a round. `gem-fed`: of those alive and in one of the two best tiers at the end who got more care than
 * the median of them, the one whose true value grew most. `money-pit`: the one who got most care in rounds at whose start
 * they were worth nothing or less, gone or not.
 */
export type StoryKind = (typeof STORY_KINDS)[number];

export type CustomerStory = {
  readonly kind: StoryKind;
  readonly row: number;
  /** Position in `classes`. */
  readonly trueClass: number;
  /** Round of the first order; negative for the base. */
  readonly cohort: number;
  /** Position in the engine's `CHANNELS`. */
  readonly channel: number;
  /** Care and advertising received in the rounds played. */
  readonly received: Cents;
  readonly highestTrueValue: Cents;
  readonly finalTrueValue: Cents;
  /** Round in which the customer left; null for who is still there. */
  readonly leftIn: number | null;
  /** The start of the game (round −1, or the round of arrival) and each round after it. */
  readonly quarters: readonly StoryQuarter[];
};

export type StoryQuarter = {
  readonly round: number;
  /** In force during the round, and after it; null before the first order. */
  readonly tierBefore: BelievedGroup | null;
  readonly tier: BelievedGroup;
  readonly orders: number;
  readonly contacts: number;
  readonly revenue: Cents;
  /** Care in the round, and advertising in the round of arrival. */
  readonly received: Cents;
  /** True satisfaction after the round, 0 to 1; null when gone. */
  readonly satisfaction: number | null;
  /** After the round; 0 when gone. */
  readonly trueValue: Cents;
  /** After the round; 0 when lapsed. */
  readonly estimatedValue: Cents;
  readonly alive: boolean;
};
