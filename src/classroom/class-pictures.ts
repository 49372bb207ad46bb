import type { ByTier, Cents, LuckBand, VarianceSplit } from '../engine/index.ts';
import type { LeverByTier } from './verification.ts';

/** Three quartiles of the class. */
export type Quartiles = { readonly lower: number; readonly median: number; readonly upper: number };

/** A benchmark policy on the class's own seed, rounds and keys. */
export type Benchmark = {
  readonly policy: string;
  readonly firmValue: Cents;
  readonly index: number;
  /** At the start and after each round. */
  readonly firmValueByRound: readonly Cents[];
};

/** What the class did and what came of it. Rows for charts and their tables; games by submission. */
export type ClassPictures = {
  /** Games that the pictures are of: verified and complete. */
  readonly games: number;
  readonly benchmarks: readonly Benchmark[];
  /** Bins of equal width over the index, lowest first; `to` belongs to the next. */
  readonly distribution: readonly { readonly from: number; readonly to: number; readonly games: number }[];
  /** After each round, the first row is the start. */
  readonly equityPaths: readonly ({ readonly round: number } & Quartiles & {
      readonly lowest: number;
      readonly highest: number;
    })[];
  /** Share of the budget by lever and tier, by round. */
  readonly budgetShares: readonly {
    readonly round: number;
    readonly shares: Readonly<Record<keyof LeverByTier, ByTier<Quartiles>>>;
    readonly insight: Quartiles;
    readonly unspent: Quartiles;
  }[];
  /** 0: all money follows estimated value; 1: none does. */
  readonly relapse: readonly ({ readonly round: number } & Quartiles)[];
  /** Share of retention and service money − share of true value of the tier: above zero is over-served. */
  readonly served: readonly ({ readonly tier: keyof ByTier<unknown> } & Quartiles & {
      readonly overServed: number;
      readonly underServed: number;
    })[];
  readonly predictions: readonly {
    readonly round: number;
    readonly said: number;
    readonly rightBand: number;
    readonly nextBand: number;
    readonly tooHigh: number;
    readonly tooLow: number;
    readonly rightLoser: number;
    readonly saidLoser: number;
  }[];
  /** By the highest insight level that a game ever bought: how many, what they paid, how they came out. */
  readonly insight: readonly {
    readonly level: number;
    readonly games: number;
    readonly meanPaid: Cents;
    readonly index: Quartiles | null;
  }[];
};

/** How much of the class's spread is skill: the split of variance over a sample of plans in other futures, and each plan's band. */
export type SkillAndLuck = {
  readonly submissions: readonly number[];
  /** In index points, in the order of `submissions`. */
  readonly bands: readonly LuckBand[];
  readonly split: VarianceSplit;
  readonly futures: number;
};
