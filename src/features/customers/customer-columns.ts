import { LAPSED, NEWCOMER, TIERS } from '../../store/selectors/constants.ts';
import type { TierName } from '../../ui/tier-mark.tsx';
import type { CustomerView } from '../../worker/protocol.ts';

export type Customers = CustomerView['customers'];

export const TIER_AND_LAPSED: readonly TierName[] = [...TIERS, 'lapsed'];

export function tierNameOf(customers: Customers, row: number): TierName {
  return TIER_AND_LAPSED[customers.tier[row]];
}

/** Quarters since the last order. */
export function recencyOf(customers: Customers, row: number): number {
  return Math.max(0, customers.round + 1 - customers.lastOrder[row]);
}

/** Quarters since the first order. */
export function tenureOf(customers: Customers, row: number): number {
  return customers.round - customers.cohort[row];
}

/** Reads a number as someone types it: `C000042`, `c42`, `42`. Null when there is no such customer. */
export function rowOfId(text: string, count: number): number | null {
  const digits = /^\s*c?0*(\d+)\s*$/i.exec(text)?.[1];
  const row = digits === undefined ? -1 : Number(digits) - 1;
  return row >= 0 && row < count ? row : null;
}

export type Movement = 'arrived' | 'returned' | 'lapsed' | 'promoted' | 'demoted' | 'stayed';

/** What became of a customer in the quarter. */
export function movementOf(customers: Customers, row: number): Movement {
  const before = customers.tierBefore[row];
  const now = customers.tier[row];
  if (before === NEWCOMER) return 'arrived';
  if (before === now) return 'stayed';
  if (now === LAPSED) return 'lapsed';
  if (before === LAPSED) return 'returned';
  return now < before ? 'promoted' : 'demoted';
}

/** How many moved which way, and how many are and were on file. */
export function countMovements(
  customers: Customers,
): Record<Movement | 'onFile' | 'onFileBefore' | 'lapsedNow', number> {
  const counts = {
    arrived: 0,
    returned: 0,
    lapsed: 0,
    promoted: 0,
    demoted: 0,
    stayed: 0,
    onFile: 0,
    onFileBefore: 0,
    lapsedNow: 0,
  };
  for (let row = 0; row < customers.count; row++) {
    counts[movementOf(customers, row)]++;
    if (customers.tier[row] === LAPSED) counts.lapsedNow++;
    else counts.onFile++;
    if (customers.tierBefore[row] < LAPSED) counts.onFileBefore++;
  }
  return counts;
}
