import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blattbergDeightonOptimum,
  responseCurveFromJudgement,
  responseRate,
} from '../../../src/marketing-science/valuation/blattberg-deighton.ts';
import {
  customerEquity,
  residualValueContinuous,
  residualValueEndOfPeriod,
} from '../../../src/marketing-science/valuation/customer-equity.ts';
import { hazardRetentionOptimum } from '../../../src/marketing-science/valuation/hazard-retention.ts';
import {
  simpleClvExcludingFirst,
  simpleClvIncludingFirst,
  simpleClvRetentionElasticity,
} from '../../../src/marketing-science/valuation/simple-clv.ts';

const size = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true });

describe('optima', () => {
  test('Blattberg and Deighton: no other spending does better', () => {
    fc.assert(
      fc.property(
        size(1, 500),
        size(0.01, 0.3),
        size(0.1, 0.9),
        size(0.1, 0.95),
        size(0.001, 0.5),
        size(0, 3),
        size(0, 3),
        (margin, d, ca, cr, k, moreA, moreR) => {
          const acquisition = { floor: 0, ceiling: ca, k };
          const retention = { floor: 0, ceiling: cr, k };
          const best = blattbergDeightonOptimum(margin, d, acquisition, retention);
          const retentionSpend = best.retentionSpend * moreR + (moreR > 1 ? 0.1 : 0);
          const lifetimeValue = (margin * (1 + d) - retentionSpend) / (1 + d - responseRate(retention, retentionSpend));
          expect(lifetimeValue).toBeLessThanOrEqual(best.lifetimeValue * (1 + 1e-12));
          const acquisitionSpend = best.acquisitionSpend * moreA + (moreA > 1 ? 0.1 : 0);
          const equity = responseRate(acquisition, acquisitionSpend) * best.lifetimeValue - acquisitionSpend;
          expect(equity).toBeLessThanOrEqual(best.equityPerProspect + 1e-9 * margin);
        },
      ),
    );
  });

  test('the response curve goes through the judgement', () => {
    const curve = responseCurveFromJudgement(15, 0.08, 0.3);
    expect(responseRate(curve, 15)).toBeCloseTo(0.08, 14);
    expect(responseRate(curve, 0)).toBe(0);
    expect(() => responseCurveFromJudgement(15, 0.3, 0.3)).toThrow(RangeError);
  });

  test('hazard retention: no other spending does better, and nothing is spent on those who bring nothing', () => {
    fc.assert(
      fc.property(
        size(0.1, 200),
        size(0.01, 0.5),
        size(0, 0.05),
        size(0, 0.95),
        size(0.01, 1),
        size(0, 2),
        (pi, mu, delta, floor, k, other) => {
          const best = hazardRetentionOptimum(pi, mu, delta, floor, k);
          const x = Math.min(pi, other * best.spend + (other > 1 ? 0.1 : 0));
          const value = (pi - x) / (mu * (floor + (1 - floor) * Math.exp(-k * x)) + delta);
          expect(value).toBeLessThanOrEqual(best.value * (1 + 1e-12));
          expect(best.value).toBeGreaterThanOrEqual(best.valueAtZero * (1 - 1e-12));
        },
      ),
    );
    expect(hazardRetentionOptimum(-5, 0.1, 0.02, 0.4, 0.2)).toMatchObject({ spend: 0, hazardMultiplier: 1 });
  });
});

describe('values', () => {
  test('simple lifetime value is its series, with its elasticity', () => {
    const [m, r, i] = [40, 0.75, 0.1];
    let sum = 0;
    for (let t = 1; t < 400; t++) sum += (m * r ** t) / (1 + i) ** t;
    expect(simpleClvExcludingFirst(m, r, i)).toBeCloseTo(sum, 9);
    expect(simpleClvIncludingFirst(m, r, i)).toBeCloseTo(sum + m, 9);
    const raised = simpleClvExcludingFirst(m, r * (1 + 1e-7), i);
    expect((raised / sum - 1) / 1e-7).toBeCloseTo(simpleClvRetentionElasticity(r, i), 4);
  });

  test('customer equity adds up, negatives too; booking at the end of the period lowers it a little', () => {
    const good = { lambda: 2, mu: 0.1, spend: 50, marginRate: 0.4, costPerOrder: 2, contacts: 0.3, costPerContact: 7 };
    const costly = { ...good, contacts: 8 };
    const { values, total } = customerEquity([good, costly], (customer) => residualValueContinuous(customer, 0.03));
    expect(values[1]).toBeLessThan(0);
    expect(total).toBe(values[0] + values[1]);
    let booked = 0;
    const contribution = 2 * (0.4 * 50 - 2) - 0.3 * 7;
    const d = Math.expm1(0.03);
    for (let k = 1; k < 500; k++)
      booked += (contribution * ((Math.exp(-0.1 * (k - 1)) - Math.exp(-0.1 * k)) / 0.1)) / (1 + d) ** k;
    expect(residualValueEndOfPeriod(good, d)).toBeCloseTo(booked, 8);
    expect(booked).toBeLessThan(values[0]);
    expect(residualValueEndOfPeriod({ ...good, mu: 0 }, d)).toBeCloseTo(contribution / d, 8);
  });
});
