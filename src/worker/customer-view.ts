import type { ObservedCustomers } from '../engine/index.ts';
import { cohortRetention, concentrationOf } from './customer-analysis.ts';
import { type CustomerRecords, recordsAfter } from './customer-records.ts';
import { scoreCustomers } from './customer-scores.ts';
import type { CustomerView } from './protocol.ts';

/** Makes the view after a round, in arrays of its own: they may be transferred. */
export function customerView(records: CustomerRecords, round: number): CustomerView {
  const kept = recordsAfter(records, round);
  return {
    customers: copyOf(kept),
    scores: scoreCustomers(kept),
    concentration: concentrationOf(kept),
    retention: cohortRetention(records.quarters, round),
  };
}

/** The memory behind a view's columns: handed over, not copied, when the view is posted. */
export function transferOf({ customers, scores }: CustomerView): ArrayBuffer[] {
  return [...Object.values(customers), ...Object.values(scores)].flatMap((column) =>
    typeof column === 'number' ? [] : [column.buffer],
  );
}

function copyOf(customers: ObservedCustomers): ObservedCustomers {
  return Object.fromEntries(
    Object.entries(customers).map(([name, column]) => [name, typeof column === 'number' ? column : column.slice()]),
  ) as ObservedCustomers;
}
