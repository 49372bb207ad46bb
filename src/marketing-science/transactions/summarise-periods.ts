import { DAYS_IN_UNIT, lastDay, type OrderDays, orderDaysByCustomer, type TimeUnit } from './order-days.ts';
import type { TransactionLog } from './read-transaction-log.ts';

type PeriodOptions = Readonly<{ unit?: TimeUnit; until?: number }>;

/**
 * Opportunity histories for the BG/BB: a customer's clock starts at its first order; each whole unit of time after it
 * is one opportunity, used when there is an order in it. A unit that is not over by `until` (default: the last day of
 * the log) is no opportunity yet. Customers who came after `until` are left out.
 */
export function summariseOpportunities(
  log: TransactionLog,
  options: PeriodOptions = {},
): Readonly<{ x: Float64Array; tx: Float64Array; n: Float64Array }> {
  const { unit = 'year', until = lastDay(log) } = options;
  const daysInUnit = DAYS_IN_UNIT[unit];
  const rows = observedCustomers(log, until).map(({ days }) => {
    const n = Math.floor((until - days[0]) / daysInUnit);
    const used = new Set(days.slice(1).map((day) => Math.ceil((day - days[0]) / daysInUnit)));
    const inTime = [...used].filter((period) => period <= n);
    return { n, x: inTime.length, tx: inTime.reduce((latest, period) => Math.max(latest, period), 0) };
  });
  return {
    x: Float64Array.from(rows, (row) => row.x),
    tx: Float64Array.from(rows, (row) => row.tx),
    n: Float64Array.from(rows, (row) => row.n),
  };
}

/**
 * Survival tables for the shifted beta-geometric from a log of payments, one for each number of renewals that customers
 * could have made by `until` (default: the last day of the log). Entry t is the number of contracts alive after t
 * renewals.
 *
 * Renewal k falls due k units after the first payment and counts as made when a payment lies within half a unit of
 * that; a customer is lost at the first renewal it misses, later payments notwithstanding. Only renewals whose half
 * unit of grace is over are judged.
 */
export function summariseRenewals(log: TransactionLog, options: PeriodOptions = {}): number[][] {
  const { unit = 'year', until = lastDay(log) } = options;
  const daysInUnit = DAYS_IN_UNIT[unit];
  const tables = new Map<number, number[]>();
  for (const { days } of observedCustomers(log, until)) {
    const due = Math.max(0, Math.floor((until - days[0]) / daysInUnit - 0.5));
    const paid = new Set(days.map((day) => Math.round((day - days[0]) / daysInUnit)));
    let table = tables.get(due);
    if (table === undefined) {
      table = new Array<number>(due + 1).fill(0);
      tables.set(due, table);
    }
    table[0]++;
    for (let renewal = 1; renewal <= due && paid.has(renewal); renewal++) {
      table[renewal]++;
    }
  }
  return [...tables].sort(([left], [right]) => left - right).map(([, table]) => table);
}

function observedCustomers(log: TransactionLog, until: number): OrderDays[] {
  return orderDaysByCustomer(log).filter(({ days }) => days[0] <= until);
}
