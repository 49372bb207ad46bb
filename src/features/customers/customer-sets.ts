import { LAPSED } from '../../store/selectors/constants.ts';
import type { TierName } from '../../ui/tier-mark.tsx';
import { type Customers, movementOf, recencyOf, TIER_AND_LAPSED, tenureOf } from './customer-columns.ts';
import type { Selection } from './selection.ts';

/** Groups of customers that can be compared. */
export const SET_NAMES = ['selection', ...TIER_AND_LAPSED, 'onFile', 'newcomers', 'promoted', 'demoted'] as const;

export type SetName = 'selection' | TierName | 'onFile' | 'newcomers' | 'promoted' | 'demoted';

export type SetFigures = {
  readonly customers: number;
  /** Means a customer: counts, or cents, of the last four quarters. */
  readonly orders: number;
  readonly revenue: number;
  readonly contribution: number;
  readonly contacts: number;
  /** Mean over those on file, cents. */
  readonly estimatedValue: number;
  /** Mean, in quarters. */
  readonly recency: number;
  readonly tenure: number;
  /** Of the trailing revenue of all customers. */
  readonly revenueShare: number;
};

/** What a group is like. All zero for an empty one. */
export function figuresOf(customers: Customers, isIn: (row: number) => boolean): SetFigures {
  let count = 0;
  let onFile = 0;
  let all = 0;
  const sums = { orders: 0, revenue: 0, contribution: 0, contacts: 0, estimatedValue: 0, recency: 0, tenure: 0 };
  for (let row = 0; row < customers.count; row++) {
    all += customers.trailingRevenue[row];
    if (!isIn(row)) continue;
    count++;
    onFile += Number(customers.tier[row] < LAPSED);
    sums.orders += customers.trailingOrders[row];
    sums.revenue += customers.trailingRevenue[row];
    sums.contribution += customers.trailingContribution[row];
    sums.contacts += customers.trailingContacts[row];
    sums.estimatedValue += customers.estimatedValue[row];
    sums.recency += recencyOf(customers, row);
    sums.tenure += tenureOf(customers, row);
  }
  const mean = (sum: number, of = count) => (of > 0 ? sum / of : 0);
  return {
    customers: count,
    orders: mean(sums.orders),
    revenue: mean(sums.revenue),
    contribution: mean(sums.contribution),
    contacts: mean(sums.contacts),
    estimatedValue: mean(sums.estimatedValue, onFile),
    recency: mean(sums.recency),
    tenure: mean(sums.tenure),
    revenueShare: all > 0 ? sums.revenue / all : 0,
  };
}

/** Who belongs to a group. */
export function membersOf(customers: Customers, set: SetName, selection: Selection | null): (row: number) => boolean {
  if (set === 'selection') return (row) => selection?.flags[row] === 1;
  if (set === 'onFile') return (row) => customers.tier[row] < LAPSED;
  if (set === 'newcomers') return (row) => movementOf(customers, row) === 'arrived';
  if (set === 'promoted' || set === 'demoted') return (row) => movementOf(customers, row) === set;
  const tier = TIER_AND_LAPSED.indexOf(set);
  return (row) => customers.tier[row] === tier;
}
