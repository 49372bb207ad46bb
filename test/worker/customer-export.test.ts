import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { exported } from '../../src/content/export.ts';
import { type Firm, observe, openFirm, playRound } from '../../src/engine/index.ts';
import { dayOf, firstDayOf, isoDate } from '../../src/worker/customer-calendar.ts';
import { csvText } from '../../src/worker/customer-csv.ts';
import { exportTables } from '../../src/worker/customer-export.ts';
import { type TableToExport, tablesToExport } from '../../src/worker/customer-export-tables.ts';
import { type CustomerRecords, keepCustomerRecords } from '../../src/worker/customer-records.ts';
import { type MakeCompressor, scriptedCompressor } from '../../src/worker/file-packer.ts';
import { REVEALED_TABLES } from '../../src/worker/latent-tables.ts';
import type { ExportedData, ExportFormat, ExportTable } from '../../src/worker/protocol.ts';
import { everywhere } from '../support/decisions.ts';
import { smallHarbour } from '../support/small-harbour.ts';

const ALL: readonly ExportTable[] = ['transactions', 'panel', 'snapshot', 'firm', 'dictionary'];
let firm: Firm;
let records: CustomerRecords;

beforeAll(() => {
  records = keepCustomerRecords();
  firm = openFirm(smallHarbour, 'export', 'essentials', records.note).firm;
  for (let round = 0; round < 3; round++) {
    playRound(firm, { ...everywhere(60_000, 2), retention: { platinum: 90_000, gold: 90_000, silver: 0, bronze: 0 } });
    records.note(firm);
  }
});

async function written(
  tables: readonly ExportTable[],
  format: ExportFormat,
  makeCompressor?: MakeCompressor,
): Promise<{ file: ExportedData; progress: number[] }> {
  const wanted = tablesToExport({ firm, records }, tables, 'USD', exported.columns);
  const steps = exportTables(wanted, format, 'test', makeCompressor);
  const progress: number[] = [];
  for (;;) {
    const step = await steps.next();
    if (step.done) return { file: step.value, progress };
    progress.push(step.value);
  }
}

/** A reader of CSV that knows nothing of the writer (RFC 4180). */
function readCsv(text: string): Record<string, string>[] {
  const rows = text
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
        quoted === undefined ? bare : quoted.replaceAll('""', '"'),
      ),
    );
  const [head, ...body] = rows;
  expect(body.filter((row) => row.length !== head.length)).toEqual([]);
  return body.map((row) => Object.fromEntries(row.map((cell, index) => [head[index], cell])));
}

type SheetCell = { readonly value: string | number | null; readonly isDate: boolean };

/** A reader of workbooks that knows nothing of the writer: cells of a sheet, row by row. */
function readSheet(xml: string): SheetCell[][] {
  return [...xml.matchAll(/<row>(.*?)<\/row>/g)].map(([, row]) =>
    [...row.matchAll(/<c(?: s="(\d)")?(?: t="(\w+)")?(?:\/>|>(.*?)<\/c>)/g)].map(([, style, type, inside]) => ({
      value:
        inside === undefined
          ? null
          : type === 'inlineStr'
            ? (/<t>(.*)<\/t>/.exec(inside)?.[1] ?? '')
            : Number(/<v>(.*)<\/v>/.exec(inside)?.[1]),
      isDate: style === '2',
    })),
  );
}

const csvOf = async (table: ExportTable) => readCsv(strFromU8((await written([table], 'csv')).file.bytes));

describe('the calendar', () => {
  it('begins its first quarter on 1 January 2026, and knows leap years', () => {
    expect([0, 1, 3, 4, -1, -8].map((round) => isoDate(firstDayOf(round)))).toEqual([
      '2026-01-01',
      '2026-04-01',
      '2026-10-01',
      '2027-01-01',
      '2025-10-01',
      '2024-01-01',
    ]);
    expect(isoDate(dayOf(1, 0))).toBe('2026-03-31');
    expect(isoDate(dayOf(0.5, 0))).toBe('2026-02-15');
    expect(firstDayOf(-7) - firstDayOf(-8)).toBe(91);
  });
});

describe('exported tables read back', () => {
  it('transactions: every order once, with ISO dates in its quarter, summing to the firm’s revenue', async () => {
    const rows = await csvOf('transactions');
    const orders = records.quarters.reduce((sum, quarter) => sum + quarter.quarterOrders.reduce((a, b) => a + b, 0), 0);
    expect(rows).toHaveLength(orders);
    for (const report of records.reports) {
      const quarter = String(report.round >= 0 ? report.round + 1 : report.round);
      const own = rows.filter((row) => row.quarter === quarter);
      const cents = own.reduce((sum, row) => sum + Math.round(Number(row.revenue) * 100), 0);
      expect(cents).toBe(report.income.revenue);
      const [from, to] = [firstDayOf(report.round), firstDayOf(report.round + 1)].map(isoDate);
      const isWithin = (date: string) => /^\d{4}-\d\d-\d\d$/.test(date) && date >= from && date < to;
      expect(own.filter(({ order_date }) => !isWithin(order_date))).toEqual([]);
    }
    const numbers = new Map<string, number>();
    for (const { customer_id, order_number } of rows) {
      const before = numbers.get(customer_id);
      if (before !== undefined && Number(order_number) !== before + 1)
        throw new Error(`${customer_id} ${order_number}`);
      numbers.set(customer_id, Number(order_number));
    }
  });

  it('panel: one row a customer and quarter since they came', async () => {
    const rows = await csvOf('panel');
    expect(rows).toHaveLength(records.quarters.reduce((sum, { count }) => sum + count, 0));
    expect(new Set(rows.map((row) => `${row.customer_id} ${row.quarter}`)).size).toBe(rows.length);
    const last = rows.filter((row) => row.quarter === '3');
    const treated = last.filter((row) => row.treated === '1');
    expect(new Set(treated.map((row) => row.tier))).toEqual(new Set(['platinum', 'gold']));
    expect(treated.every((row) => Number(row.retention_spend) > 0)).toBe(true);
    const { tiers } = records.reports[records.reports.length - 1];
    expect(treated).toHaveLength(tiers.platinum.customers + tiers.gold.customers);
  });

  it('snapshot: what was known when the quarter began, and what came of it', async () => {
    const rows = await csvOf('snapshot');
    expect(rows).toHaveLength(records.quarters[records.quarters.length - 2].count);
    const { tiers } = records.reports[records.reports.length - 1];
    for (const tier of ['platinum', 'gold', 'silver', 'bronze'] as const) {
      const own = rows.filter((row) => row.tier === tier);
      expect(own).toHaveLength(tiers[tier].customers);
      expect(own.filter((row) => row.retained_next_quarter === '1')).toHaveLength(tiers[tier].activeCustomers);
      for (const row of own) {
        expect(row.snapshot_date).toBe('2026-07-01');
        expect(Number(row.recency_days)).toBeGreaterThan(0);
        expect(Number(row.recency_days)).toBeLessThanOrEqual(366);
        expect(['1', '2', '3', '4', '5']).toContain(row.r_score);
      }
    }
    expect(rows.filter((row) => row.tier === 'lapsed').every((row) => row.estimated_value === '')).toBe(true);
  });

  it('firm: the reports of every quarter, to the cent', async () => {
    const rows = await csvOf('firm');
    expect(rows).toHaveLength(records.reports.length);
    const report = observe(firm);
    const last = rows[rows.length - 1];
    expect(last.cash_flow).toBe((report.income.cashFlow / 100).toFixed(2));
    expect(last.estimated_customer_equity).toBe((report.equity.closing / 100).toFixed(2));
    expect(last.customers_gold).toBe(String(report.nextTiers.gold.customers));
  });

  it('dictionary: every column of every table, in words, with nothing latent among them', async () => {
    const rows = await csvOf('dictionary');
    const columns = tablesToExport({ firm, records }, ALL, 'USD', {})
      .filter(({ name }) => name !== 'dictionary')
      .flatMap((table) => table.columns.map(({ name }) => `${table.name}.${name}`));
    expect(rows.map((row) => `${row.table}.${row.column}`)).toEqual(columns);
    // What is told only after the last round has descriptions of its own.
    const described = Object.keys(exported.columns).filter((name) => !(name.split('.')[0] in REVEALED_TABLES));
    expect(described.sort()).toEqual([...columns].sort());
    for (const row of rows) expect(row.description.length, row.column).toBeGreaterThan(10);
    expect(columns.filter((name) => /true|latent|class|lambda|dropout|alive/i.test(name))).toEqual([]);
  });

  it('a workbook holds the same cells as the CSV files, with numbers as numbers and dates as dates', async () => {
    const { file } = await written(ALL, 'xlsx');
    expect(file.fileName).toBe('test.xlsx');
    const parts = unzipSync(file.bytes);
    const names = [...strFromU8(parts['xl/workbook.xml']).matchAll(/<sheet name="(\w+)"/g)].map(([, name]) => name);
    expect(names).toEqual(ALL);
    const csvs = unzipSync((await written(ALL, 'csv')).file.bytes);
    expect(Object.keys(csvs)).toEqual(ALL.map((name) => `${name}.csv`));
    for (const [index, table] of ALL.entries()) {
      const [head, ...rows] = readSheet(strFromU8(parts[`xl/worksheets/sheet${index + 1}.xml`]));
      const csv = readCsv(strFromU8(csvs[`${table}.csv`]));
      expect(rows).toHaveLength(csv.length);
      for (const at of [0, 1, Math.floor(rows.length / 2), rows.length - 1]) {
        const said = rows[at].map(({ value, isDate }) =>
          value === null ? '' : isDate ? isoDate((value as number) - 25_569) : value,
        );
        const meant = head.map(({ value }) => csv[at][String(value)]);
        expect(said.map((cell) => (typeof cell === 'number' ? cell : unescaped(cell)))).toEqual(
          meant.map((cell, column) => (typeof said[column] === 'number' ? Number(cell) : cell)),
        );
      }
    }
  });
});

it('a browser without compression of its own makes the same files', async () => {
  const [native, scripted] = await Promise.all([written(ALL, 'csv'), written(ALL, 'csv', scriptedCompressor)]);
  const [one, other] = [native, scripted].map(({ file }) => unzipSync(file.bytes));
  expect(Object.keys(other)).toEqual(Object.keys(one));
  // Millions of bytes, which a comparison that tells differences takes long for.
  for (const [name, bytes] of Object.entries(one)) expect(Buffer.compare(bytes, other[name]), name).toBe(0);
});

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

describe('what a spreadsheet might run', () => {
  it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx', '=HYPERLINK("http://x","y")'])('%s comes out as text', (text) => {
    expect(csvText(text).replace(/^"/, '')).toMatch(/^'/);
  });

  it('fields with commas, quotes and line ends stay one field; numbers keep their minus', async () => {
    expect(csvText('a,"b"\nc')).toBe('"a,""b""\nc"');
    const table: TableToExport = {
      name: 'firm',
      columns: [
        { name: 'a', type: 'money', unit: '' },
        { name: 'b', type: 'text', unit: '' },
      ],
      expectedRows: 1,
      rows: () => [[-150, '=x']],
    };
    const steps = exportTables([table], 'csv', 'x');
    const { value } = await steps.next();
    expect(strFromU8((value as ExportedData).bytes)).toBe("a,b\r\n-1.50,'=x\r\n");
  });
});

describe('progress', () => {
  it('rises and stays within 0 and 1', async () => {
    const { progress } = await written(ALL, 'csv');
    expect(progress.length).toBeGreaterThan(2);
    expect(progress.every((share, index) => share > (progress[index - 1] ?? 0) && share <= 1)).toBe(true);
  });
});
