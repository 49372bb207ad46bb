import type { Cents } from '../decision/decision.ts';
import { gamma } from '../random/gamma.ts';
import { PURPOSE } from '../random/purposes.ts';
import { drawKeys, mix, uniform, wordAt } from '../random/stream.ts';
import type { Firm } from '../round/firm.ts';
import type { ObservedCustomers } from './observe-customers.ts';

/** One order as the firm's till has it. */
export type ObservedOrder = {
  /** Quarters since the first played round began. */
  readonly time: number;
  readonly revenue: Cents;
};

/** Odd, and without a pattern: keeps the streams of a customer's orders apart. */
const STREAM_STEP = 0x9e3779b9 | 0;

/**
 * Reads the single orders of a quarter. The engine lives a quarter of a customer as a number of orders, their sum, and the time
 * of the last one; the orders themselves follow from these exactly as the model has them: earlier ones at uniform times before the last,
 * the sum shared out by gamma weights of the order value's shape. The same orders come out however often they are asked for.
 *
 * *Source:* order statistics of uniforms; the shares of gamma variables given their sum are Dirichlet. *Draws:* orderTimes, orderShares.
 *
 * @param customers the records of the quarter
 * @returns the orders of a customer in that quarter, oldest first; their revenue sums to the quarter's
 */
export function orderReader(firm: Firm, customers: ObservedCustomers): (row: number) => readonly ObservedOrder[] {
  const { keys, scenario, population } = firm;
  const { round, cohort, lastOrder, quarterOrders, quarterRevenue } = customers;
  const roundIndex = round + scenario.warmUpRounds;
  const timeKeys = drawKeys(keys, roundIndex, PURPOSE.orderTimes);
  const shareKeys = drawKeys(keys, roundIndex, PURPOSE.orderShares);
  const shape = scenario.heterogeneity.orderValueShape;

  return (row) => {
    const count = quarterOrders[row];
    if (count === 0) return [];
    const last = lastOrder[row];
    const total = quarterRevenue[row];
    if (count === 1 || cohort[row] === round) return [{ time: last, revenue: total }];
    const times = new Float64Array(count);
    const weights = new Float64Array(count);
    let sum = 0;
    for (let index = 0; index < count; index++) {
      const stream = mix((population.stream[row] + Math.imul(index + 1, STREAM_STEP)) | 0);
      times[index] = index === 0 ? last : round + (last - round) * uniform(wordAt(stream, timeKeys, 0, 0));
      weights[index] = gamma(shape, stream, shareKeys);
      sum += weights[index];
    }
    times.sort();
    const orders: ObservedOrder[] = [];
    let cumulated = 0;
    let given = 0;
    for (let index = 0; index < count; index++) {
      cumulated += weights[index];
      const upTo = index === count - 1 ? total : Math.floor((total * cumulated) / sum + 0.5);
      orders.push({ time: times[index], revenue: upTo - given });
      given = upTo;
    }
    return orders;
  };
}
