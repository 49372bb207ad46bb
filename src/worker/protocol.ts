import type {
  Cents,
  Choice,
  Decision,
  ObservedCustomers,
  ObservedOrder,
  Refusal,
  RoundFigures,
  RoundReport,
  RunLog,
  ScenarioFacts,
  ScoreBand,
  Withdrawal,
} from '../engine/index.ts';
import type { Counterfactual } from './report/counterfactual.ts';
import type { BandPrediction } from './report/habits.ts';
import type { Revelation } from './report/revelation.ts';

/** Page to worker. `id` is chosen by the page and comes back with every answer to the request. */
export type Request =
  /** Opens a new game, or replays a saved one (a log with no decisions is a new game). */
  | { readonly kind: 'openGame'; readonly id: number; readonly log: RunLog }
  /** `roundKey`: the key of this round, in a game paced by keys whose log did not hold it yet. */
  | { readonly kind: 'playRound'; readonly id: number; readonly decision: Decision; readonly roundKey?: string }
  /** After the last round: the score, beside benchmark policies played on the same seed. */
  | { readonly kind: 'scoreGame'; readonly id: number }
  /** What each choice of a round played did, on the same luck. */
  | { readonly kind: 'explainRound'; readonly id: number; readonly round: number; readonly withdrawal: Withdrawal }
  /** Replays games of the same scenario, seed and level as the open one, which stays as it is; null for one that is not. */
  | { readonly kind: 'compareFutures'; readonly id: number; readonly logs: readonly RunLog[] }
  /** The customer records after a round of the game, −1 for its beginning. */
  | { readonly kind: 'observeCustomers'; readonly id: number; readonly round: number }
  /** One customer's history up to a round. `row`: position in the records. */
  | { readonly kind: 'traceCustomer'; readonly id: number; readonly row: number; readonly round: number }
  | {
      readonly kind: 'exportData';
      readonly id: number;
      readonly tables: readonly (ExportTable | RevealedTable)[];
      readonly format: ExportFormat;
      readonly descriptions: ColumnDescriptions;
    }
  /**
   * After the last round: what customers truly were, the player's habits, and the model with the game's numbers.
   * `predictions`: those that were made, in any order.
   */
  | { readonly kind: 'revealGame'; readonly id: number; readonly predictions: readonly BandPrediction[] }
  /** After the last round: the game with one round's decision changed. `refused` when that round's budget does not cover it. */
  | { readonly kind: 'playOtherwise'; readonly id: number; readonly round: number; readonly decision: Decision }
  | { readonly kind: 'cancel'; readonly id: number }
  /** Asks for a sign of life. */
  | { readonly kind: 'ping'; readonly id: number };

/** Worker to page. */
export type Reply =
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly of: number }
  | { readonly kind: 'gameOpened'; readonly id: number; readonly game: OpenedGame }
  | { readonly kind: 'roundPlayed'; readonly id: number; readonly report: RoundReport; readonly digest: string }
  | { readonly kind: 'gameScored'; readonly id: number; readonly score: GameScore }
  | { readonly kind: 'roundExplained'; readonly id: number; readonly explanation: RoundExplanation }
  | { readonly kind: 'futuresCompared'; readonly id: number; readonly futures: readonly (FuturePath | null)[] }
  /** The arrays are handed over: the worker keeps none of them. */
  | { readonly kind: 'customersObserved'; readonly id: number; readonly view: CustomerView }
  | { readonly kind: 'customerTraced'; readonly id: number; readonly trace: CustomerTrace }
  | { readonly kind: 'dataExported'; readonly id: number; readonly file: ExportedData }
  /** The arrays are handed over, as those of `customersObserved`. */
  | { readonly kind: 'gameRevealed'; readonly id: number; readonly revelation: Revelation }
  | { readonly kind: 'playedOtherwise'; readonly id: number; readonly counterfactual: Counterfactual }
  /** The engine or the replay said no: nothing was changed. */
  | { readonly kind: 'refused'; readonly id: number; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'cancelled'; readonly id: number }
  | { readonly kind: 'alive'; readonly id: number }
  /** A bug: the message is for a report, not for a player. */
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

export type OpenedGame = {
  readonly scenario: ScenarioFacts;
  /** The warm-up, rounds −8 … −1, oldest first. */
  readonly history: readonly RoundReport[];
  /** The rounds of the log, replayed and verified. */
  readonly reports: readonly RoundReport[];
  readonly digests: readonly string[];
};

export type GameScore = {
  readonly firmValue: Cents;
  /** firmValue − customer equity at the start. */
  readonly valueCreated: Cents;
  /** Discounted cash of the rounds. */
  readonly discountedCash: Cents;
  /** True customer equity at the start and at the end (undiscounted), and the end's discounted to the start. */
  readonly openingEquity: Cents;
  readonly closingEquity: Cents;
  readonly discountedClosingEquity: Cents;
  /** 100 × firmValue / firm value of the shadow firm (status quo on the same seed). */
  readonly index: number;
  readonly band: ScoreBand;
  /** The benchmark policies on the same seed, best first; includes `status-quo` and `near-oracle`. */
  readonly benchmarks: readonly {
    readonly policy: string;
    readonly firmValue: Cents;
    readonly discountedCash: Cents;
    readonly closingEquity: Cents;
    readonly index: number;
    /** True firm value at the start and after each round. */
    readonly firmValueByRound: readonly Cents[];
    /** Discounted cash so far, and true customer equity, not discounted: likewise. */
    readonly discountedCashByRound: readonly Cents[];
    readonly equityByRound: readonly Cents[];
  }[];
  /** The player's true firm value at the start and after each round: shown only after the game. */
  readonly firmValueByRound: readonly Cents[];
  readonly discountedCashByRound: readonly Cents[];
  readonly equityByRound: readonly Cents[];
};

/** One round beside the same round with one choice withdrawn, on the same luck. */
export type RoundExplanation = {
  readonly round: number;
  readonly withdrawal: Withdrawal;
  readonly decision: Decision;
  /** What choices are withdrawn to. */
  readonly reference: Decision;
  /** The round before. */
  readonly before: RoundFigures;
  readonly actual: RoundFigures;
  /** With every choice withdrawn at once. */
  readonly withoutAll: RoundFigures;
  /** The figures of the round without each choice by itself; choices that are as the reference are left out. */
  readonly choices: readonly { readonly choice: Choice; readonly figures: RoundFigures }[];
};

/** One game's figures after each of its rounds; the first entry is the end of the warm-up, which all share. */
export type FuturePath = readonly { readonly round: number; readonly figures: RoundFigures }[];

/** Everything the customers' screen shows of the base after one quarter. Nothing latent. */
export type CustomerView = {
  readonly customers: ObservedCustomers;
  readonly scores: CustomerScores;
  readonly concentration: Readonly<Record<ConcentrationMeasure, Concentration>>;
  /** Oldest cohort first. */
  readonly retention: readonly CohortRetention[];
};

/** RFM scores, one entry a customer: 5 for the best fifth of the customers on file, 1 for the last; 0 for the lapsed. */
export type CustomerScores = {
  /** By how lately the last order came. */
  readonly recency: Uint8Array<ArrayBuffer>;
  /** By orders in the last four quarters. */
  readonly frequency: Uint8Array<ArrayBuffer>;
  /** By revenue in the last four quarters. */
  readonly money: Uint8Array<ArrayBuffer>;
};

export type ConcentrationMeasure = 'revenue' | 'contribution' | 'estimatedValue';

/** How unequally a measure lies on the customers on file. */
export type Concentration = {
  /** Share of the total that the best fifth of the customers hold; null when the total is not positive. */
  readonly topFifth: number | null;
  /** 0 … 1; null when some customers stand below zero: it is not defined then. */
  readonly gini: number | null;
  /** Customers who stand below zero. */
  readonly belowZero: number;
  /** From 0 to 1 of the customers, best first, in equal steps: the share of the total they hold. Empty without a positive total. */
  readonly curve: readonly number[];
};

/** How many of a cohort bought in each quarter since they came. */
export type CohortRetention = {
  readonly cohort: number;
  readonly customers: number;
  /** One entry a quarter after the first order: how many of them bought in it. */
  readonly active: readonly number[];
};

/** One customer's history with the firm. */
export type CustomerTrace = {
  readonly row: number;
  /** What was on record when the quarters below begin; null for someone who came later. */
  readonly earlier: { readonly orders: number; readonly contacts: number; readonly revenue: Cents } | null;
  /** From the quarter of the first order (or the oldest on record) on. */
  readonly quarters: readonly CustomerQuarter[];
};

export type CustomerQuarter = {
  readonly round: number;
  /** In force during the quarter and after it: 0 … 3, 4 for lapsed; 5 before the quarter of the first order. */
  readonly tierBefore: number;
  readonly tier: number;
  readonly orders: readonly ObservedOrder[];
  readonly contacts: number;
  readonly estimatedValue: Cents;
};

export type ExportTable = 'transactions' | 'panel' | 'snapshot' | 'firm' | 'dictionary';

/** Only after the last round: what customers truly were, and what they were truly worth after each round played. */
export type RevealedTable = 'latents' | 'latent_panel';

export type ExportFormat = 'csv' | 'xlsx';

/** What each exported column means, by `table.column`, in the reader's language. */
export type ColumnDescriptions = Readonly<Record<string, string>>;

export type ExportedData = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
};
