import type { Cents, Lever, RoundReport, Tier } from '../../engine/index.ts';

export type EvidencePoint = {
  readonly round: number;
  readonly cents: Cents;
  /** Per customer on file in the tier; null in an empty tier. */
  readonly centsPerCustomer: number | null;
  /**
   * What the money bought, as the firm saw it: acquisition: newcomers won; retention: estimated customers saved;
   * service: service quality (0 to 1).
   */
  readonly outcome: number;
};

/** The firm's own experience with one cell: what was spent and what was seen, quarter by quarter, oldest first. */
export function cellEvidence(
  history: readonly RoundReport[],
  reports: readonly RoundReport[],
  lever: Lever,
  tier: Tier,
): readonly EvidencePoint[] {
  return [...history, ...reports].map((report) => {
    const result = report.tiers[tier];
    const cents = report.decision[lever][tier];
    return {
      round: report.round,
      cents,
      centsPerCustomer: result.customers > 0 ? cents / result.customers : null,
      outcome:
        lever === 'acquisition'
          ? result.newCustomers
          : lever === 'retention'
            ? result.estimatedCustomersSaved
            : result.serviceQuality,
    };
  });
}
