import { type DecimalMark, detectDecimalMark, parseAmount } from './amount.ts';
import { type DateFormat, detectDateFormat, parseDay } from './calendar-day.ts';
import { type DelimitedRecord, type Delimiter, detectDelimiter, parseDelimited } from './parse-delimited.ts';

/** A column by its name in the header, or by its position from 1. */
export type ColumnChoice = string | number;

/** How to read a transaction log; what is not said is found out from the text. */
export type ReadLogOptions = Readonly<{
  delimiter?: Delimiter;
  /** Without it: by header names such as customer, date, amount; or columns 1, 2, 3 when there is no header. */
  columns?: Readonly<{ customer: ColumnChoice; date: ColumnChoice; amount?: ColumnChoice }>;
  dateFormat?: DateFormat;
  decimalMark?: DecimalMark;
}>;

export type RowProblem = 'too-few-columns' | 'no-customer' | 'bad-date' | 'bad-amount' | 'negative-amount';

/** A row that could not be used: its line in the file from 1, what was wrong, and the fields. */
export type BadRow = Readonly<{ line: number; problem: RowProblem; fields: readonly string[] }>;

/**
 * Orders of a firm as columns, in the order of the file.
 *
 * - `customers`: distinct customers in order of appearance; `customer` holds indices into it
 * - `day`: day numbers (see `dayNumber`); `amount`: money, null when the log has no amounts
 * - `badRows`: every row left out, none in silence
 */
export type TransactionLog = Readonly<{
  kind: 'log';
  customers: readonly string[];
  customer: Int32Array;
  day: Int32Array;
  amount: Float64Array | null;
  badRows: readonly BadRow[];
  delimiter: Delimiter;
  dateFormat: DateFormat;
  hasHeader: boolean;
}>;

/** Why a text cannot be read as a transaction log; `detail` names the column or shows the date at issue. */
export type LogRefusal = Readonly<{
  kind: 'refused';
  code: 'empty' | 'missing-column' | 'ambiguous-dates' | 'no-usable-rows';
  detail: string;
}>;

const NAMES = {
  customer: [
    'customer',
    'customerid',
    'cust',
    'custid',
    'client',
    'clientid',
    'id',
    'user',
    'userid',
    'account',
    'accountid',
    'member',
    'memberid',
  ],
  date: [
    'date',
    'orderdate',
    'day',
    'timestamp',
    'datetime',
    'time',
    'invoicedate',
    'transactiondate',
    'purchasedate',
    'createdat',
  ],
  amount: [
    'amount',
    'value',
    'spend',
    'revenue',
    'total',
    'price',
    'sales',
    'dollars',
    'ordervalue',
    'monetary',
    'monetaryvalue',
  ],
} as const;

/**
 * Reads a transaction log (one row an order: customer, date, amount) from delimited text.
 *
 * Delimiter, header, column order, date format and decimal mark are detected unless stated. Rows that cannot be used
 * are listed in `badRows`. A negative amount (a return) is such a row; an amount of zero is an order. A text that
 * cannot be read at all, or whose dates could be day-month or month-day, is refused with a code.
 */
export function readTransactionLog(text: string, options: ReadLogOptions = {}): TransactionLog | LogRefusal {
  const delimiter = options.delimiter ?? detectDelimiter(text);
  const records = parseDelimited(text, delimiter);
  if (records.length === 0) {
    return { kind: 'refused', code: 'empty', detail: '' };
  }
  const columns = findColumns(records, options);
  if ('missing' in columns) {
    return { kind: 'refused', code: 'missing-column', detail: columns.missing };
  }
  const rows = columns.hasHeader ? records.slice(1) : records;
  const dates = rows.map((row) => row.fields[columns.date] ?? '');
  const dateFormat = options.dateFormat ?? detectDateFormat(dates);
  if (dateFormat === 'ambiguous') {
    return { kind: 'refused', code: 'ambiguous-dates', detail: dates.find((date) => date !== '') ?? '' };
  }
  if (dateFormat === null) {
    return { kind: 'refused', code: 'no-usable-rows', detail: dates[0] ?? '' };
  }
  return collect(rows, columns, dateFormat, delimiter, options.decimalMark);
}

type Columns = Readonly<{ customer: number; date: number; amount: number | null; hasHeader: boolean }>;

function findColumns(
  records: readonly DelimitedRecord[],
  options: ReadLogOptions,
): Columns | Readonly<{ missing: string }> {
  const first = records[0].fields;
  const header = first.map(plainName);
  if (options.columns === undefined) {
    const customer = placeOf(NAMES.customer, header);
    const date = placeOf(NAMES.date, header);
    const amount = placeOf(NAMES.amount, header);
    if (customer >= 0 && date >= 0) {
      return { customer, date, amount: amount >= 0 ? amount : null, hasHeader: true };
    }
    // No known names: the plain order, with or without a header of other words.
    return { customer: 0, date: 1, amount: first.length > 2 ? 2 : null, hasHeader: !hasDate(first[1] ?? '') };
  }
  const places: number[] = [];
  let isNamed = false;
  for (const choice of [options.columns.customer, options.columns.date, options.columns.amount]) {
    if (choice === undefined) {
      continue;
    }
    const place = typeof choice === 'number' ? choice - 1 : header.indexOf(plainName(choice));
    isNamed ||= typeof choice === 'string';
    if (!(place >= 0 && place < first.length)) {
      return { missing: String(choice) };
    }
    places.push(place);
  }
  const [customer, date, amount = null] = places as [number, number, number?];
  return { customer, date, amount, hasHeader: isNamed || !hasDate(first[date] ?? '') };
}

function placeOf(names: readonly string[], header: readonly string[]): number {
  return header.findIndex((title) => names.includes(title));
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function hasDate(text: string): boolean {
  return detectDateFormat([text]) !== null;
}

function collect(
  rows: readonly DelimitedRecord[],
  columns: Columns,
  dateFormat: DateFormat,
  delimiter: Delimiter,
  decimalMarkStated: DecimalMark | undefined,
): TransactionLog | LogRefusal {
  const { customer: customerColumn, date: dateColumn, amount: amountColumn, hasHeader } = columns;
  const width = Math.max(customerColumn, dateColumn, amountColumn ?? 0) + 1;
  const decimalMark =
    decimalMarkStated ??
    (amountColumn === null ? '.' : detectDecimalMark(rows.map((row) => row.fields[amountColumn] ?? '')));
  const indexOf = new Map<string, number>();
  const customer: number[] = [];
  const day: number[] = [];
  const amounts: number[] = [];
  const badRows: BadRow[] = [];
  for (const { line, fields } of rows) {
    const orderDay = parseDay(fields[dateColumn] ?? '', dateFormat);
    const amount = amountColumn === null ? 0 : parseAmount(fields[amountColumn] ?? '', decimalMark);
    const problem = problemOf(fields, width, fields[customerColumn] ?? '', orderDay, amount);
    if (problem !== null || orderDay === null || amount === null) {
      badRows.push({ line, problem: problem ?? 'bad-date', fields });
      continue;
    }
    const name = fields[customerColumn];
    let index = indexOf.get(name);
    if (index === undefined) {
      index = indexOf.size;
      indexOf.set(name, index);
    }
    customer.push(index);
    day.push(orderDay);
    amounts.push(amount);
  }
  if (customer.length === 0) {
    return { kind: 'refused', code: 'no-usable-rows', detail: badRows[0]?.problem ?? '' };
  }
  return {
    kind: 'log',
    customers: [...indexOf.keys()],
    customer: Int32Array.from(customer),
    day: Int32Array.from(day),
    amount: amountColumn === null ? null : Float64Array.from(amounts),
    badRows,
    delimiter,
    dateFormat,
    hasHeader,
  };
}

function problemOf(
  fields: readonly string[],
  width: number,
  name: string,
  day: number | null,
  amount: number | null,
): RowProblem | null {
  if (fields.length < width) {
    return 'too-few-columns';
  }
  if (name === '') {
    return 'no-customer';
  }
  if (day === null) {
    return 'bad-date';
  }
  if (amount === null) {
    return 'bad-amount';
  }
  return amount < 0 ? 'negative-amount' : null;
}
