/** How much of a result was luck: the spread of what the same plan gives in other worlds. In the unit of the values given. */
export type LuckBand = {
  readonly count: number;
  /** What the plan is worth on average: the luck-adjusted result. */
  readonly mean: number;
  readonly standardDeviation: number;
  /** Standard error of `mean`. */
  readonly standardError: number;
  /** Quantiles: 5, 25, 50, 75 and 95 %. */
  readonly low: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly high: number;
  /** What came − mean: positive is good luck. */
  readonly luck: number;
  /** Share of the other worlds with a lower result than the one that came, 0 to 1 (ties count half). */
  readonly rank: number;
};

/**
 * Where the result that came lies among the results of the same plan in other worlds.
 *
 * @param values one per world, at least two; otherwise RangeError
 * @param came what really came
 */
export function luckBand(values: readonly number[], came: number): LuckBand {
  const count = values.length;
  if (count < 2) throw new RangeError(`luckBand: ${count} worlds tell nothing of a spread`);
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const standardDeviation = Math.sqrt(squares / (count - 1));
  const sorted = [...values].sort((a, b) => a - b);
  const below = values.reduce((sum, value) => sum + (value < came ? 1 : value === came ? 0.5 : 0), 0);
  return {
    count,
    mean,
    standardDeviation,
    standardError: standardDeviation / Math.sqrt(count),
    low: quantile(sorted, 0.05),
    lowerQuartile: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upperQuartile: quantile(sorted, 0.75),
    high: quantile(sorted, 0.95),
    luck: came - mean,
    rank: below / count,
  };
}

/**
 * 100 × the value of a plan / the value of the shadow firm in the same world: comparable over worlds where raw values are not.
 *
 * @param values of the plan by world
 * @param shadow of the shadow firm in the same worlds, positive
 */
export function indexByWorld(values: readonly number[], shadow: readonly number[]): readonly number[] {
  if (values.length !== shadow.length) throw new RangeError('indexByWorld: a world is missing on one side');
  return values.map((value, world) => (100 * value) / shadow[world]);
}

/** Linear between order statistics (Hyndman & Fan 1996, type 7). */
function quantile(sorted: readonly number[], p: number): number {
  const at = p * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}
