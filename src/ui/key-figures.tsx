import type { ReactNode } from 'react';
import styles from './key-figures.module.css';

export type KeyFigure = {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: string;
  /** How it moved, or what it is measured against. */
  readonly note?: ReactNode;
};

/** So large, an amount with its unit may need two lines on a phone. */
const NO_BREAK = /[\u00a0\u202f]/g;

/** The few numbers that matter, large, in a row. */
export function KeyFigures({ figures }: { readonly figures: readonly KeyFigure[] }) {
  return (
    <dl className={styles.figures}>
      {figures.map(({ key, label, value, note }) => (
        <div key={key} className={styles.figure}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>
            <bdi>{value.replace(NO_BREAK, ' ')}</bdi>
          </dd>
          {note ? <dd className={styles.note}>{note}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
