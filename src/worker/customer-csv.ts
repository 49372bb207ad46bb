import { isoDate } from './customer-calendar.ts';
import type { Cell, ColumnType, TableToExport } from './customer-export-tables.ts';

const CENTS = 100;

/** The header row of a table as comma-separated values (RFC 4180). */
export function csvHeader({ columns }: TableToExport): string {
  return `${columns.map(({ name }) => csvText(name)).join(',')}\r\n`;
}

/** One row; a missing value is an empty field. */
export function csvRow({ columns }: TableToExport, row: readonly Cell[]): string {
  let line = '';
  for (let index = 0; index < row.length; index++) {
    if (index > 0) line += ',';
    line += csvCell(row[index], columns[index].type);
  }
  return `${line}\r\n`;
}

function csvCell(cell: Cell, type: ColumnType): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return csvText(cell);
  if (type === 'date') return isoDate(cell);
  if (type === 'money') return (cell / CENTS).toFixed(2);
  return String(cell);
}

/**
 * A text field. What a spreadsheet would take for a formula gets an apostrophe before it, so that opening the file runs nothing.
 *
 * *Source:* OWASP, "CSV Injection".
 */
export function csvText(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
