import { FLOW_ENDS, FLOW_ORIGINS, type RoundReport } from '../../engine/index.ts';

type Origin = (typeof FLOW_ORIGINS)[number];
type End = (typeof FLOW_ENDS)[number];

export type FlowRow = { readonly from: Origin } & Readonly<Record<End, number>> & { readonly total: number };

/** Customers by where they were in the round (rows) and where they are after it (columns), as a table. */
export function flowRows(report: RoundReport): readonly FlowRow[] {
  return FLOW_ORIGINS.map((from) => ({
    from,
    ...report.flows[from],
    total: FLOW_ENDS.reduce((sum, to) => sum + report.flows[from][to], 0),
  }));
}

export type FlowLink = {
  readonly from: Origin;
  readonly to: End;
  readonly customers: number;
  /** For customers on file before and after: up, down or the same tier; otherwise arriving, leaving or absent. */
  readonly movement: 'promoted' | 'demoted' | 'stayed' | 'arrived' | 'returned' | 'lapsed' | 'away';
};

/** The same as links of a Sankey picture; flows of 0 are left out. */
export function flowLinks(report: RoundReport): readonly FlowLink[] {
  return FLOW_ORIGINS.flatMap((from) =>
    FLOW_ENDS.map((to) => ({ from, to, customers: report.flows[from][to], movement: movementOf(from, to) })),
  ).filter((link) => link.customers > 0);
}

function movementOf(from: Origin, to: End): FlowLink['movement'] {
  if (from === 'new') return 'arrived';
  if (from === 'lapsed') return to === 'lapsed' ? 'away' : 'returned';
  if (to === 'lapsed') return 'lapsed';
  // Best first, so that a smaller index is a better tier.
  const change = FLOW_ENDS.indexOf(to) - FLOW_ENDS.indexOf(from);
  return change < 0 ? 'promoted' : change > 0 ? 'demoted' : 'stayed';
}
