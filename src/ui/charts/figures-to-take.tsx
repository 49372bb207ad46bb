import { type ComponentProps, useId } from 'react';
import { FiguresTable } from '../figures-table.tsx';
import type { ChartColumn } from './chart-table.ts';
import { TakeAwayLine } from './take-away.tsx';

/** A table of figures that stands without a picture, with its plain values to take along below it. */
export function FiguresToTake<Row>({
  take,
  ...table
}: ComponentProps<typeof FiguresTable> & {
  readonly take: {
    readonly rows: readonly Row[];
    readonly columns: readonly ChartColumn<Row>[];
    readonly fileName: string;
  };
}) {
  const labelId = useId();
  return (
    <div>
      <FiguresTable {...table} />
      <span id={labelId} hidden>
        {table.label}
      </span>
      <TakeAwayLine {...take} describedBy={labelId} />
    </div>
  );
}
