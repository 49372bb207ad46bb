import {
  continuationOf,
  copyFirm,
  type Firm,
  type OpenedFirm,
  TIERS,
  trailingRevenue,
  trueFirmValue,
  trueResidualLifetimeValues,
} from '../../engine/index.ts';
import { type CheckGroup, check, mean, part } from './check.ts';

type Opening = {
  readonly topFifth: number;
  readonly negative: number;
  readonly revenueAgainstValue: number;
  readonly retentionElasticity: number;
};

/** The base that the player is handed: concentration, loss-makers, what revenue tells, what retention is worth. */
export const opening: CheckGroup<Opening> = {
  name: 'the base at the start',
  seeds: (asked) => asked,
  measure: measureOpening,
  judge(measures) {
    const figure = (of: (measure: Opening) => number) => mean(measures.map(of));
    const seeds = measures.length;
    return [
      check('S1', 'share of positive true equity that the top 20 % of customers hold', seeds, [
        part(
          'mean',
          figure(({ topFifth }) => topFifth),
          { atLeast: 0.6, atMost: 0.8 },
        ),
      ]),
      check('S2', 'share of customers with negative expected value', seeds, [
        part(
          'mean',
          figure(({ negative }) => negative),
          { atLeast: 0.1, atMost: 0.3 },
        ),
      ]),
      check('S3', 'rank correlation of trailing revenue and true value, living customers on file', seeds, [
        part(
          'mean',
          figure(({ revenueAgainstValue }) => revenueAgainstValue),
          { atLeast: 0.4, atMost: 0.75 },
        ),
      ]),
      check('S4', 'relative gain of equity when annual retention rises by 1 %', seeds, [
        part(
          'mean',
          figure(({ retentionElasticity }) => retentionElasticity),
          { atLeast: 0.03, atMost: 0.07 },
        ),
      ]),
    ];
  },
};

function measureOpening({ firm }: OpenedFirm): Opening {
  const { population, scenario, round } = firm;
  const rows = population.active
    .subarray(0, population.activeCount)
    .filter((row) => population.trueLifetimeLeft[row] > 0);
  const values = trueResidualLifetimeValues(population, rows, round, continuationOf(scenario));
  const ofTiered: number[] = [];
  const revenues: number[] = [];
  for (const [index, row] of rows.entries()) {
    if (population.tier[row] >= TIERS.length) continue;
    ofTiered.push(values[index]);
    revenues.push(trailingRevenue(population, row));
  }
  const falling = values.toSorted((a, b) => b - a);
  const positive = falling.filter((value) => value > 0).reduce((sum, value) => sum + value, 0);
  const top = falling.slice(0, Math.round(values.length / 5)).reduce((sum, value) => sum + value, 0);
  return {
    topFifth: top / positive,
    negative: values.filter((value) => value < 0).length / values.length,
    revenueAgainstValue: rankCorrelation(revenues, ofTiered),
    retentionElasticity: elasticityOfRetention(firm),
  };
}

const QUARTERS_A_YEAR = 4;
const RISE = 0.01;

/** Everyone's yearly retention exp(−4 µ) times 1.01, at most 1; relative change of true customer equity. */
function elasticityOfRetention(firm: Firm): number {
  const kept = copyFirm(firm);
  const { trueDropoutRate, count } = kept.population;
  for (let row = 0; row < count; row++) {
    trueDropoutRate[row] = Math.max(0, trueDropoutRate[row] - Math.log(1 + RISE) / QUARTERS_A_YEAR);
  }
  const before = trueFirmValue(firm).customerEquity;
  return (trueFirmValue(kept).customerEquity - before) / before;
}

/** Spearman's: correlation of ranks, ties at their mean rank. */
function rankCorrelation(xs: readonly number[], ys: readonly number[]): number {
  const rx = ranks(xs);
  const ry = ranks(ys);
  const centre = (xs.length - 1) / 2;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < xs.length; i++) {
    xy += (rx[i] - centre) * (ry[i] - centre);
    xx += (rx[i] - centre) ** 2;
    yy += (ry[i] - centre) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}

function ranks(values: readonly number[]): Float64Array {
  const order = values.map((_, index) => index).sort((a, b) => values[a] - values[b]);
  const rank = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]] === values[order[from]]) to++;
    for (let k = from; k <= to; k++) rank[order[k]] = (from + to) / 2;
    from = to + 1;
  }
  return rank;
}
