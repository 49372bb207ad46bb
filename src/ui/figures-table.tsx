import type { ReactNode } from 'react';
import styles from './figures-table.module.css';
import { ScrollArea } from './scroll-area.tsx';

export type FiguresRow = {
  readonly key: string;
  readonly head: ReactNode;
  readonly cells: readonly ReactNode[];
  /** `group`: a heading over the rows that follow; it has no cells. */
  readonly kind?: 'subtotal' | 'total' | 'group';
};

/** A table of figures as an annual report sets it: hairlines, figures to the right, sums under a rule. */
export function FiguresTable({
  label,
  corner,
  columns,
  rows,
}: {
  /** What the table holds, for screen readers. */
  readonly label: string;
  /** Head of the first column. */
  readonly corner: ReactNode;
  readonly columns: readonly {
    readonly key: string;
    readonly head: ReactNode;
    /** The column that the screen is about. */
    readonly current?: boolean;
    /** Words, not figures: set from the start of the line. */
    readonly isText?: boolean;
  }[];
  readonly rows: readonly FiguresRow[];
}) {
  return (
    <ScrollArea label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(({ key, head, current, isText }) => (
              <th
                key={key}
                scope="col"
                {...(isText ? { className: styles.words } : {})}
                {...(current ? { className: styles.current, 'aria-current': 'true' as const } : {})}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, head, cells, kind }) =>
            kind === 'group' ? (
              <tr key={key} className={styles.group}>
                <th scope="colgroup" colSpan={columns.length + 1}>
                  <span>{head}</span>
                </th>
              </tr>
            ) : (
              <tr key={key} {...(kind ? { className: styles[kind] } : {})}>
                <th scope="row">{head}</th>
                {cells.map((cell, index) => (
                  <td
                    key={columns[index].key}
                    {...(columns[index].isText ? { className: styles.words } : {})}
                    {...(columns[index].current ? { className: styles.current } : {})}
                  >
                    {/* A figure keeps its sign before it, also where the page runs from right to left. */}
                    <bdi>{cell}</bdi>
                  </td>
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </ScrollArea>
  );
}

/** A second, smaller line under a figure. */
export function Minor({ children }: { readonly children: ReactNode }) {
  return <span className={styles.minor}>{children}</span>;
}
