import { type ReactNode, useId, useRef } from 'react';
import type { ChartColumn } from './chart-table.ts';
import styles from './figure.module.css';
import { PictureButton } from './picture-button.tsx';
import { TakeAway } from './take-away.tsx';

export type ExhibitProps<Row> = {
  /** The finding, as a sentence, or what is shown. */
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly rows: readonly Row[];
  /** Of what is taken away; the first column names the row. */
  readonly columns: readonly ChartColumn<Row>[];
  /** Of the files, without their ending. */
  readonly fileName: string;
  readonly children: ReactNode;
};

/** What is read as it stands (a table, a map with buttons), and can be taken away like a chart: copied, as CSV, as a picture. */
export function Exhibit<Row>({ title, note, rows, columns, fileName, children }: ExhibitProps<Row>) {
  const titleId = useId();
  const frame = useRef<HTMLElement>(null);
  const caption = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  return (
    <figure ref={frame} className={styles.figure} aria-labelledby={titleId}>
      <figcaption ref={caption}>
        <h3 className={styles.title} id={titleId}>
          {title}
        </h3>
        {note ? <p className={styles.note}>{note}</p> : null}
      </figcaption>
      <div ref={body} className={styles.body}>
        {children}
      </div>
      <div className={styles.tools}>
        <TakeAway rows={rows} columns={columns} fileName={fileName} describedBy={titleId} />
        <PictureButton frame={frame} parts={[caption, body]} fileName={fileName} describedBy={titleId} />
      </div>
    </figure>
  );
}
