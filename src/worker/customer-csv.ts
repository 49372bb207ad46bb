import { type ByteSink, writeMoney } from './byte-sink.ts';
import { isoDate } from './customer-calendar.ts';
import type { Cell, ColumnType, TableToExport } from './customer-export-tables.ts';

/** The header row of a table as comma-separated values (RFC 4180). */
export function writeCsvHeader({ columns }: TableToExport, sink: ByteSink): void {
  sink.text(`${columns.map(({ name }) => csvText(name)).join(',')}\r\n`);
}

/** One row; a missing value is an empty field. */
export function writeCsvRow({ columns }: TableToExport, row: readonly Cell[], sink: ByteSink): void {
  for (let index = 0; index < row.length; index++) {
    if (index > 0) sink.bytes(COMMA);
    writeCell(row[index], columns[index].type, sink);
  }
  sink.bytes(LINE_END);
}

const encoder = new TextEncoder();
const COMMA = encoder.encode(',');
const LINE_END = encoder.encode('\r\n');

function writeCell(cell: Cell, type: ColumnType, sink: ByteSink): void {
  if (cell === null) return;
  if (typeof cell === 'string') sink.text(isPlain(cell) ? cell : csvText(cell));
  else if (type === 'date') sink.text(isoDate(cell));
  else if (type === 'money') writeMoney(sink, cell);
  else sink.integer(cell);
}

/** Letters, digits and low lines only: nothing that needs quotes or could be run. A look at each character is cheaper than a pattern. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index) | 0x20;
    const isPlainCode = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x7f;
    if (!isPlainCode) return false;
  }
  return true;
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
