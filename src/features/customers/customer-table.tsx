import { useDeferredValue, useId, useMemo, useState } from 'react';
import { customers as texts } from '../../content/customers.ts';
import { tierNames } from '../../content/names.ts';
import { CHANNELS } from '../../store/selectors/constants.ts';
import { messagesOf } from '../../ui/message.ts';
import type { CustomerView } from '../../worker/protocol.ts';
import { TIER_AND_LAPSED } from './customer-columns.ts';
import styles from './customer-table.module.css';
import fields from './field.module.css';
import type { Selection } from './selection.ts';
import { COLUMN_NAMES, COLUMNS, type ColumnName, FIRST_COLUMNS } from './table-columns.tsx';
import { type Grouping, groupsFor, linesOf, type TableQuery } from './table-items.ts';
import { VirtualRows } from './virtual-rows.tsx';

const t = messagesOf(texts);
const GROUPINGS: readonly Grouping[] = ['none', 'tier', 'channel', 'cohort'];

export type CustomerTableProps = {
  readonly view: CustomerView;
  readonly selection: Selection | null;
  readonly onChoose: (row: number) => void;
};

/** Every customer as a line: found by number, filtered, sorted, grouped. Only the lines in sight are in the page. */
export function CustomerTable({ view, selection, onChoose }: CustomerTableProps) {
  const searchId = useId();
  const [search, setSearch] = useState('');
  const [tier, setTier] = useState<TableQuery['tier']>('onFile');
  const [channel, setChannel] = useState<number | null>(null);
  const [onlySelected, setOnlySelected] = useState(false);
  const [sort, setSort] = useState<TableQuery['sort']>({ column: 'revenue', isDown: true });
  const [grouping, setGrouping] = useState<Grouping>('none');
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set());
  const [columns, setColumns] = useState<readonly ColumnName[]>(FIRST_COLUMNS);

  const among = onlySelected && selection ? selection.flags : null;
  const query = useMemo(
    () => ({ search, tier: among ? null : tier, channel, among, sort, grouping }),
    [search, tier, channel, among, sort, grouping],
  );
  // Typing stays smooth while a hundred thousand customers are sorted.
  const settled = useDeferredValue(query);
  const groups = useMemo(() => groupsFor(view, settled), [view, settled]);
  const lines = useMemo(() => linesOf(groups, settled.grouping, closed), [groups, settled, closed]);
  const found = groups.reduce((sum, group) => sum + group.rows.length, 0);

  const sortBy = (column: ColumnName) =>
    setSort(
      sort.column === column
        ? { column, isDown: !sort.isDown }
        : { column, isDown: COLUMNS[column].isText !== true && column !== 'recency' },
    );
  const toggle = (column: ColumnName) =>
    setColumns(COLUMN_NAMES.filter((name) => (name === column) !== columns.includes(name)));

  return (
    <div className={styles.table}>
      <div className={styles.query}>
        <label className={fields.field} htmlFor={searchId}>
          {t('search')}
          <input
            id={searchId}
            className={fields.control}
            type="search"
            inputMode="search"
            value={search}
            placeholder="C000042"
            onChange={(event) => setSearch(event.target.value)}
          />
        </label>
        <label className={fields.field}>
          {t('filterTier')}
          <select
            className={fields.control}
            value={tier ?? ''}
            disabled={among !== null}
            onChange={({ target: { value } }) =>
              setTier(value === '' ? null : value === 'onFile' ? 'onFile' : Number(value))
            }
          >
            <option value="onFile">{t('onFile')}</option>
            {TIER_AND_LAPSED.map((name, index) => (
              <option key={name} value={index}>
                {tierNames[name]}
              </option>
            ))}
            <option value="">{t('allTiers')}</option>
          </select>
        </label>
        <label className={fields.field}>
          {t('filterChannel')}
          <select
            className={fields.control}
            value={channel ?? ''}
            onChange={({ target: { value } }) => setChannel(value === '' ? null : Number(value))}
          >
            <option value="">{t('allChannels')}</option>
            {CHANNELS.map((name, index) => (
              <option key={name} value={index}>
                {t(`channel.${name}`)}
              </option>
            ))}
          </select>
        </label>
        <label className={fields.field}>
          {t('group')}
          <select
            className={fields.control}
            value={grouping}
            onChange={(event) => {
              setGrouping(event.target.value as Grouping);
              setClosed(new Set());
            }}
          >
            {GROUPINGS.map((name) => (
              <option key={name} value={name}>
                {t(`group.${name}`)}
              </option>
            ))}
          </select>
        </label>
        {selection ? (
          <label className={styles.check}>
            <input type="checkbox" checked={onlySelected} onChange={() => setOnlySelected(!onlySelected)} />
            {t('onlySelected')}
          </label>
        ) : null}
      </div>
      <details className={styles.columns}>
        <summary>{t('columns')}</summary>
        <div>
          {COLUMN_NAMES.filter((name) => name !== 'id').map((name) => (
            <label key={name} className={styles.check}>
              <input type="checkbox" checked={columns.includes(name)} onChange={() => toggle(name)} />
              {t(`column.${name}`)}
            </label>
          ))}
        </div>
      </details>
      <p role="status" className={styles.found}>
        {t('found', { count: found })}
      </p>
      <VirtualRows
        view={view}
        lines={lines}
        columns={columns}
        sort={settled.sort}
        grouping={settled.grouping}
        closed={closed}
        onSort={sortBy}
        onToggleGroup={(value) => {
          const next = new Set(closed);
          if (!next.delete(value)) next.add(value);
          setClosed(next);
        }}
        onChoose={onChoose}
      />
    </div>
  );
}
