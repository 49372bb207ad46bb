/**
 * One cohort's row: customers who began in that period, how many were active 0, 1, 2, … periods later, and these as
 * shares.
 */
export type CohortRow = Readonly<{
  cohort: number;
  customers: number;
  active: readonly number[];
  retention: readonly number[];
}>;

/**
 * Cohort retention table from orders. A customer belongs to the cohort of the period of its first order and counts as
 * active in every period in which it orders.
 *
 * `customer` and `period` are columns of equal length, one entry an order; periods are whole numbers. Rows end with the
 * last period that occurs; cohorts without customers are left out. Active share is not survival: a customer may pause
 * and come back.
 */
export function cohortRetentionTable(customer: ArrayLike<number | string>, period: ArrayLike<number>): CohortRow[] {
  const periodsOf = new Map<number | string, Set<number>>();
  let last = -Infinity;
  for (let row = 0; row < customer.length; row++) {
    if (!Number.isInteger(period[row])) {
      throw new RangeError(`Row ${row}: a period must be a whole number, got ${period[row]}`);
    }
    last = Math.max(last, period[row]);
    const seen = periodsOf.get(customer[row]);
    if (seen === undefined) {
      periodsOf.set(customer[row], new Set([period[row]]));
    } else {
      seen.add(period[row]);
    }
  }
  const cohorts = new Map<number, number[]>();
  for (const seen of periodsOf.values()) {
    let first = Infinity;
    for (const entry of seen) {
      first = Math.min(first, entry);
    }
    let active = cohorts.get(first);
    if (active === undefined) {
      active = new Array<number>(last - first + 1).fill(0);
      cohorts.set(first, active);
    }
    for (const entry of seen) {
      active[entry - first]++;
    }
  }
  return [...cohorts]
    .sort(([left], [right]) => left - right)
    .map(([cohort, active]) => ({
      cohort,
      customers: active[0],
      active,
      retention: active.map((count) => count / active[0]),
    }));
}
