import { DATE_FORMATS, type DateFormat, formatDay, parseDay } from '../marketing-science/transactions/calendar-day.ts';
import { DAYS_IN_UNIT, type TimeUnit } from '../marketing-science/transactions/order-days.ts';
import { detectDelimiter, parseDelimited } from '../marketing-science/transactions/parse-delimited.ts';
import {
  type ColumnChoice,
  type LogRefusal,
  readTransactionLog,
  type TransactionLog,
} from '../marketing-science/transactions/read-transaction-log.ts';
import { UsageError } from './command.ts';

/**
 * A table of numbers with a header: names in plain lower-case letters, one column a name, and the lines that were not
 * numbers.
 */
export type NumberTable = Readonly<{
  kind: 'table';
  names: readonly string[];
  columns: readonly (readonly number[])[];
  badLines: readonly number[];
}>;

/** What a file for a fit can be: a log of orders, or a table already summed up. */
export type FitInput = TransactionLog | NumberTable;

const REFUSALS: Readonly<Record<LogRefusal['code'], (detail: string) => string>> = {
  empty: () => 'the file is empty',
  'missing-column': (detail) => `there is no column '${detail}'`,
  'ambiguous-dates': (detail) =>
    `dates such as '${detail}' may be day-month or month-day: say --dates day-month-year or month-day-year`,
  'no-usable-rows': (detail) => `no row has a customer, a date and an amount (${detail || 'no dates'})`,
};

// Names that only a table already summed up has.
const SUMMARY_NAMES = ['x', 'frequency', 'tx', 'recency', 'zbar', 'monetaryvalue', 'survivors'];
const PERIOD_NAMES = ['year', 'period', 'month', 'quarter', 'renewals', 't'];

/**
 * Reads the text of a file for a fit: a table when its header names summary columns and its body is numbers, else a
 * transaction log.
 */
export function readFitInput(
  text: string,
  options: Readonly<{ columns: string | undefined; dates: string | undefined }>,
): FitInput {
  const table = options.columns === undefined ? numberTable(text) : null;
  if (table !== null) {
    return table;
  }
  const columns = options.columns === undefined ? undefined : columnChoices(options.columns);
  const log = readTransactionLog(text, {
    ...(columns === undefined ? {} : { columns }),
    ...(options.dates === undefined ? {} : { dateFormat: dateFormatNamed(options.dates) }),
  });
  if (log.kind === 'refused') {
    throw new UsageError(REFUSALS[log.code](log.detail));
  }
  return log;
}

/** The first of the names that the table has, as a column; undefined when it has none of them. */
export function columnNamed(table: NumberTable, names: readonly string[]): readonly number[] | undefined {
  const place = table.names.findIndex((name) => names.includes(name));
  return place < 0 ? undefined : table.columns[place];
}

export function unitNamed(name: string | undefined): TimeUnit | undefined {
  if (name !== undefined && !Object.hasOwn(DAYS_IN_UNIT, name)) {
    throw new UsageError(`no unit '${name}'; there is: ${Object.keys(DAYS_IN_UNIT).join(', ')}`);
  }
  return name as TimeUnit | undefined;
}

/** The day of --until, which is written as 1997-09-30 or 19970930. */
export function dayOf(text: string): number {
  const day = parseDay(text, 'year-month-day') ?? parseDay(text, 'compact');
  if (day === null) {
    throw new UsageError(`--until must be a day such as 1997-09-30, not '${text}'`);
  }
  return day;
}

/** How many rows of the input were used and which were not, in plain sentences. */
export function describeInput(input: FitInput): string[] {
  if (input.kind === 'table') {
    const bad = input.badLines.length;
    return [
      `${input.columns[0].length} rows of a summary read${bad === 0 ? '' : `, ${bad} left out: line ${input.badLines.slice(0, 5).join(', ')}`}`,
    ];
  }
  const first = input.day.reduce((least, day) => Math.min(least, day), Infinity);
  const last = input.day.reduce((most, day) => Math.max(most, day), -Infinity);
  const lines = [
    `${input.customer.length} orders of ${input.customers.length} customers read, ${formatDay(first)} to ${formatDay(last)} (dates read as ${input.dateFormat})`,
  ];
  if (input.badRows.length > 0) {
    lines.push(`${input.badRows.length} rows left out:`);
    lines.push(
      ...input.badRows.slice(0, 5).map((row) => `  line ${row.line}: ${row.problem} (${row.fields.join(' ')})`),
    );
    if (input.badRows.length > 5) {
      lines.push(`  and ${input.badRows.length - 5} more`);
    }
  }
  return lines;
}

function numberTable(text: string): NumberTable | null {
  const [header, ...body] = parseDelimited(text, detectDelimiter(text));
  if (header === undefined || body.length === 0) {
    return null;
  }
  const names = header.fields.map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  const isSummary =
    names.some((name) => SUMMARY_NAMES.includes(name)) ||
    (PERIOD_NAMES.includes(names[0]) && names.length > 1 && body[0].fields[0] === '0');
  if (!isSummary) {
    return null;
  }
  const columns: number[][] = names.map(() => []);
  const badLines: number[] = [];
  for (const { line, fields } of body) {
    const numbers = names.map((_, place) =>
      fields[place] === undefined || fields[place] === '' ? Number.NaN : Number(fields[place]),
    );
    // The first column may be a name; what must be a number is checked by the fit.
    if (fields.length < names.length || numbers.slice(1).some((value) => !Number.isFinite(value))) {
      badLines.push(line);
    } else {
      numbers.forEach((value, place) => {
        columns[place].push(value);
      });
    }
  }
  return { kind: 'table', names, columns, badLines };
}

function columnChoices(text: string): { customer: ColumnChoice; date: ColumnChoice; amount?: ColumnChoice } {
  const [customer, date, amount, ...more] = text
    .split(',')
    .map((part) => part.trim())
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  if (date === undefined || more.length > 0 || [customer, date, amount].includes('')) {
    throw new UsageError('--columns must be CUSTOMER,DATE or CUSTOMER,DATE,AMOUNT, by name or by position from 1');
  }
  return amount === undefined ? { customer, date } : { customer, date, amount };
}

function dateFormatNamed(name: string): DateFormat {
  const format = DATE_FORMATS.find((known) => known === name);
  if (format === undefined) {
    throw new UsageError(`no date format '${name}'; there is: ${DATE_FORMATS.join(', ')}`);
  }
  return format;
}
