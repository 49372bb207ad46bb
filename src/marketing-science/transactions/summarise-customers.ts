import { DAYS_IN_UNIT, lastDay, orderDaysByCustomer, type TimeUnit } from './order-days.ts';
import type { TransactionLog } from './read-transaction-log.ts';

/**
 * Purchase histories of customers as columns of equal length, ready for the fits.
 *
 * - `customers`: names
 * - `x`: repeat order days up to the end of calibration; `tx`, `T`: times in `unit`s from the first order
 * - `zbar`: mean value of the repeat order days, 0 when x = 0
 * - `firstDay`: day number of the first order
 * - `holdout`: orders and their value after the end of calibration, null without one; `duration` in `unit`s
 * - `notYetCustomers`: customers of the log who came after the end of calibration and are left out
 */
export type CustomerSummary = Readonly<{
  customers: readonly string[];
  x: Float64Array;
  tx: Float64Array;
  T: Float64Array;
  zbar: Float64Array;
  firstDay: Int32Array;
  holdout: Readonly<{ x: Float64Array; value: Float64Array; duration: number }> | null;
  notYetCustomers: number;
}>;

/**
 * From a transaction log to recency and frequency: same-day orders merged, the clock of each customer starts at its
 * first order, which is not counted.
 *
 * Observation ends with the day `until` (default: the last day of the log). With `calibrationEnd` the summary stops
 * there and orders after it, up to `until`, are the hold-out. RangeError when calibrationEnd is after until.
 *
 * *Source:* Fader and Hardie, 2005, "A note on implementing the Pareto/NBD model in MATLAB" (data preparation of
 * CDNOW).
 */
export function summariseCustomers(
  log: TransactionLog,
  options: Readonly<{ unit?: TimeUnit; until?: number; calibrationEnd?: number }> = {},
): CustomerSummary {
  const { unit = 'week', until = lastDay(log), calibrationEnd } = options;
  const end = calibrationEnd ?? until;
  if (end > until) {
    throw new RangeError('Calibration must not end after observation');
  }
  const daysInUnit = DAYS_IN_UNIT[unit];
  const orders = orderDaysByCustomer(log);
  const known = orders.map((_, index) => index).filter((index) => orders[index].days[0] <= end);
  const size = known.length;
  const x = new Float64Array(size);
  const tx = new Float64Array(size);
  const T = new Float64Array(size);
  const zbar = new Float64Array(size);
  const firstDay = new Int32Array(size);
  const laterOrders = new Float64Array(size);
  const laterValue = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    const { days, values } = orders[known[row]];
    let value = 0;
    for (let order = 1; order < days.length && days[order] <= until; order++) {
      if (days[order] <= end) {
        x[row]++;
        tx[row] = (days[order] - days[0]) / daysInUnit;
        value += values[order];
      } else {
        laterOrders[row]++;
        laterValue[row] += values[order];
      }
    }
    T[row] = (end - days[0]) / daysInUnit;
    zbar[row] = x[row] > 0 ? value / x[row] : 0;
    firstDay[row] = days[0];
  }
  return {
    customers: known.map((index) => log.customers[index]),
    x,
    tx,
    T,
    zbar,
    firstDay,
    holdout:
      calibrationEnd === undefined ? null : { x: laterOrders, value: laterValue, duration: (until - end) / daysInUnit },
    notYetCustomers: orders.length - size,
  };
}
