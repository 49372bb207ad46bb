import { type Firm, type ObservedCustomers, observe, observeCustomers, type RoundReport } from '../engine/index.ts';

/** What the firm has written down, quarter by quarter, as long as one game is open. It stays in the worker. */
export type CustomerRecords = {
  /** To be called after every quarter, warm-up included, and never between. */
  readonly note: (firm: Firm) => void;
  /** Customers, oldest quarter first, without a gap; the last is the quarter played last. */
  readonly quarters: readonly ObservedCustomers[];
  /** The firm, the same quarters. */
  readonly reports: readonly RoundReport[];
};

export function keepCustomerRecords(): CustomerRecords {
  const quarters: ObservedCustomers[] = [];
  const reports: RoundReport[] = [];
  return {
    note(firm) {
      quarters.push(observeCustomers(firm, quarters));
      reports.push(observe(firm));
    },
    quarters,
    reports,
  };
}

/** The customers after a round; RangeError when it was not lived through in this game. */
export function recordsAfter({ quarters }: CustomerRecords, round: number): ObservedCustomers {
  const found = quarters[round - quarters[0].round];
  if (!found) throw new RangeError(`there are no customer records of round ${round}`);
  return found;
}
