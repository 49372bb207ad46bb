import { describe, expect, it } from 'vitest';
import { type ChartColumn, toCsv, toTsv } from '../../../src/ui/charts/chart-table.ts';

type Row = { readonly name: string; readonly amount: number | null };

const columns: readonly ChartColumn<Row>[] = [
  { name: 'Name', value: (row) => row.name },
  { name: 'Amount, USD', value: (row) => row.amount, text: (row) => `$${row.amount}` },
];
const rows: readonly Row[] = [
  { name: 'plain', amount: 1234.5 },
  { name: 'with, comma and "quotes"', amount: null },
];

describe('chart rows as text', () => {
  it('writes CSV with raw values, quoting what needs it', () => {
    expect(toCsv(columns, rows)).toBe('Name,"Amount, USD"\r\nplain,1234.5\r\n"with, comma and ""quotes""",\r\n');
  });

  it('writes tabs for spreadsheets', () => {
    expect(toTsv(columns, rows).split('\n')[1]).toBe('plain\t1234.5');
  });
});
