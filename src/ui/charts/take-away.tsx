import { useState } from 'react';
import { Button } from '../button.tsx';
import { downloadText } from '../download-text.ts';
import { useUiText } from '../ui-text.tsx';
import { type ChartColumn, toCsv, toTsv } from './chart-table.ts';
import styles from './figure.module.css';

export type TakeAwayProps<Row> = {
  readonly rows: readonly Row[];
  readonly columns: readonly ChartColumn<Row>[];
  /** Of the CSV file, without its ending. */
  readonly fileName: string;
  /** Id of what names the rows, for screen readers. */
  readonly describedBy: string;
};

/** The rows of a table to take along, in a line of their own below it. */
export function TakeAwayLine<Row>(props: TakeAwayProps<Row>) {
  return (
    <div className={`${styles.tools} ${styles.below}`}>
      <TakeAway {...props} />
    </div>
  );
}

/** The rows of a picture or a table to take along: copied for a spreadsheet, or as a CSV file. */
export function TakeAway<Row>({ rows, columns, fileName, describedBy }: TakeAwayProps<Row>) {
  const text = useUiText();
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');

  async function copy() {
    try {
      await navigator.clipboard.writeText(toTsv(columns, rows));
      setCopied('yes');
    } catch {
      setCopied('failed');
    }
  }

  return (
    <>
      <Button look="quiet" size="small" onClick={copy} aria-describedby={describedBy}>
        {copied === 'yes' ? text.copied : copied === 'failed' ? text.copyFailed : text.copyTable}
      </Button>
      <Button
        look="quiet"
        size="small"
        aria-describedby={describedBy}
        onClick={() => downloadText(`${fileName}.csv`, toCsv(columns, rows), 'text/csv')}
      >
        {text.downloadCsv}
      </Button>
    </>
  );
}
