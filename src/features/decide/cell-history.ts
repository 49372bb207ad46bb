import type { decide } from '../../content/decide.ts';
import type { Cents, Lever, RoundReport, Tier, TierResult } from '../../engine/index.ts';
import type { Formats } from '../../ui/format.ts';
import type { Messages } from '../../ui/message.ts';
import { type Evidence, evidenceOf } from './evidence.ts';

/** What stands beside one cell: last quarter's money, what it bought, and all the experience there is. */
export type CellHistory = {
  readonly lastCents: Cents;
  /** Cents per customer of the tier as it was; null for an empty tier. */
  readonly lastPerCustomer: number | null;
  readonly result: TierResult;
  readonly evidence: Evidence;
};

/** @param reports history and rounds played, oldest first, at least one */
export function cellHistory(reports: readonly RoundReport[], lever: Lever, tier: Tier): CellHistory {
  const last = reports[reports.length - 1];
  const result = last.tiers[tier];
  const lastCents = last.decision[lever][tier];
  return {
    lastCents,
    lastPerCustomer: result.customers > 0 ? lastCents / result.customers : null,
    result,
    evidence: evidenceOf(reports, lever, tier),
  };
}

/** What a cell's money bought last quarter, in words. */
export function resultText(history: CellHistory, lever: Lever, t: Messages<typeof decide>, formats: Formats): string {
  const { result, lastCents } = history;
  switch (lever) {
    case 'acquisition': {
      const marginal = formats.money(result.marginalCostPerNewCustomer);
      if (result.newCustomers === 0 || result.costPerNewCustomer === null)
        return t('result.acquisitionNone', { marginal });
      const cost = formats.money(result.costPerNewCustomer);
      return t('result.acquisition', { customers: result.newCustomers, cost, marginal });
    }
    case 'retention': {
      const customers = Math.round(result.estimatedCustomersSaved);
      return customers > 0 && lastCents > 0
        ? t('result.retentionCost', { customers, cost: formats.money(lastCents / customers) })
        : t('result.retention', { customers });
    }
    case 'service':
      return t('result.service', { quality: formats.hundredths(result.serviceQuality) });
  }
}
