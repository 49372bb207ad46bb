import type { ReactNode } from 'react';
import styles from './figures-table.module.css';
import { ScrollArea } from './scroll-area.tsx';

export type FiguresRow = {
  readonly key: string;
  readonly head: ReactNode;
  readonly cells: readonly ReactNode[];
  readonly kind?: 'subtotal' | 'total';
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
  readonly columns: readonly { readonly key: string; readonly head: ReactNode }[];
  readonly rows: readonly FiguresRow[];
}) {
  return (
    <ScrollArea label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(({ key, head }) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, head, cells, kind }) => (
            <tr key={key} {...(kind ? { className: styles[kind] } : {})}>
              <th scope="row">{head}</th>
              {cells.map((cell, index) => (
                <td key={columns[index].key}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

/** A second, smaller line under a figure. */
export function Minor({ children }: { readonly children: ReactNode }) {
  return <span className={styles.minor}>{children}</span>;
}
