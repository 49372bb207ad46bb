import type { RfmCell } from '../report/round-report.ts';

/** Lowest number of orders in the last four quarters of each frequency class. */
export const RFM_FREQUENCIES = [1, 2, 3, 5, 9] as const;

const CLASSES = RFM_FREQUENCIES.length;
const MOST_ORDERS = RFM_FREQUENCIES[CLASSES - 1];

/** The frequency class of 0, 1, 2 … orders, up to where the last class begins. */
const CLASS_OF_ORDERS = Uint8Array.from({ length: MOST_ORDERS + 1 }, (_, orders) =>
  Math.max(0, RFM_FREQUENCIES.filter((from) => orders >= from).length - 1),
);

/** Sums over the customers of each cell while the firm goes through its records: [recency × classes + frequency class]. */
export type RfmSums = {
  readonly onFileRounds: number;
  readonly customers: Int32Array;
  readonly trailingRevenue: Float64Array;
  readonly estimatedEquity: Float64Array;
};

/** @param onFileRounds quarters that a customer stays on file */
export function openRfm(onFileRounds: number): RfmSums {
  const cells = onFileRounds * CLASSES;
  return {
    onFileRounds,
    customers: new Int32Array(cells),
    trailingRevenue: new Float64Array(cells),
    estimatedEquity: new Float64Array(cells),
  };
}

/** The cell of a customer on file, given quarters since the last order and orders in the last four quarters. */
export function rfmCellOf({ onFileRounds }: RfmSums, sinceLastOrder: number, orders: number): number {
  const recency = Math.min(onFileRounds - 1, sinceLastOrder | 0);
  return recency * CLASSES + CLASS_OF_ORDERS[Math.min(MOST_ORDERS, orders)];
}

/**
 * Customers on file by recency (whole quarters since the last order, 0 to 3) and frequency (orders in the last four quarters), with the money they
 * brought and are estimated to be worth: the direct marketer's report, the same at every insight level. Empty cells are there too, most recent
 * first, then rarest first.
 *
 * *Source:* Hughes 1994, *Strategic database marketing* (recency, frequency, monetary value), with the classes fixed so that quarters compare.
 */
export function rfmCells({ customers, trailingRevenue, estimatedEquity }: RfmSums): RfmCell[] {
  return Array.from(customers, (count, cell) => ({
    recency: Math.floor(cell / CLASSES),
    ordersFrom: RFM_FREQUENCIES[cell % CLASSES],
    customers: count,
    trailingRevenue: trailingRevenue[cell],
    estimatedEquity: estimatedEquity[cell],
  }));
}
