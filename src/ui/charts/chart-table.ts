/** One column of a chart's table twin: what it is called, its plain value (for CSV) and how it is written. */
export type ChartColumn<Row> = {
  readonly name: string;
  /** Raw: money in currency units, shares as 0 to 1; null for nothing. */
  readonly value: (row: Row) => string | number | null;
  /** As written in the table; the raw value when left out. */
  readonly text?: (row: Row) => string;
};

/** Rows as comma-separated values (RFC 4180): one header row, every line ended by CR LF. */
export function toCsv<Row>(columns: readonly ChartColumn<Row>[], rows: readonly Row[]): string {
  return separated(columns, rows, ',')
    .map((line) => `${line}\r\n`)
    .join('');
}

/** Rows as tab-separated values, as spreadsheets paste them. */
export function toTsv<Row>(columns: readonly ChartColumn<Row>[], rows: readonly Row[]): string {
  return separated(columns, rows, '\t').join('\n');
}

function separated<Row>(columns: readonly ChartColumn<Row>[], rows: readonly Row[], separator: string): string[] {
  const line = (fields: readonly (string | number | null)[]) =>
    fields.map((field) => quoted(field === null ? '' : String(field), separator)).join(separator);
  return [
    line(columns.map((column) => column.name)),
    ...rows.map((row) => line(columns.map((column) => column.value(row)))),
  ];
}

function quoted(field: string, separator: string): string {
  return field.includes(separator) || /["\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
