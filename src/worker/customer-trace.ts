import { type Firm, orderReader } from '../engine/index.ts';
import type { CustomerRecords } from './customer-records.ts';
import type { CustomerTrace } from './protocol.ts';

/** Reads one customer's history from the records; RangeError when there is no such customer. */
export function traceCustomer(firm: Firm, { quarters }: CustomerRecords, row: number, last: number): CustomerTrace {
  const known = quarters.filter((quarter) => quarter.round <= last && row < quarter.count);
  const first = known[0];
  if (!first || !(row >= 0)) throw new RangeError(`there is no customer ${row}`);
  const isFromBefore = first.cohort[row] < first.round;
  return {
    row,
    earlier: isFromBefore
      ? {
          orders: first.repeatOrders[row] + 1 - first.quarterOrders[row],
          contacts: first.contacts[row] - first.quarterContacts[row],
          revenue: first.revenue[row] - first.quarterRevenue[row],
        }
      : null,
    quarters: known.map((quarter) => ({
      round: quarter.round,
      tierBefore: quarter.tierBefore[row],
      tier: quarter.tier[row],
      orders: orderReader(firm, quarter)(row),
      contacts: quarter.quarterContacts[row],
      estimatedValue: quarter.estimatedValue[row],
    })),
  };
}
