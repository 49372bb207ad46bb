import type { TransactionLog } from './read-transaction-log.ts';

/** The days on which one customer ordered, ascending, same-day orders merged, and the total value of each day. */
export type OrderDays = { days: number[]; values: number[] };

/**
 * Length of a unit of time in days; month, quarter and year are the mean of the Gregorian calendar's leap cycle of four
 * years.
 */
export const DAYS_IN_UNIT = { day: 1, week: 7, month: 30.4375, quarter: 91.3125, year: 365.25 } as const;

export type TimeUnit = keyof typeof DAYS_IN_UNIT;

/**
 * Order days of each customer of the log, in the order of its `customers`. Values are 0 when the log has no amounts.
 */
export function orderDaysByCustomer(log: TransactionLog): OrderDays[] {
  const { customer, day, amount } = log;
  const rows = Array.from({ length: customer.length }, (_, row) => row).sort((left, right) => day[left] - day[right]);
  const result: OrderDays[] = log.customers.map(() => ({ days: [], values: [] }));
  for (const row of rows) {
    const { days, values } = result[customer[row]];
    const value = amount === null ? 0 : amount[row];
    if (days.length > 0 && days[days.length - 1] === day[row]) {
      values[values.length - 1] += value;
    } else {
      days.push(day[row]);
      values.push(value);
    }
  }
  return result;
}

/** Last day on which anybody ordered. */
export function lastDay(log: TransactionLog): number {
  return log.day.reduce((latest, day) => Math.max(latest, day), -Infinity);
}
