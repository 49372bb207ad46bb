import { useUiText } from '../ui-text.tsx';
import type { ChartColumn } from './chart-table.ts';
import styles from './figure.module.css';

/**
 * Reads a chart point by point: a slider over its rows, whose value is the row in words. A native slider, because every screen reader knows
 * its keys and says its value when it moves; fingers and mice can drag it as well.
 */
export function PointReader<Row>({
  rows,
  columns,
  at,
  onMove,
}: {
  readonly rows: readonly Row[];
  readonly columns: readonly ChartColumn<Row>[];
  readonly at: number;
  readonly onMove: (at: number) => void;
}) {
  const text = useUiText();
  const [head, ...rest] = columns;
  const write = (column: ChartColumn<Row>) => String(column.text?.(rows[at]) ?? column.value(rows[at]) ?? '–');
  const place = `${head.name} ${write(head)}`;
  return (
    <div className={styles.reader}>
      <input
        type="range"
        min={0}
        max={rows.length - 1}
        step={1}
        value={at}
        // biome-ignore lint/a11y/noAutofocus: the reader has just been asked for.
        autoFocus
        aria-label={text.readPoints}
        aria-valuetext={[place, ...rest.map((column) => `${column.name} ${write(column)}`)].join(', ')}
        onChange={(event) => onMove(Number(event.currentTarget.value))}
      />
      <p aria-hidden="true">
        <strong>{place}</strong>
        {rest.map((column) => (
          <span key={column.name}>
            {column.name} <b>{write(column)}</b>
          </span>
        ))}
      </p>
    </div>
  );
}
