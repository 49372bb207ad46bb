import { strToU8, Zip, ZipDeflate } from 'fflate';
import { csvHeader, csvRow } from './customer-csv.ts';
import type { Cell, TableToExport } from './customer-export-tables.ts';
import { SHEET_FOOT, SHEET_ROWS, sheetHead, sheetPath, sheetRow, workbookParts } from './customer-workbook.ts';
import type { ExportedData, ExportFormat } from './protocol.ts';

/** Rows between two looks at the clock and at cancels. */
const ROWS_A_STEP = 5_000;
/** Characters gathered before they are compressed. */
const PIECE = 1 << 17;
const COMPRESSION = 4;
const ZIP_TYPE = 'application/zip';
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Writes tables to one file: a CSV file (a zip of them when there is more than one table) or a workbook with a sheet a table. A
 * generator, so that the caller can give way and be cancelled; it yields the share that is done.
 *
 * @param name of the file, without its ending
 */
export function* exportTables(
  tables: readonly TableToExport[],
  format: ExportFormat,
  name: string,
): Generator<number, ExportedData> {
  const progress = progressOver(tables);
  if (format === 'csv' && tables.length === 1) {
    const chunks: Uint8Array[] = [];
    yield* writeRows(
      csvHeader(tables[0]),
      tables[0].rows(),
      (row) => csvRow(tables[0], row),
      (piece) => chunks.push(piece),
      progress,
    );
    return { fileName: `${name}-${tables[0].name}.csv`, mediaType: 'text/csv;charset=utf-8', bytes: joined(chunks) };
  }
  const archive = openArchive();
  if (format === 'csv') {
    for (const table of tables) {
      const file = archive.add(`${table.name}.csv`);
      yield* writeRows(csvHeader(table), table.rows(), (row) => csvRow(table, row), file.write, progress);
      file.end();
    }
    return { fileName: `${name}.zip`, mediaType: ZIP_TYPE, bytes: archive.end() };
  }
  const sheetNames: string[] = [];
  for (const table of tables) {
    for (const { part, rows } of sheetsOf(table.rows())) {
      sheetNames.push(part === 0 ? table.name : `${table.name}_${part + 1}`);
      const file = archive.add(sheetPath(sheetNames.length));
      yield* writeRows(sheetHead(table), rows, (row) => sheetRow(table, row), file.write, progress);
      file.write(strToU8(SHEET_FOOT));
      file.end();
    }
  }
  for (const [path, text] of Object.entries(workbookParts(sheetNames))) {
    const file = archive.add(path);
    file.write(strToU8(text));
    file.end();
  }
  return { fileName: `${name}.xlsx`, mediaType: XLSX_TYPE, bytes: archive.end() };
}

/** Rows in portions that a sheet can hold; each portion must be read to its end before the next. */
function* sheetsOf(
  rows: Iterable<readonly Cell[]>,
  limit = SHEET_ROWS - 1,
): Generator<{ readonly part: number; readonly rows: Iterable<readonly Cell[]> }> {
  const source = rows[Symbol.iterator]();
  let next = source.next();
  for (let part = 0; part === 0 || !next.done; part++) {
    yield {
      part,
      rows: (function* () {
        for (let taken = 0; taken < limit && !next.done; taken++) {
          yield next.value;
          next = source.next();
        }
      })(),
    };
  }
}

type Progress = { readonly of: number; done: number };

function progressOver(tables: readonly TableToExport[]): Progress {
  return {
    of: Math.max(
      1,
      tables.reduce((sum, { expectedRows }) => sum + expectedRows, 0),
    ),
    done: 0,
  };
}

function* writeRows(
  head: string,
  rows: Iterable<readonly Cell[]>,
  written: (row: readonly Cell[]) => string,
  write: (piece: Uint8Array) => void,
  progress: Progress,
): Generator<number, void> {
  let text = head;
  for (const row of rows) {
    text += written(row);
    if (text.length > PIECE) {
      write(strToU8(text));
      text = '';
    }
    progress.done++;
    if (progress.done % ROWS_A_STEP === 0) yield Math.min(1, progress.done / progress.of);
  }
  write(strToU8(text));
}

function openArchive() {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  return {
    add(path: string) {
      const file = new ZipDeflate(path, { level: COMPRESSION });
      // The same game makes the same file, whenever it is made.
      file.mtime = '1980-01-01T00:00:00';
      zip.add(file);
      return {
        write: (piece: Uint8Array) => file.push(piece),
        end: () => file.push(new Uint8Array(0), true),
      };
    },
    end(): Uint8Array<ArrayBuffer> {
      zip.end();
      return joined(chunks);
    },
  };
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
