import { describe, expect, it } from 'vitest';
import { INSIGHT_LEVELS, openFirm, rankingQuality } from '../../../src/engine/index.ts';
import { spearman } from '../../../src/engine/insight/capture.ts';
import { fitCustomerModels, sampleRecords } from '../../../src/engine/insight/fit-customer-models.ts';
import { harbour } from '../../../src/scenarios/harbour.ts';
import { resized } from '../../../src/scenarios/resized.ts';

const scenario = resized(harbour, 5_000);
const SEEDS = Array.from({ length: 8 }, (_, index) => `ranking-${index + 1}`);

describe('insight', () => {
  const quality = SEEDS.map((seed) => {
    const { firm } = openFirm(scenario, seed, 'full');
    return INSIGHT_LEVELS.map((level) => rankingQuality(firm, level));
  });
  const mean = (level: number, figure: 'captured' | 'capturable' | 'rankCorrelation') =>
    quality.reduce((sum, one) => sum + one[level][figure], 0) / quality.length;

  it('catches more of the true value in the estimated top 20 % from level to level', () => {
    for (const level of [1, 2, 3])
      expect(mean(level, 'captured'), `level ${level}`).toBeGreaterThan(mean(level - 1, 'captured'));
    expect(mean(3, 'captured')).toBeLessThan(mean(3, 'capturable'));
  });

  it('ranks living customers better from level to level, and revenue badly', () => {
    for (const level of [1, 2, 3]) {
      expect(mean(level, 'rankCorrelation')).toBeGreaterThan(mean(level - 1, 'rankCorrelation'));
    }
    expect(mean(0, 'rankCorrelation')).toBeGreaterThan(0.4);
    expect(mean(0, 'rankCorrelation')).toBeLessThan(0.75);
  });

  it('fits its models to records that hold nothing latent', () => {
    const { firm } = openFirm(scenario, 'fit');
    const records = sampleRecords(firm.population, scenario, firm.keys, firm.round);
    // What is latent may be anything: the sample does not look at it.
    for (const [name, column] of Object.entries(firm.population)) {
      if (name.startsWith('true') && typeof column !== 'number') column.fill(1);
    }
    expect(sampleRecords(firm.population, scenario, firm.keys, firm.round)).toEqual(records);
    const models = fitCustomerModels(records, scenario.insight);
    expect(models.regular.converged).toBe(true);
    expect(models.dealProne.converged).toBe(true);
    expect(models.regular.customers + models.dealProne.customers).toBeGreaterThan(2_000);
    // Deal-prone customers order more often and leave sooner; the firm can tell from its own records.
    const rate = ({ r, alpha }: typeof models.regular.parameters) => r / alpha;
    const hazard = ({ s, beta }: typeof models.regular.parameters) => s / beta;
    expect(rate(models.dealProne.parameters)).toBeGreaterThan(rate(models.regular.parameters));
    expect(hazard(models.dealProne.parameters)).toBeGreaterThan(hazard(models.regular.parameters));
  });

  it('stands in the scenario’s parameters where the records say nothing', () => {
    const nobody = { x: [], tx: [], T: [], aliveAt: [], orders: [], meanValue: [], contacts: [] };
    const models = fitCustomerModels({ regular: nobody, dealProne: nobody }, scenario.insight);
    expect(models.regular).toEqual({ parameters: scenario.insight.regular, customers: 0, converged: false });
    expect(models.orderValue).toEqual({
      mean: scenario.insight.priorOrderValue,
      weight: scenario.insight.priorOrderWeight,
    });
  });

  it('takes the rank correlation with shared ranks for equal values', () => {
    expect(spearman([1, 2, 3, 4], [10, 20, 30, 40])).toBeCloseTo(1, 12);
    expect(spearman([1, 2, 3, 4], [4, 3, 2, 1])).toBeCloseTo(-1, 12);
    // By hand: ranks 1.5 1.5 3.5 3.5 against 1 2 3 4.
    expect(spearman([5, 5, 9, 9], [1, 2, 3, 4])).toBeCloseTo(4 / Math.sqrt(4 * 5), 12);
  });
});
