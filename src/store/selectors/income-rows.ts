import type { Cents, RoundReport } from '../../engine/index.ts';

const LINES = [
  ['revenue', 'income', 1],
  ['costOfGoods', 'cost', -1],
  ['orderCost', 'cost', -1],
  ['contactCost', 'cost', -1],
  ['accountCost', 'cost', -1],
  ['contribution', 'subtotal', 1],
  ['acquisition', 'cost', -1],
  ['retention', 'cost', -1],
  ['service', 'cost', -1],
  ['insight', 'cost', -1],
  ['overhead', 'cost', -1],
  ['cashFlow', 'total', 1],
] as const;

export type IncomeLine = (typeof LINES)[number][0];

export type IncomeRow = {
  readonly line: IncomeLine;
  readonly kind: (typeof LINES)[number][1];
  /** Signed as it enters the sum: costs are negative. */
  readonly amount: Cents;
  /** The same line a quarter ago, and the change; null without a quarter before. */
  readonly previous: Cents | null;
  readonly change: Cents | null;
};

/** The income statement, top to bottom; the rows since the last subtotal, and it, sum to the next one, to the cent. */
export function incomeRows(report: RoundReport, previous: RoundReport | null): readonly IncomeRow[] {
  return LINES.map(([line, kind, sign]) => {
    // `0 * -1` is −0, which a screen would show with a sign.
    const amount = sign * report.income[line] || 0;
    const before = previous ? sign * previous.income[line] || 0 : null;
    return { line, kind, amount, previous: before, change: before === null ? null : amount - before };
  });
}
