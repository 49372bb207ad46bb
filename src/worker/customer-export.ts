import { type ByteSink, createByteSink } from './byte-sink.ts';
import { writeCsvHeader, writeCsvRow } from './customer-csv.ts';
import type { Cell, TableToExport } from './customer-export-tables.ts';
import {
  SHEET_FOOT,
  SHEET_ROWS,
  sheetPath,
  workbookParts,
  writeSheetHead,
  writeSheetRow,
} from './customer-workbook.ts';
import { type FileInArchive, gzipCompressor, openArchive } from './file-packer.ts';
import type { ExportedData, ExportFormat } from './protocol.ts';

/** Rows between two chances to give way; a few milliseconds of work. */
const ROWS_A_STEP = 5_000;
/** Bytes gathered before they are passed on. */
const PIECE = 1 << 17;
const ZIP_TYPE = 'application/zip';
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Writes tables to one file: a CSV file (a zip of them when there is more than one table) or a workbook with a sheet a table. A
 * generator, so that the caller can give way and be cancelled; it yields the share that is done. Of the tables no more than a piece
 * is in memory at a time, besides the file itself.
 *
 * @param name of the file, without its ending
 */
export async function* exportTables(
  tables: readonly TableToExport[],
  format: ExportFormat,
  name: string,
  makeCompressor = gzipCompressor,
): AsyncGenerator<number, ExportedData> {
  const progress = progressOver(tables);
  const chunks: Uint8Array[] = [];
  const push = (chunk: Uint8Array) => {
    chunks.push(chunk);
  };
  if (format === 'csv' && tables.length === 1) {
    yield* writeRows(tables[0], tables[0].rows(), CSV, { write: async (piece) => push(piece.slice()) }, progress);
    return { fileName: `${name}-${tables[0].name}.csv`, mediaType: 'text/csv;charset=utf-8', bytes: joined(chunks) };
  }
  const archive = openArchive(push, makeCompressor);
  if (format === 'csv') {
    for (const table of tables) {
      const file = archive.add(`${table.name}.csv`);
      yield* writeRows(table, table.rows(), CSV, file, progress);
      await file.end();
    }
    archive.end();
    return { fileName: `${name}.zip`, mediaType: ZIP_TYPE, bytes: joined(chunks) };
  }
  const sheetNames: string[] = [];
  for (const table of tables) {
    for (const { part, rows } of sheetsOf(table.rows())) {
      sheetNames.push(part === 0 ? table.name : `${table.name}_${part + 1}`);
      const file = archive.add(sheetPath(sheetNames.length));
      yield* writeRows(table, rows, SHEET, file, progress);
      await file.end();
    }
  }
  const encoder = new TextEncoder();
  for (const [path, text] of Object.entries(workbookParts(sheetNames))) {
    const file = archive.add(path);
    await file.write(encoder.encode(text));
    await file.end();
  }
  archive.end();
  return { fileName: `${name}.xlsx`, mediaType: XLSX_TYPE, bytes: joined(chunks) };
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

/** How a table is written in a format. */
type Writer = {
  readonly head: (table: TableToExport, sink: ByteSink) => void;
  readonly row: (table: TableToExport, row: readonly Cell[], sink: ByteSink) => void;
  readonly foot: string;
};

const CSV: Writer = { head: writeCsvHeader, row: writeCsvRow, foot: '' };
const SHEET: Writer = { head: writeSheetHead, row: writeSheetRow, foot: SHEET_FOOT };

async function* writeRows(
  table: TableToExport,
  rows: Iterable<readonly Cell[]>,
  writer: Writer,
  file: Pick<FileInArchive, 'write'>,
  progress: Progress,
): AsyncGenerator<number, void> {
  const sink = createByteSink();
  writer.head(table, sink);
  for (const row of rows) {
    writer.row(table, row, sink);
    if (sink.size() > PIECE) await file.write(sink.take());
    progress.done++;
    if (progress.done % ROWS_A_STEP === 0) yield Math.min(1, progress.done / progress.of);
  }
  sink.text(writer.foot);
  await file.write(sink.take());
}

function joined(chunks: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
