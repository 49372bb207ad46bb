import {
  type Cents,
  type InsightLevel,
  LEVERS,
  type Lever,
  type RoundReport,
  TIERS,
  type Tier,
} from '../../engine/index.ts';
import { leverTotal } from './desk.ts';

export type DecisionHistoryRow = { readonly round: number } & Readonly<Record<Lever, Cents>> & {
    readonly insight: InsightLevel;
    /** What the insight level cost. */
    readonly insightCost: Cents;
    /** Levers and insight. */
    readonly spending: Cents;
    readonly budget: Cents;
    /** budget − spending. */
    readonly unspent: Cents;
  };

/** What the firm spent, quarter by quarter, warm-up first. */
export function decisionHistoryRows(
  history: readonly RoundReport[],
  reports: readonly RoundReport[],
): readonly DecisionHistoryRow[] {
  return [...history, ...reports].map((report) => {
    const { decision } = report;
    const insightCost = report.income.insight;
    const spending = LEVERS.reduce((sum, lever) => sum + leverTotal(decision, lever), insightCost);
    return {
      round: report.round,
      acquisition: leverTotal(decision, 'acquisition'),
      retention: leverTotal(decision, 'retention'),
      service: leverTotal(decision, 'service'),
      insight: decision.insight,
      insightCost,
      spending,
      budget: report.budget,
      unspent: report.budget - spending,
    };
  });
}

export type CellHistoryRow = {
  readonly round: number;
  readonly lever: Lever;
  readonly tier: Tier;
  readonly cents: Cents;
  /** Per customer on file in the tier at the start of the round; null in an empty tier. */
  readonly centsPerCustomer: number | null;
};

/** The same cell by cell, in tidy form (one amount a row). */
export function cellHistoryRows(
  history: readonly RoundReport[],
  reports: readonly RoundReport[],
): readonly CellHistoryRow[] {
  return [...history, ...reports].flatMap((report) =>
    LEVERS.flatMap((lever) =>
      TIERS.map((tier) => {
        const cents = report.decision[lever][tier];
        const { customers } = report.tiers[tier];
        return { round: report.round, lever, tier, cents, centsPerCustomer: customers > 0 ? cents / customers : null };
      }),
    ),
  );
}
