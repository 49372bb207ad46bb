import type { CustomerView } from '../../worker/protocol.ts';

/** Customers on file of one score of recency and one of frequency. */
export type RfmCell = {
  readonly recency: number;
  readonly frequency: number;
  readonly customers: number;
  /** Mean trailing revenue, cents. */
  readonly money: number;
  readonly revenue: number;
};

export const SCORES = [5, 4, 3, 2, 1] as const;

/** The 25 cells, best recency and frequency first. */
export function rfmCells({ customers, scores }: CustomerView): readonly RfmCell[] {
  const counts = new Float64Array(36);
  const revenues = new Float64Array(36);
  for (let row = 0; row < customers.count; row++) {
    const at = scores.recency[row] * 6 + scores.frequency[row];
    counts[at]++;
    revenues[at] += customers.trailingRevenue[row];
  }
  return SCORES.flatMap((recency) =>
    SCORES.map((frequency) => {
      const at = recency * 6 + frequency;
      return {
        recency,
        frequency,
        customers: counts[at],
        money: counts[at] > 0 ? revenues[at] / counts[at] : 0,
        revenue: revenues[at],
      };
    }),
  );
}

/** The customers of a cell: 1 for each of them. */
export function membersOfCell({ customers, scores }: CustomerView, cell: RfmCell): Uint8Array {
  const flags = new Uint8Array(customers.count);
  for (let row = 0; row < customers.count; row++) {
    flags[row] = Number(scores.recency[row] === cell.recency && scores.frequency[row] === cell.frequency);
  }
  return flags;
}
