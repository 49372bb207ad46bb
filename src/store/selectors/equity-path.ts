import type { Cents, RoundReport } from '../../engine/index.ts';

export type EquityPathRow = {
  /** Negative in the warm-up. */
  readonly round: number;
  readonly played: boolean;
  /** Estimated, at the end of the round. */
  readonly customerEquity: Cents;
  readonly estimatedFirmValue: Cents;
  readonly cashFlow: Cents;
  readonly cumulativeCash: Cents;
};

/** Estimated customer equity, firm value and cash after each quarter, warm-up first. */
export function equityPathRows(
  history: readonly RoundReport[],
  reports: readonly RoundReport[],
): readonly EquityPathRow[] {
  return [...history, ...reports].map((report) => ({
    round: report.round,
    played: report.round >= 0,
    customerEquity: report.equity.closing,
    estimatedFirmValue: report.equity.estimatedFirmValue,
    cashFlow: report.income.cashFlow,
    cumulativeCash: report.income.cumulativeCash,
  }));
}
