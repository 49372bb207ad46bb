import { type ReactNode, Suspense, useId, useRef, useState } from 'react';
import { Button } from '../button.tsx';
import { ScrollArea } from '../scroll-area.tsx';
import { useUiText } from '../ui-text.tsx';
import type { ChartColumn } from './chart-table.ts';
import styles from './figure.module.css';
import { PictureButton } from './picture-button.tsx';
import { PlotWidth } from './plot-width.ts';
import { PointReader } from './point-reader.tsx';
import { ReadingContext } from './reading-context.ts';
import { TakeAway } from './take-away.tsx';
import { useTurn } from './use-turn.ts';

export type FigureProps<Row> = {
  /** The finding, as a sentence. */
  readonly title: ReactNode;
  /** What is drawn, in which unit. */
  readonly note?: ReactNode;
  /** The picture in words, for those who do not see it. */
  readonly summary: string;
  readonly rows: readonly Row[];
  /** The first column names the row. */
  readonly columns: readonly ChartColumn<Row>[];
  /** Of the CSV file, without its ending. */
  readonly fileName: string;
  /** Of the picture, in pixels: kept while the chart is loading, so that nothing jumps. */
  readonly height: number;
  /** What changes the picture: above it, and outside of what is read as one image. */
  readonly controls?: ReactNode;
  readonly children: ReactNode;
};

/** A chart with its finding, the same rows as a table, and both to take away. */
export function Figure<Row>(props: FigureProps<Row>) {
  const { title, note, summary, rows, columns, fileName, height, controls, children } = props;
  const text = useUiText();
  const titleId = useId();
  const [asTable, setAsTable] = useState(false);
  const [reading, setReading] = useState<number | null>(null);
  const frame = useRef<HTMLElement>(null);
  const caption = useRef<HTMLElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const width = useTurn(plot);
  const waiting = (
    <div className={styles.waiting} style={{ blockSize: height }}>
      {text.loadingChart}
    </div>
  );

  return (
    <figure ref={frame} className={styles.figure} aria-labelledby={titleId}>
      <figcaption ref={caption}>
        <h3 className={styles.title} id={titleId}>
          {title}
        </h3>
        {note ? <p className={styles.note}>{note}</p> : null}
      </figcaption>
      {controls}
      {asTable ? (
        <div style={{ minBlockSize: height }}>
          <RowsTable rows={rows} columns={columns} label={summary} />
        </div>
      ) : (
        <div ref={plot} className={styles.plot} role="img" aria-label={summary} style={{ minBlockSize: height }}>
          {width === null ? (
            waiting
          ) : (
            <Suspense fallback={waiting}>
              <PlotWidth value={width}>
                <ReadingContext value={reading}>{children}</ReadingContext>
              </PlotWidth>
            </Suspense>
          )}
        </div>
      )}
      {!asTable && reading !== null && rows.length > 0 ? (
        <PointReader rows={rows} columns={columns} at={Math.min(reading, rows.length - 1)} onMove={setReading} />
      ) : null}
      <div className={styles.tools}>
        <Button look="quiet" size="small" onClick={() => setAsTable(!asTable)} aria-describedby={titleId}>
          {asTable ? text.showChart : text.showTable}
        </Button>
        {asTable ? null : (
          <Button
            look="quiet"
            size="small"
            aria-describedby={titleId}
            aria-pressed={reading !== null}
            onClick={() => setReading(reading === null ? 0 : null)}
          >
            {text.readPoints}
          </Button>
        )}
        <TakeAway rows={rows} columns={columns} fileName={fileName} describedBy={titleId} />
        {asTable ? null : (
          <PictureButton frame={frame} parts={[caption, plot]} fileName={fileName} describedBy={titleId} />
        )}
      </div>
    </figure>
  );
}

function RowsTable<Row>({
  rows,
  columns,
  label,
}: {
  readonly rows: readonly Row[];
  readonly columns: readonly ChartColumn<Row>[];
  readonly label: string;
}) {
  const [head, ...rest] = columns;
  const write = (column: ChartColumn<Row>, row: Row) => column.text?.(row) ?? column.value(row) ?? '–';
  return (
    <ScrollArea label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col">
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={String(head.value(row))}>
              <th scope="row">{write(head, row)}</th>
              {rest.map((column) => (
                <td key={column.name}>
                  <bdi>{write(column, row)}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
