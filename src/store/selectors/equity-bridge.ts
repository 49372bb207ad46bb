import { BRIDGE_STEPS, type BridgeStep, type Cents, type RoundReport, TIERS, type Tier } from '../../engine/index.ts';

export type BridgeRow = {
  readonly step: 'opening' | BridgeStep | 'closing';
  /** `total` stands on the ground (opening, closing), `change` floats from `start` to `end`. */
  readonly kind: 'total' | 'change';
  readonly amount: Cents;
  /** Where the bar begins and ends; for a total 0 and the amount. */
  readonly start: Cents;
  readonly end: Cents;
};

/**
 * The waterfall from last quarter's estimated customer equity to this one's. The end of the last change is the
 * closing equity, to the cent.
 */
export function equityBridgeRows(report: RoundReport): readonly BridgeRow[] {
  const { equity } = report;
  const rows: BridgeRow[] = [{ step: 'opening', kind: 'total', amount: equity.opening, start: 0, end: equity.opening }];
  let running = equity.opening;
  for (const step of BRIDGE_STEPS) {
    const start = running;
    running += equity[step];
    rows.push({ step, kind: 'change', amount: equity[step], start, end: running });
  }
  rows.push({ step: 'closing', kind: 'total', amount: equity.closing, start: 0, end: equity.closing });
  return rows;
}

export type TierBridgeRow = { readonly tier: Tier } & Readonly<Record<BridgeStep, Cents>> & {
    /** Sum of the steps. */
    readonly change: Cents;
  };

/** The same steps by tier; the columns sum to the steps of the whole bridge. */
export function tierBridgeRows(report: RoundReport): readonly TierBridgeRow[] {
  return TIERS.map((tier) => {
    const steps = report.equity.byTier[tier];
    return { tier, ...steps, change: BRIDGE_STEPS.reduce((sum, step) => sum + steps[step], 0) };
  });
}
