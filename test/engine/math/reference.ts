import { readFileSync } from 'node:fs';

type Row = readonly number[];

const table: Record<string, Row[]> = JSON.parse(readFileSync(new URL('./reference.json', import.meta.url), 'utf8'));

/** Rows of arguments and, last, the true value rounded to a double; made by reference.py. */
export function referenceRows(name: string): Row[] {
  const rows = table[name];
  if (rows === undefined || rows.length < 100) throw new Error(`reference.json has too few rows for ${name}`);
  return rows;
}

/** The largest error over the rows, relative to the true value or to `floor`, whichever is larger. */
export function worstError(name: string, compute: (...args: number[]) => number, floor = 0): number {
  let worst = 0;
  for (const row of referenceRows(name)) {
    const expected = row[row.length - 1];
    const error = Math.abs(compute(...row.slice(0, -1)) - expected);
    const scaled = error === 0 ? 0 : error / Math.max(Math.abs(expected), floor);
    // Written so that NaN counts as the worst.
    if (!(scaled <= worst)) worst = Number.isNaN(scaled) ? Number.POSITIVE_INFINITY : scaled;
  }
  return worst;
}
