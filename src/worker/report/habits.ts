import type { Cents, Lever } from '../../engine/index.ts';

export type Habits = {
  readonly rounds: readonly HabitsOfRound[];
  /** Mean of the rounds' relapse indices, weighted by money; null when nothing was spent. */
  readonly relapseIndex: number | null;
  readonly lorenz: SpendingCurves;
  readonly horizon: Horizon;
  /** Null when nothing was predicted. */
  readonly predictions: PredictionHabits | null;
};

export type HabitsOfRound = {
  readonly round: number;
  readonly budget: Cents;
  /** On the levers, insight left out. */
  readonly spent: Cents;
  readonly byLever: Readonly<Record<Lever, Cents>>;
  /**
   * The product-centric relapse index, 0 to 1: how much of the money ignored what customers were estimated to be worth. With p, v and n the shares by
   * tier of the money, of the (positive) estimated value and of the customers at the start of the round, it is the weight a at which
   * the mix (1 − a) v + a n lies nearest to p: a = (p − v)·(n − v) / |n − v|², within 0 … 1. 0: all by value; 1: the same for every
   * head. Null when nothing was spent.
   */
  readonly relapseIndex: number | null;
  /** Σ max(0, p − v): share of the money placed beyond where the estimated value was, 0 to 1; null when nothing was spent. */
  readonly awayFromValue: number | null;
  /** ½ Σ |shares of the twelve cells − those of the round before|, 0 to 1; null in the first round or without money. */
  readonly allocationChange: number | null;
  /** The same for the tiers' shares of estimated value: how much the news asked for. */
  readonly valueChange: number;
  /** How much of this round's change the next round took back, 0 to 1; null in the first and the last round. */
  readonly takenBack: number | null;
  /** More than `OVER_REACTION.change` of the money moved on news of less than `OVER_REACTION.news`, and half of it or more was taken back. */
  readonly overReaction: boolean;
};

/** Bounds of an over-reaction, as shares. */
export const OVER_REACTION = { change: 0.15, news: 0.05, takenBack: 0.5 } as const;

/** Cumulated shares at 0, 5 … 100 % of the customers in tiers at the start of a round, best first; all rounds, each with the weight of its care money. Empty without any. */
export type SpendingCurves = {
  /** Customers ranked by true value: the care money they got, and the true value they held. */
  readonly moneyByTrueValue: readonly number[];
  readonly trueValue: readonly number[];
  /** Customers ranked by estimated value: the care money they got, and the estimated value they held. */
  readonly moneyByEstimatedValue: readonly number[];
  readonly estimatedValue: readonly number[];
};

/** Whether the last two rounds were played like those before. Shares of the budget, mean of the rounds. */
export type Horizon = {
  readonly spentBefore: number;
  readonly spentLast: number;
  /** Retention and service. */
  readonly careBefore: number;
  readonly careLast: number;
  /** Spending, or care, in the last two rounds was less than `MILKED` times what it was before. */
  readonly milked: boolean;
};

export const MILKED = 0.75;

/** What a player said of a round's customer equity, and what came: bands from −2 (falls much) to 2 (rises much). */
export type BandPrediction = { readonly predicted: number; readonly came: number };

/** In bands, as `BandPrediction` counts them. */
export type PredictionHabits = {
  readonly rounds: number;
  /** Predictions that hit the band. */
  readonly hits: number;
  /** Mean of predicted − came, in bands: above 0 is optimism. */
  readonly bias: number;
  /** Mean of |predicted − came|, in bands. */
  readonly meanError: number;
  /** By predicted band, lowest first, those that were used: what came on average, in bands. */
  readonly calibration: readonly { readonly predicted: number; readonly rounds: number; readonly came: number }[];
};
