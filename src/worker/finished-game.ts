import type { Decision, Firm, ObservedCustomers, OpenedFirm, RoundReport } from '../engine/index.ts';
import type { CustomerRecords } from './customer-records.ts';
import type { TruthRecords } from './truth-records.ts';

/** Everything that is known of a game whose last round is played: what the debrief is made from. */
export type FinishedGame = {
  readonly opened: OpenedFirm;
  /** After the last round. */
  readonly firm: Firm;
  readonly decisions: readonly Decision[];
  readonly records: CustomerRecords;
  readonly truth: TruthRecords;
};

/** Customer records and reports of the rounds played, and the ones before the first of them. */
export function playedRounds({ records }: Pick<FinishedGame, 'records'>): {
  readonly quarters: readonly ObservedCustomers[];
  readonly reports: readonly RoundReport[];
  readonly openingQuarter: ObservedCustomers;
  readonly openingReport: RoundReport;
} {
  const first = records.reports.findIndex(({ round }) => round >= 0);
  if (first < 1) throw new RangeError('no round has been played');
  return {
    quarters: records.quarters.slice(first),
    reports: records.reports.slice(first),
    openingQuarter: records.quarters[first - 1],
    openingReport: records.reports[first - 1],
  };
}
