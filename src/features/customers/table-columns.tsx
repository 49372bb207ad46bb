import type { ReactNode } from 'react';
import { customers as texts } from '../../content/customers.ts';
import { tierNames } from '../../content/names.ts';
import { CHANNELS, LAPSED } from '../../store/selectors/constants.ts';
import { customerNumber } from '../../ui/customer-number.ts';
import type { Formats } from '../../ui/format.ts';
import { messagesOf } from '../../ui/message.ts';
import { quarterLabel } from '../../ui/quarter-label.ts';
import { TierLabel } from '../../ui/tier-mark.tsx';
import type { CustomerView } from '../../worker/protocol.ts';
import { recencyOf, tierNameOf } from './customer-columns.ts';

const t = messagesOf(texts);

export const COLUMN_NAMES = [
  ...['id', 'tier', 'channel', 'cohort', 'recency', 'orders', 'revenue', 'contribution', 'contacts'],
  ...['allOrders', 'allRevenue', 'estimatedValue', 'rfm'],
] as readonly ColumnName[];

const MILLION = 1e6;

export type ColumnName =
  | 'id'
  | 'tier'
  | 'channel'
  | 'cohort'
  | 'recency'
  | 'orders'
  | 'revenue'
  | 'contribution'
  | 'contacts'
  | 'allOrders'
  | 'allRevenue'
  | 'estimatedValue'
  | 'rfm';

/** Columns shown until the reader chooses others. */
export const FIRST_COLUMNS: readonly ColumnName[] = [
  ...(['id', 'tier', 'channel', 'recency', 'orders', 'revenue', 'contribution', 'contacts', 'estimatedValue'] as const),
];

export type TableColumn = {
  /** What the column is sorted by: whole numbers. */
  readonly key: (view: CustomerView, row: number) => number;
  readonly write: (view: CustomerView, row: number, formats: Formats) => ReactNode;
  /** Written to the left, and sorted upwards first. */
  readonly isText?: boolean;
  /** Narrowest width, in rem. */
  readonly width: number;
};

const money = (key: TableColumn['key'], width = 7): TableColumn => ({
  key,
  width,
  write: (view, row, formats) => formats.money(key(view, row)),
});
const count = (key: TableColumn['key'], width = 6): TableColumn => ({
  key,
  width,
  write: (view, row, formats) => formats.count(key(view, row)),
});

export const COLUMNS: Readonly<Record<ColumnName, TableColumn>> = {
  id: { key: (_, row) => row, write: (_, row) => customerNumber(row), isText: true, width: 6.5 },
  tier: {
    key: ({ customers }, row) => customers.tier[row],
    write: ({ customers }, row) => {
      const tier = tierNameOf(customers, row);
      return <TierLabel tier={tier}>{tierNames[tier]}</TierLabel>;
    },
    isText: true,
    width: 7,
  },
  channel: {
    key: ({ customers }, row) => customers.channel[row],
    write: ({ customers }, row) => t(`channel.${CHANNELS[customers.channel[row]]}`),
    isText: true,
    width: 8.5,
  },
  cohort: {
    key: ({ customers }, row) => customers.cohort[row],
    write: ({ customers }, row) => cohortName(customers.cohort[row]),
    isText: true,
    width: 8.5,
  },
  recency: {
    key: ({ customers }, row) => Math.round(recencyOf(customers, row) * MILLION),
    write: ({ customers }, row, formats) => t('quartersAgo', { quarters: formats.decimal(recencyOf(customers, row)) }),
    width: 7,
  },
  orders: count(({ customers }, row) => customers.trailingOrders[row]),
  revenue: money(({ customers }, row) => customers.trailingRevenue[row]),
  contribution: money(({ customers }, row) => customers.trailingContribution[row]),
  contacts: count(({ customers }, row) => customers.trailingContacts[row]),
  allOrders: count(({ customers }, row) => customers.repeatOrders[row] + 1),
  allRevenue: money(({ customers }, row) => customers.revenue[row]),
  estimatedValue: {
    key: ({ customers }, row) => customers.estimatedValue[row],
    write: ({ customers }, row, formats) =>
      customers.tier[row] === LAPSED ? '–' : formats.money(customers.estimatedValue[row]),
    width: 7,
  },
  rfm: {
    key: ({ scores }, row) => scores.recency[row] * 100 + scores.frequency[row] * 10 + scores.money[row],
    write: ({ scores }, row) =>
      scores.recency[row] === 0 ? '–' : `${scores.recency[row]}–${scores.frequency[row]}–${scores.money[row]}`,
    width: 6,
  },
};

/** A cohort as the player counts quarters. */
export function cohortName(cohort: number): string {
  return cohort < FIRST_ON_RECORD ? t('before') : t('quarterName', { quarter: quarterLabel(cohort) });
}

/** The oldest quarter on record. */
const FIRST_ON_RECORD = -8;
