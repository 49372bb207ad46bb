/** Variances of results over plans and worlds, in the square of the unit given; none is below 0. */
export type VarianceSplit = {
  /** Of the plans' long-run means: skill. */
  readonly plans: number;
  /** Of the worlds' means, shared by all plans: luck that a comparison on one seed takes away. */
  readonly worlds: number;
  /** What is left: luck that meets plans differently. */
  readonly rest: number;
  /** plans / (plans + worlds + rest): 1 is a game of pure skill. */
  readonly skill: number;
};

/**
 * Splits the variance of results into plans (skill), worlds (luck) and rest: components of a two-way layout with one
 * observation a cell, by equating mean squares to their expectations; a negative estimate counts as 0.
 *
 * @param values [plan][world], at least two of each, all rows as long; otherwise RangeError
 *
 * *Source:* Searle, Casella & McCulloch 1992, *Variance components*, ch. 4 (analysis of variance estimators).
 */
export function varianceSplit(values: readonly (readonly number[])[]): VarianceSplit {
  const plans = values.length;
  const worlds = values[0]?.length ?? 0;
  if (plans < 2 || worlds < 2 || values.some((row) => row.length !== worlds)) {
    throw new RangeError('varianceSplit: needs the values of two or more plans in the same two or more worlds');
  }
  const planMeans = values.map(mean);
  const worldMeans = values[0].map((_, world) => mean(values.map((row) => row[world])));
  const grand = mean(planMeans);
  const betweenPlans = (worlds * squaresAround(planMeans, grand)) / (plans - 1);
  const betweenWorlds = (plans * squaresAround(worldMeans, grand)) / (worlds - 1);
  let residual = 0;
  for (const [p, row] of values.entries()) {
    for (const [w, value] of row.entries()) {
      const gap = value - planMeans[p] - worldMeans[w] + grand;
      residual += gap * gap;
    }
  }
  const rest = residual / ((plans - 1) * (worlds - 1));
  const ofPlans = Math.max(0, (betweenPlans - rest) / worlds);
  const ofWorlds = Math.max(0, (betweenWorlds - rest) / plans);
  const total = ofPlans + ofWorlds + rest;
  return { plans: ofPlans, worlds: ofWorlds, rest, skill: total > 0 ? ofPlans / total : 0 };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function squaresAround(values: readonly number[], centre: number): number {
  return values.reduce((sum, value) => sum + (value - centre) * (value - centre), 0);
}
