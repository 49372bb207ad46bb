import {
  CHANNELS,
  type Firm,
  LAPSED,
  type ObservedCustomers,
  orderReader,
  type RoundReport,
  TIERS,
} from '../engine/index.ts';
import { dayOf, firstDayOf } from './customer-calendar.ts';
import { type CustomerRecords, recordsAfter } from './customer-records.ts';
import { scoreCustomers } from './customer-scores.ts';
import type { ColumnDescriptions } from './protocol.ts';

/** `date`: days since 1 January 1970; `money`: cents, written in currency units; `flag`: 0 or 1. */
export type ColumnType = 'text' | 'integer' | 'number' | 'money' | 'date' | 'flag';

export type ExportColumn = { readonly name: string; readonly type: ColumnType; readonly unit: string };

export type Cell = string | number | null;

export type TableToExport = {
  readonly name: string;
  readonly columns: readonly ExportColumn[];
  /** About as many as will come: for progress only. */
  readonly expectedRows: number;
  /** A row is to be used before the next is asked for: long tables give the same array again and again. */
  readonly rows: () => Iterable<readonly Cell[]>;
};

type Source = { readonly firm: Firm; readonly records: CustomerRecords };

const TIER_NAMES = [...TIERS, 'lapsed', null] as const;
export const column = (name: string, type: ColumnType, unit = ''): ExportColumn => ({ name, type, unit });

/**
 * The tables asked for. Observed and estimated figures only.
 *
 * @param revealed tables of a finished game, with what was hidden
 */
export function tablesToExport(
  source: Source,
  wanted: readonly TableToExport['name'][],
  currency: string,
  descriptions: ColumnDescriptions,
  revealed: readonly TableToExport[] = [],
): readonly TableToExport[] {
  const tables: readonly TableToExport[] = [
    transactions(source, currency),
    panel(source, currency),
    snapshot(source, currency),
    firmByRound(source, currency),
    ...revealed,
  ];
  return [...tables, dictionary(tables, descriptions)].filter(({ name }) =>
    (wanted as readonly string[]).includes(name),
  );
}

/** A quarter's number as the player counts: 1 for the first played one, −8 … −1 before it, never 0. */
export function quarterNumber(round: number): number {
  return round >= 0 ? round + 1 : round;
}

/** Numbers written so far: every table names every customer, most of them every quarter. */
const numbers: string[] = [];

export function customerNumber(row: number): string {
  for (let next = numbers.length; next <= row; next++) numbers.push(`C${String(next + 1).padStart(6, '0')}`);
  return numbers[row];
}

function transactions({ firm, records }: Source, currency: string): TableToExport {
  const ordersOf = ({ quarterOrders }: ObservedCustomers) => quarterOrders.reduce((sum, orders) => sum + orders, 0);
  return {
    name: 'transactions',
    columns: [
      column('customer_id', 'text'),
      column('order_date', 'date'),
      column('quarter', 'integer'),
      column('order_number', 'integer'),
      column('revenue', 'money', currency),
      column('tier', 'text'),
    ],
    expectedRows: records.quarters.reduce((sum, quarter) => sum + ordersOf(quarter), 0),
    *rows() {
      const line: Cell[] = [];
      for (const customers of records.quarters) {
        const read = orderReader(firm, customers);
        const { round, repeatOrders, quarterOrders, tierBefore } = customers;
        for (let row = 0; row < customers.count; row++) {
          if (quarterOrders[row] === 0) continue;
          let number = repeatOrders[row] + 1 - quarterOrders[row];
          for (const order of read(row)) {
            line[0] = customerNumber(row);
            line[1] = dayOf(order.time, round);
            line[2] = quarterNumber(round);
            line[3] = ++number;
            line[4] = order.revenue;
            line[5] = TIER_NAMES[tierBefore[row]];
            yield line;
          }
        }
      }
    },
  };
}

function panel({ records }: Source, currency: string): TableToExport {
  return {
    name: 'panel',
    columns: [
      column('customer_id', 'text'),
      column('quarter', 'integer'),
      column('quarter_start', 'date'),
      column('channel', 'text'),
      column('cohort_start', 'date'),
      column('tier', 'text'),
      column('tier_after', 'text'),
      column('orders', 'integer', 'orders'),
      column('contacts', 'integer', 'contacts'),
      column('revenue', 'money', currency),
      column('gross_margin', 'money', currency),
      column('treated', 'flag'),
      column('retention_spend', 'money', currency),
      column('service_spend', 'money', currency),
      column('estimated_value_after', 'money', currency),
    ],
    expectedRows: records.quarters.reduce((sum, { count }) => sum + count, 0),
    *rows() {
      const line: Cell[] = [];
      for (const [index, customers] of records.quarters.entries()) {
        const { round } = customers;
        const before = records.quarters[index - 1];
        const spend = spendPerHead(records.reports[index]);
        for (let row = 0; row < customers.count; row++) {
          const tier = customers.tierBefore[row];
          const marginBefore = before ? (row < before.count ? before.grossMargin[row] : 0) : null;
          line[0] = customerNumber(row);
          line[1] = quarterNumber(round);
          line[2] = firstDayOf(round);
          line[3] = CHANNELS[customers.channel[row]];
          line[4] = firstDayOf(customers.cohort[row]);
          line[5] = TIER_NAMES[tier];
          line[6] = TIER_NAMES[customers.tier[row]];
          line[7] = customers.quarterOrders[row];
          line[8] = customers.quarterContacts[row];
          line[9] = customers.quarterRevenue[row];
          line[10] = marginBefore === null ? null : customers.grossMargin[row] - marginBefore;
          line[11] = Number(spend.retention[tier] > 0);
          line[12] = spend.retention[tier];
          line[13] = spend.service[tier];
          line[14] = customers.tier[row] === LAPSED ? null : customers.estimatedValue[row];
          yield line;
        }
      }
    },
  };
}

function snapshot({ records }: Source, currency: string): TableToExport {
  const outcome = records.quarters[records.quarters.length - 1];
  const customers = recordsAfter(records, outcome.round - 1);
  const spend = spendPerHead(records.reports[records.reports.length - 1]);
  return {
    name: 'snapshot',
    columns: [
      column('customer_id', 'text'),
      column('snapshot_date', 'date'),
      column('channel', 'text'),
      column('cohort_start', 'date'),
      column('tenure_quarters', 'integer', 'quarters'),
      column('tier', 'text'),
      column('recency_days', 'integer', 'days'),
      column('frequency_12m', 'integer', 'orders'),
      column('monetary_12m', 'money', currency),
      column('contribution_12m', 'money', currency),
      column('contacts_12m', 'integer', 'contacts'),
      column('orders_total', 'integer', 'orders'),
      column('revenue_total', 'money', currency),
      column('r_score', 'integer', '1 to 5'),
      column('f_score', 'integer', '1 to 5'),
      column('m_score', 'integer', '1 to 5'),
      column('estimated_value', 'money', currency),
      column('treated', 'flag'),
      column('retention_spend', 'money', currency),
      column('service_spend', 'money', currency),
      column('orders_next_quarter', 'integer', 'orders'),
      column('revenue_next_quarter', 'money', currency),
      column('retained_next_quarter', 'flag'),
    ],
    expectedRows: customers.count,
    *rows() {
      const scores = scoreCustomers(customers);
      const day = firstDayOf(outcome.round);
      const score = (value: number) => (value > 0 ? value : null);
      for (let row = 0; row < customers.count; row++) {
        const tier = customers.tier[row];
        const lastQuarter = Math.min(Math.ceil(customers.lastOrder[row]) - 1, customers.round);
        yield [
          customerNumber(row),
          day,
          CHANNELS[customers.channel[row]],
          firstDayOf(customers.cohort[row]),
          outcome.round - 1 - customers.cohort[row],
          TIER_NAMES[tier],
          day - dayOf(customers.lastOrder[row], lastQuarter),
          customers.trailingOrders[row],
          customers.trailingRevenue[row],
          customers.trailingContribution[row],
          customers.trailingContacts[row],
          customers.repeatOrders[row] + 1,
          customers.revenue[row],
          score(scores.recency[row]),
          score(scores.frequency[row]),
          score(scores.money[row]),
          tier === LAPSED ? null : customers.estimatedValue[row],
          Number(spend.retention[tier] > 0),
          spend.retention[tier],
          spend.service[tier],
          outcome.quarterOrders[row],
          outcome.quarterRevenue[row],
          Number(outcome.quarterOrders[row] > 0),
        ];
      }
    },
  };
}

/** Cents of a quarter's money that fell to each customer, by the tier they were in; 0 for the lapsed and for newcomers. */
function spendPerHead({ decision, tiers }: RoundReport): Record<'retention' | 'service', readonly number[]> {
  const of = (lever: 'retention' | 'service') => [
    ...TIERS.map((tier) => (tiers[tier].customers > 0 ? Math.round(decision[lever][tier] / tiers[tier].customers) : 0)),
    0,
    0,
  ];
  return { retention: of('retention'), service: of('service') };
}

const INCOME = [
  ...['revenue', 'costOfGoods', 'orderCost', 'contactCost', 'accountCost', 'contribution', 'acquisition', 'retention'],
  ...['service', 'insight', 'overhead', 'cashFlow', 'cumulativeCash'],
] as (keyof RoundReport['income'])[];

function firmByRound({ records }: Source, currency: string): TableToExport {
  const money = (name: string) => column(name, 'money', currency);
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const LEVERS = ['acquisition', 'retention', 'service'] as const;
  return {
    name: 'firm',
    columns: [
      column('quarter', 'integer'),
      column('quarter_start', 'date'),
      money('budget'),
      column('insight_level', 'integer', '0 to 3'),
      ...LEVERS.flatMap((lever) => TIERS.map((tier) => money(`${lever}_${tier}`))),
      ...INCOME.map((line) => money(snake(line))),
      ...TIERS.map((tier) => column(`customers_${tier}`, 'integer', 'customers')),
      column('customers_lapsed', 'integer', 'customers'),
      ...['paid', 'referred', 'organic'].map((source) => column(`new_${source}`, 'integer', 'customers')),
      ...TIERS.map((tier) => column(`service_quality_${tier}`, 'number', '0 to 1')),
      column('reputation', 'number', '0 to about 1'),
      money('estimated_customer_equity'),
      money('estimated_firm_value'),
    ],
    expectedRows: records.reports.length,
    *rows() {
      for (const report of records.reports) {
        const { decision, newCustomers, equity } = report;
        yield [
          quarterNumber(report.round),
          firstDayOf(report.round),
          report.budget,
          report.insightLevel,
          ...LEVERS.flatMap((lever) => TIERS.map((tier) => decision[lever][tier])),
          ...INCOME.map((line) => report.income[line]),
          ...TIERS.map((tier) => report.nextTiers[tier].customers),
          Object.values(report.flows).reduce((sum, ends) => sum + ends.lapsed, 0),
          newCustomers.paid,
          newCustomers.referred,
          newCustomers.organic,
          ...TIERS.map((tier) => report.tiers[tier].serviceQuality),
          report.reputation,
          equity.closing,
          // Before the player's first quarter the firm value is not counted yet.
          report.round < 0 ? null : equity.estimatedFirmValue,
        ];
      }
    },
  };
}

/** A table that says what every column of the others means. */
export function dictionary(tables: readonly TableToExport[], descriptions: ColumnDescriptions): TableToExport {
  return {
    name: 'dictionary',
    columns: [
      column('table', 'text'),
      column('column', 'text'),
      column('type', 'text'),
      column('unit', 'text'),
      column('description', 'text'),
    ],
    expectedRows: tables.reduce((sum, table) => sum + table.columns.length, 0),
    *rows() {
      for (const table of tables) {
        for (const { name, type, unit } of table.columns) {
          yield [table.name, name, WRITTEN_TYPES[type], unit, descriptions[`${table.name}.${name}`] ?? ''];
        }
      }
    },
  };
}

const WRITTEN_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  integer: 'integer',
  number: 'number',
  money: 'number',
  date: 'date',
  flag: '0 or 1',
};
