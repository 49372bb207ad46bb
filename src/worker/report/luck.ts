import type { Cents } from '../../engine/index.ts';

export type LuckReport = {
  /** The same decisions in other futures of the same firm: same history, new residual lifetimes, new draws. Firm values. */
  readonly futures: Spread;
  /** 100 × firm value / the shadow firm's in the same world, on other seeds: another firm, another history. */
  readonly seeds: Spread;
  /** By policy, in the order of `result.benchmarks` as far as they were played. */
  readonly benchmarks: readonly LuckAgainst[];
};

/** What came, among what else could have come. */
export type Spread = {
  readonly came: number;
  /** One per world, in the order of the worlds. */
  readonly values: readonly number[];
  readonly mean: number;
  readonly standardDeviation: number;
  readonly standardError: number;
  /** Quantiles: 5, 25, 50, 75 and 95 %. */
  readonly low: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly high: number;
  /** came − mean. */
  readonly luck: number;
  /** Share of the worlds with a lower result than what came, 0 to 1. */
  readonly rank: number;
};

export type LuckAgainst = {
  readonly policy: string;
  /** Own firm value − the policy's, on this seed and future. */
  readonly gap: Cents;
  /** The same on average over `worlds` of the other futures, met by both. */
  readonly meanGap: Cents;
  readonly standardError: Cents;
  readonly worlds: number;
  /** gap − meanGap: the part of the gap that is luck. */
  readonly luck: Cents;
};
