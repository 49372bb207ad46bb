import type { RfmCell, RoundReport } from '../../engine/index.ts';

export type RfmGrid = {
  /** Classes of orders in the last four quarters; the last one is open. */
  readonly frequencies: readonly { readonly from: number; readonly to: number | null }[];
  /** Most recent first; shares of the richest cell's revenue, for shading. */
  readonly rows: readonly {
    readonly recency: number;
    readonly cells: readonly (RfmCell & { readonly shareOfRevenue: number })[];
  }[];
  /** The most recent and most frequent customers: their share of heads and of revenue; null when nobody is on file. */
  readonly best: { readonly shareOfCustomers: number; readonly shareOfRevenue: number } | null;
};

/** The RFM report as a grid: recency down, frequency across. */
export function rfmGrid({ rfm }: RoundReport): RfmGrid {
  const starts = [...new Set(rfm.map(({ ordersFrom }) => ordersFrom))];
  const richest = Math.max(1, ...rfm.map(({ trailingRevenue }) => trailingRevenue));
  const customers = rfm.reduce((sum, cell) => sum + cell.customers, 0);
  const revenue = rfm.reduce((sum, cell) => sum + cell.trailingRevenue, 0);
  const best = rfm.find(({ recency, ordersFrom }) => recency === 0 && ordersFrom === starts[starts.length - 1]);
  return {
    frequencies: starts.map((from, index) => ({ from, to: index + 1 < starts.length ? starts[index + 1] - 1 : null })),
    rows: [...new Set(rfm.map(({ recency }) => recency))].map((recency) => ({
      recency,
      cells: rfm
        .filter((cell) => cell.recency === recency)
        .map((cell) => ({ ...cell, shareOfRevenue: cell.trailingRevenue / richest })),
    })),
    best:
      best && customers > 0 && revenue > 0
        ? { shareOfCustomers: best.customers / customers, shareOfRevenue: best.trailingRevenue / revenue }
        : null,
  };
}
