import type { InsightLevel } from '../decision/decision.ts';
import type { Firm } from '../round/firm.ts';
import { LAPSED } from '../tiering/tiers.ts';
import { continuationOf, trueResidualLifetimeValues } from '../valuation/residual-lifetime-value.ts';
import { estimateValues } from './estimate-values.ts';
import { walletSurveyDraws } from './wallet-survey.ts';

/** How well an insight level ranks the customers on file, against what they truly are. For the analyst and the debrief. */
export type RankingQuality = {
  /** Share of the true residual value of all customers on file that the estimated top 20 % hold. */
  readonly captured: number;
  /** The same when the ranking is by true value: the most there is to catch. */
  readonly capturable: number;
  /** Spearman's rank correlation of estimate and true value over living customers on file. */
  readonly rankCorrelation: number;
};

const TOP_SHARE = 0.2;

/** Customers who have silently left are worth nothing; ties in the estimate are broken by id. */
export function rankingQuality(firm: Firm, level: InsightLevel): RankingQuality {
  const { population, scenario, model, keys, round } = firm;
  const estimator = { scenario, model, walletSurvey: walletSurveyDraws(keys) };
  const rows = population.active.subarray(0, population.activeCount).filter((row) => population.tier[row] < LAPSED);
  const byId = (a: number, b: number) => (population.id[rows[a]] >>> 0) - (population.id[rows[b]] >>> 0);
  const estimates = new Int32Array(rows.length);
  estimateValues(level, estimator, population, rows, round, estimates);
  const truth = Array.from(trueResidualLifetimeValues(population, rows, round, continuationOf(scenario)));
  const total = truth.reduce((sum, value) => sum + value, 0);
  const heldByTop = (scores: ArrayLike<number>) => {
    const order = truth.map((_, index) => index).sort((a, b) => scores[b] - scores[a] || byId(a, b));
    const top = order.slice(0, Math.floor(TOP_SHARE * order.length + 0.5));
    return top.reduce((sum, index) => sum + truth[index], 0) / total;
  };
  const living = truth.map((_, index) => index).filter((index) => population.trueLifetimeLeft[rows[index]] > 0);
  return {
    captured: heldByTop(estimates),
    capturable: heldByTop(truth),
    rankCorrelation: spearman(
      living.map((index) => estimates[index]),
      living.map((index) => truth[index]),
    ),
  };
}

/** Spearman's rank correlation; equal values share their mean rank. */
export function spearman(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [ranks(one), ranks(other)];
  const mean = (one.length - 1) / 2;
  let covariance = 0;
  let varianceA = 0;
  let varianceB = 0;
  for (let i = 0; i < a.length; i++) {
    covariance += (a[i] - mean) * (b[i] - mean);
    varianceA += (a[i] - mean) * (a[i] - mean);
    varianceB += (b[i] - mean) * (b[i] - mean);
  }
  return covariance / Math.sqrt(varianceA * varianceB);
}

function ranks(values: readonly number[]): Float64Array {
  const order = values.map((_, index) => index).sort((a, b) => values[a] - values[b]);
  const result = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to]] === values[order[from]]) to++;
    for (let i = from; i < to; i++) result[order[i]] = (from + to - 1) / 2;
    from = to;
  }
  return result;
}
