import { describe, expect, test } from 'vitest';
import { bgBbConditionalExpectedTransactions, bgBbPmf } from '../../src/marketing-science/bg-bb/bg-bb.ts';
import { bgNbdConditionalExpectedTransactions } from '../../src/marketing-science/bg-nbd/bg-nbd.ts';
import { captureOfTop } from '../../src/marketing-science/concentration/concentration.ts';
import { fitGammaGamma } from '../../src/marketing-science/gamma-gamma/fit-gamma-gamma.ts';
import { gammaGammaConditionalMeanSpend } from '../../src/marketing-science/gamma-gamma/gamma-gamma.ts';
import { paretoNbdExpectedTransactions } from '../../src/marketing-science/pareto-nbd/predictions.ts';
import { scoreParetoNbd } from '../../src/marketing-science/pareto-nbd/score-pareto-nbd.ts';
import { CDNOW_CUT, cdnow, cdnowLog, numberRows, referencePrediction } from './read-reference.ts';

const histories = cdnow();
const holdout = histories.holdout;
if (holdout === null) throw new Error('CDNOW has a hold-out');
const paretoNbd = referencePrediction('pred.cdnow.pnbd.by_frequency');
const bgNbd = referencePrediction('pred.cdnow.bgnbd.by_frequency');
const expectedByParetoNbd = scoreParetoNbd(paretoNbd.params, histories, {
  horizon: paretoNbd.horizon_weeks,
  discountRate: 0.0027,
}).conditionalExpectedTransactions;
const expectedByBgNbd = histories.x.map((x, row) =>
  bgNbdConditionalExpectedTransactions(
    bgNbd.params,
    { x, tx: histories.tx[row], T: histories.T[row] },
    bgNbd.horizon_weeks,
  ),
);

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function meanByFrequency(values: Float64Array, bin: number, censor: number): { n: number; mean: number } {
  const rows = [...histories.x.keys()].filter((row) => Math.min(histories.x[row], censor) === bin);
  return { n: rows.length, mean: rows.reduce((sum, row) => sum + values[row], 0) / rows.length };
}

describe('predictions of the hold-out', () => {
  for (const [name, reference, expected] of [
    ['Pareto/NBD: BTYD vignette, .138 .600 1.196 1.714 2.399 2.907 3.819 6.403', paretoNbd, expectedByParetoNbd],
    [
      'BG/NBD: BTYD vignette, .2250893 .5231364 1.044126 1.520256 2.163824 2.653789 3.503957 6.157036',
      bgNbd,
      expectedByBgNbd,
    ],
  ] as const) {
    test(`CDNOW by frequency, ${name}`, () => {
      for (const row of reference.rows) {
        const model = meanByFrequency(expected, row.bin, reference.censor);
        expect(model.n).toBe(row.n);
        expect(Math.abs(model.mean - row.expected)).toBeLessThanOrEqual(reference.atol_expected);
        expect(meanByFrequency(holdout.x, row.bin, reference.censor).mean).toBeCloseTo(row.actual, 5);
      }
    });
  }

  test('CDNOW in total: both models under-predict 1,882 repeat orders by 11.5 to 12.2 %', () => {
    const reference = referencePrediction('pred.cdnow.total');
    expect(total(holdout.x)).toBe(reference.actual);
    expect(Math.abs(total(expectedByParetoNbd) - reference.pnbd_total)).toBeLessThanOrEqual(reference.atol);
    expect(Math.abs(total(expectedByBgNbd) - reference.bgnbd_total)).toBeLessThanOrEqual(reference.atol);
  });

  test('CDNOW cumulative, weeks 20 to 25: BTYD vignette, 1308.9 … 1674.3', () => {
    const reference = referencePrediction('pred.cdnow.cumulative');
    const longest = histories.T.reduce((most, T) => Math.max(most, T), 0);
    reference.weeks.forEach((week: number, index: number) => {
      const sum = histories.T.reduce(
        (before, T) => before + paretoNbdExpectedTransactions(reference.params, Math.max(0, week - (longest - T))),
        0,
      );
      expect(Math.abs(sum - reference.expected[index])).toBeLessThanOrEqual(reference.atol);
    });
  });

  test('Pareto/NBD expectation, t = 0 to 9: BTYD manual and lifetimes, 0 .05077821 .09916088 …', () => {
    const reference = referencePrediction('pred.pnbd.E_series');
    reference.t.forEach((t: number, index: number) => {
      const got = paretoNbdExpectedTransactions(reference.params, t);
      expect(Math.abs(got - reference.expected[index])).toBeLessThanOrEqual(reference.atol);
    });
  });

  test('share of later revenue caught by the top fifth of CDNOW: revenue to date .663, model .672, perfect .942', () => {
    const reference = referencePrediction('pred.cdnow.tier_capture');
    const log = cdnowLog();
    const revenueToDate = new Float64Array(histories.x.length);
    log.customer.forEach((customer, row) => {
      if (log.day[row] <= CDNOW_CUT) revenueToDate[customer] += log.amount?.[row] ?? 0;
    });
    const spend = fitGammaGamma(histories).parameters;
    const value = expectedByParetoNbd.map(
      (orders, row) => orders * gammaGammaConditionalMeanSpend(spend, histories.x[row], histories.zbar[row]),
    );
    expect(Math.abs(captureOfTop(revenueToDate, holdout.value, 0.2) - reference.L0)).toBeLessThanOrEqual(
      reference.atol,
    );
    expect(Math.abs(captureOfTop(value, holdout.value, 0.2) - reference.L2)).toBeLessThanOrEqual(reference.atol);
    expect(captureOfTop(holdout.value, holdout.value, 0.2)).toBeCloseTo(reference.perfect, 3);
  });

  test('donations: Fader, Hardie and Shang 2010, 3454.9 without and 1253.1 with six repeats, 12884.2 in the next five years', () => {
    const { params } = referencePrediction('pred.donations');
    const rows = numberRows('donations_calibration.csv');
    const next = rows.reduce(
      (sum, [x, tx, n, weight]) => sum + weight * bgBbConditionalExpectedTransactions(params, { x, tx, n }, 5),
      0,
    );
    expect(Math.abs((11104 * bgBbPmf(params, 6, 0)) / 3454.9 - 1)).toBeLessThan(0.002);
    expect(Math.abs((11104 * bgBbPmf(params, 6, 6)) / 1253.1 - 1)).toBeLessThan(0.002);
    expect(Math.abs(next / 12884.2 - 1)).toBeLessThan(0.002);
  });
});
