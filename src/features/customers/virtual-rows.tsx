import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { customers as texts } from '../../content/customers.ts';
import { tierNames } from '../../content/names.ts';
import { CHANNELS } from '../../store/selectors/constants.ts';
import { customerNumber } from '../../ui/customer-number.ts';
import { useFormats } from '../../ui/formats-context.tsx';
import { messagesOf } from '../../ui/message.ts';
import type { CustomerView } from '../../worker/protocol.ts';
import { TIER_AND_LAPSED } from './customer-columns.ts';
import styles from './customer-table.module.css';
import { COLUMNS, type ColumnName, cohortName } from './table-columns.tsx';
import type { CustomerGroup, Grouping, TableLines, TableQuery } from './table-items.ts';

const t = messagesOf(texts);
/** Height of a line, in pixels: lines that are not in the page are left out by it. */
const LINE = 40;
/** Lines kept above and below those in sight. */
const SPARE = 8;

export type VirtualRowsProps = {
  readonly view: CustomerView;
  readonly lines: TableLines;
  readonly columns: readonly ColumnName[];
  readonly sort: TableQuery['sort'];
  readonly grouping: Grouping;
  readonly closed: ReadonlySet<number>;
  readonly onSort: (column: ColumnName) => void;
  readonly onToggleGroup: (value: number) => void;
  readonly onChoose: (row: number) => void;
};

/** A table of any length that holds only the lines in sight; it says how long it is (`aria-rowcount`). */
export function VirtualRows(props: VirtualRowsProps) {
  const { view, lines, columns, sort } = props;
  const formats = useFormats();
  const area = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 480 });
  const [current, setCurrent] = useState(0);
  /** Set while the current line is to take the focus, which it can only when it is in the page. */
  const wantsFocus = useRef(false);

  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const look = () => setSight({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  // What is asked for anew is read from its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes back up when the lines change.
  useEffect(() => {
    area.current?.scrollTo({ top: 0, behavior: 'instant' });
    setCurrent(0);
  }, [lines]);
  useEffect(() => {
    if (!wantsFocus.current) return;
    const button = area.current?.querySelector<HTMLElement>(`[data-line="${current}"]`);
    if (!button) return;
    wantsFocus.current = false;
    button.focus({ preventScroll: true });
    // Within its own frame the line is in sight; the frame may not be.
    button.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  });

  const first = Math.max(0, Math.min(Math.floor(sight.top / LINE) - SPARE, lines.count - 1));
  const last = Math.min(lines.count, Math.ceil((sight.top + sight.height) / LINE) + SPARE);
  const indices = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
  // All lines together are one stop of the tab key, or a hundred thousand would stand before what follows the table.
  const stop = Math.min(Math.max(current, first), last - 1);
  const lineProps = (index: number) => ({
    'data-line': index,
    tabIndex: index === stop ? 0 : -1,
    onFocus: () => setCurrent(index),
  });

  function goTo(line: number) {
    const element = area.current;
    if (!element) return;
    wantsFocus.current = true;
    setCurrent(line);
    // The head stays in place above the lines.
    const head = element.querySelector('thead')?.offsetHeight ?? LINE;
    const top = line * LINE;
    const lowest = element.clientHeight - head - LINE;
    const seen = Math.min(Math.max(element.scrollTop, top - lowest), top);
    if (seen !== element.scrollTop) element.scrollTo({ top: seen, behavior: 'instant' });
  }

  function onLineKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(sight.height / LINE) - 2);
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    const to =
      event.key === 'Home' ? 0 : event.key === 'End' ? lines.count - 1 : stop + (steps[event.key] ?? Number.NaN);
    if (Number.isNaN(to)) return;
    event.preventDefault();
    goTo(Math.min(Math.max(to, 0), lines.count - 1));
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a group, not a form's fieldset.
    <div
      ref={area}
      className={styles.area}
      role="group"
      aria-label={t('tableLabel')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
    >
      <table aria-rowcount={lines.count + 1} aria-label={t('tableLabel')}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((name) => (
              <th
                key={name}
                scope="col"
                className={COLUMNS[name].isText ? styles.text : undefined}
                style={{ minInlineSize: `${COLUMNS[name].width}rem` }}
                aria-sort={sort.column === name ? (sort.isDown ? 'descending' : 'ascending') : 'none'}
              >
                <button type="button" onClick={() => props.onSort(name)}>
                  {t(`column.${name}`)}
                  <span aria-hidden="true">{sort.column === name ? (sort.isDown ? ' ↓' : ' ↑') : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onLineKey}>
          <Gap lines={first} />
          {indices.map((index) => {
            const item = lines.at(index);
            return item.kind === 'head' ? (
              <tr key={`g${item.group.value}`} aria-rowindex={index + 2} className={styles.groupHead}>
                <th scope="rowgroup" colSpan={columns.length}>
                  <button
                    type="button"
                    {...lineProps(index)}
                    aria-expanded={!props.closed.has(item.group.value)}
                    onClick={() => props.onToggleGroup(item.group.value)}
                  >
                    <span aria-hidden="true">{props.closed.has(item.group.value) ? '▸ ' : '▾ '}</span>
                    {t('groupHead', {
                      name: groupName(props.grouping, item.group),
                      count: item.group.rows.length,
                      revenue: formats.moneyCompact(item.group.revenue),
                    })}
                  </button>
                </th>
              </tr>
            ) : (
              <tr key={item.row} aria-rowindex={index + 2}>
                {columns.map((name) =>
                  name === 'id' ? (
                    <th key={name} scope="row">
                      <button
                        type="button"
                        {...lineProps(index)}
                        aria-label={t('openCustomer', { id: customerNumber(item.row) })}
                        onClick={() => props.onChoose(item.row)}
                      >
                        {customerNumber(item.row)}
                      </button>
                    </th>
                  ) : (
                    <td key={name} className={COLUMNS[name].isText ? styles.text : undefined}>
                      {COLUMNS[name].write(view, item.row, formats)}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
          <Gap lines={lines.count - last} />
        </tbody>
      </table>
    </div>
  );
}

/** Room for lines that are not in the page. */
function Gap({ lines }: { readonly lines: number }) {
  if (lines <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus.
    <tr aria-hidden="true" className={styles.gap}>
      <td style={{ blockSize: lines * LINE }} />
    </tr>
  );
}

function groupName(grouping: Grouping, { value }: CustomerGroup): string {
  if (grouping === 'tier') return tierNames[TIER_AND_LAPSED[value]];
  if (grouping === 'channel') return t(`channel.${CHANNELS[value]}`);
  return cohortName(value);
}
