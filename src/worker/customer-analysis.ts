import { LAPSED, type ObservedCustomers } from '../engine/index.ts';
import { gini, topShare, whaleCurve } from '../marketing-science/concentration/concentration.ts';
import type { CohortRetention, Concentration, ConcentrationMeasure } from './protocol.ts';

/** Steps of a concentration curve. */
const STEPS = 20;
const TOP = 0.2;

/** How unequally trailing revenue, trailing contribution and estimated value lie on the customers on file. */
export function concentrationOf(customers: ObservedCustomers): Readonly<Record<ConcentrationMeasure, Concentration>> {
  const rows: number[] = [];
  for (let row = 0; row < customers.count; row++) if (customers.tier[row] < LAPSED) rows.push(row);
  const of = (column: ArrayLike<number>) => concentration(Float64Array.from(rows, (row) => column[row]));
  return {
    revenue: of(customers.trailingRevenue),
    contribution: of(customers.trailingContribution),
    estimatedValue: of(customers.estimatedValue),
  };
}

function concentration(values: Float64Array): Concentration {
  const total = values.reduce((sum, value) => sum + value, 0);
  const belowZero = values.reduce((count, value) => count + Number(value < 0), 0);
  if (!(total > 0)) return { topFifth: null, gini: null, belowZero, curve: [] };
  return {
    topFifth: topShare(values, TOP),
    gini: belowZero > 0 ? null : gini(values),
    belowZero,
    curve: whaleCurve(values, STEPS).curve.map(({ profit }) => profit / total),
  };
}

/**
 * Retention by cohort: customers who first bought in the same quarter, and how many of them bought in each later one. Only
 * cohorts whose beginning is on record; the base that was there before is made of survivors and would look too good.
 *
 * @param quarters records, oldest first
 * @param last round up to which to look
 */
export function cohortRetention(quarters: readonly ObservedCustomers[], last: number): CohortRetention[] {
  const seen = quarters.filter(({ round }) => round <= last);
  const cohorts: CohortRetention[] = [];
  for (const { round: cohort } of seen) {
    const later = seen.filter(({ round }) => round > cohort);
    const newest = seen[seen.length - 1];
    const rows: number[] = [];
    for (let row = 0; row < newest.count; row++) if (newest.cohort[row] === cohort) rows.push(row);
    cohorts.push({
      cohort,
      customers: rows.length,
      active: later.map(({ quarterOrders }) => rows.reduce((sum, row) => sum + Number(quarterOrders[row] > 0), 0)),
    });
  }
  return cohorts;
}
