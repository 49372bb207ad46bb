import type { FigureName } from '../../engine/index.ts';
import type { Formats } from '../../ui/format.ts';

export type FigureFormat = {
  readonly write: (value: number) => string;
  readonly writeChange: (value: number) => string;
};

/** How a figure and a change of it are written. */
export function figureFormat(figure: FigureName, formats: Formats): FigureFormat {
  if (figure === 'customers' || figure === 'newCustomers') {
    return { write: formats.count, writeChange: formats.countChange };
  }
  if (figure.startsWith('quality.')) return { write: formats.hundredths, writeChange: formats.hundredthsChange };
  return { write: formats.moneyCompact, writeChange: formats.moneyChange };
}
