import { LAPSED } from '../../store/selectors/constants.ts';
import type { CustomerView } from '../../worker/protocol.ts';
import { rowOfId } from './customer-columns.ts';
import { sortedByKey } from './sorted-by-key.ts';
import { COLUMNS, type ColumnName } from './table-columns.tsx';

export type Grouping = 'none' | 'tier' | 'channel' | 'cohort';

export type TableQuery = {
  /** What was typed to find customers by number. */
  readonly search: string;
  /** 0 … 4, `onFile`, or all. */
  readonly tier: number | 'onFile' | null;
  readonly channel: number | null;
  /** One entry a customer: only those with 1; null for all. */
  readonly among: Uint8Array | null;
  readonly sort: { readonly column: ColumnName; readonly isDown: boolean };
  readonly grouping: Grouping;
};

export type CustomerGroup = {
  /** What the members have in common: tier, channel or cohort. */
  readonly value: number;
  readonly rows: Int32Array;
  /** Trailing revenue of all members, cents. */
  readonly revenue: number;
};

/** The customers that fit, sorted, in one group or several. Customers that sort alike keep the order of their numbers. */
export function groupsFor(view: CustomerView, query: TableQuery): readonly CustomerGroup[] {
  const { customers } = view;
  const rows = sorted(view, matching(view, query), query.sort);
  if (query.grouping === 'none') return [groupOf(view, 0, rows)];
  const column = customers[query.grouping];
  const sizes = new Map<number, number>();
  for (let index = 0; index < rows.length; index++) {
    const value = column[rows[index]];
    sizes.set(value, (sizes.get(value) ?? 0) + 1);
  }
  const newestFirst = query.grouping === 'cohort' ? -1 : 1;
  return [...sizes.entries()]
    .sort(([a], [b]) => (a - b) * newestFirst)
    .map(([value, size]) => {
      const members = new Int32Array(size);
      let found = 0;
      for (let index = 0; found < size; index++) if (column[rows[index]] === value) members[found++] = rows[index];
      return groupOf(view, value, members);
    });
}

function matching({ customers }: CustomerView, query: TableQuery): Int32Array {
  const text = query.search.trim();
  if (text !== '') {
    const row = rowOfId(text, customers.count);
    return Int32Array.from(row === null ? [] : [row]);
  }
  const rows = new Int32Array(customers.count);
  let found = 0;
  for (let row = 0; row < customers.count; row++) {
    const tier = customers.tier[row];
    if (query.among && query.among[row] === 0) continue;
    if (query.tier === 'onFile' ? tier === LAPSED : query.tier !== null && tier !== query.tier) continue;
    if (query.channel !== null && customers.channel[row] !== query.channel) continue;
    rows[found++] = row;
  }
  return rows.subarray(0, found);
}

function sorted(view: CustomerView, rows: Int32Array, { column, isDown }: TableQuery['sort']): Int32Array {
  const { key } = COLUMNS[column];
  const keys = new Float64Array(rows.length);
  const sign = isDown ? -1 : 1;
  for (let index = 0; index < rows.length; index++) keys[index] = sign * key(view, rows[index]);
  return sortedByKey(rows, keys);
}

function groupOf({ customers }: CustomerView, value: number, rows: Int32Array): CustomerGroup {
  let revenue = 0;
  for (let index = 0; index < rows.length; index++) revenue += customers.trailingRevenue[rows[index]];
  return { value, rows, revenue };
}

/** One line of the table: a group's head, or a customer. */
export type TableItem =
  | { readonly kind: 'head'; readonly group: CustomerGroup }
  | { readonly kind: 'customer'; readonly row: number };

/** The lines of a table without making them: how many there are, and any one of them. */
export type TableLines = { readonly count: number; readonly at: (index: number) => TableItem };

/** @param closed values of the groups whose members are hidden */
export function linesOf(groups: readonly CustomerGroup[], grouping: Grouping, closed: ReadonlySet<number>): TableLines {
  if (grouping === 'none') {
    const { rows } = groups[0];
    return { count: rows.length, at: (index) => ({ kind: 'customer', row: rows[index] }) };
  }
  const starts: number[] = [];
  let count = 0;
  for (const group of groups) {
    starts.push(count);
    count += 1 + (closed.has(group.value) ? 0 : group.rows.length);
  }
  return {
    count,
    at(index) {
      const which = starts.findLastIndex((start) => start <= index);
      const group = groups[which];
      const within = index - starts[which];
      return within === 0 ? { kind: 'head', group } : { kind: 'customer', row: group.rows[within - 1] };
    },
  };
}
