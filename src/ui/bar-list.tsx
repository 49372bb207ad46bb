import { type ReactNode, useContext } from 'react';
import styles from './bar-list.module.css';
import { ReadingContext } from './charts/reading-context.ts';

export type BarListRow = {
  readonly key: string;
  readonly name: ReactNode;
  /** The row the figure is about. */
  readonly strong?: boolean;
  readonly bars: readonly {
    readonly key: string;
    readonly value: number;
    readonly text: string;
    readonly note?: string;
    readonly color: string;
    /** Hatched: the second measure of a pair. */
    readonly pale?: boolean;
  }[];
};

/** The widest bar, in percent of the room: the rest is for its figure. */
const WIDEST = 60;

/** Lying bars with their figures beside them. All on one scale from zero; negative values are drawn as nothing. */
export function BarList({ rows }: { readonly rows: readonly BarListRow[] }) {
  const reading = useContext(ReadingContext);
  const most = Math.max(...rows.flatMap((row) => row.bars.map((bar) => bar.value)), Number.MIN_VALUE);
  return (
    <ul className={styles.list}>
      {rows.map((row, index) => (
        <li key={row.key} className={index === reading ? `${styles.row} ${styles.read}` : styles.row}>
          <span className={row.strong ? `${styles.name} ${styles.strong}` : styles.name}>{row.name}</span>
          <span className={styles.bars}>
            {row.bars.map((bar) => (
              <span key={bar.key} className={styles.line}>
                <span
                  className={styles.track}
                  style={{
                    inlineSize: `${(Math.max(bar.value, 0) / most) * WIDEST}%`,
                    background: bar.pale
                      ? `repeating-linear-gradient(135deg, ${bar.color} 0 2px, transparent 2px 5px)`
                      : bar.color,
                  }}
                />
                <span className={row.strong ? `${styles.value} ${styles.strong}` : styles.value}>{bar.text}</span>
                {bar.note ? <span className={styles.note}>{bar.note}</span> : null}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
