import { strFromU8 } from 'fflate';

/** A cell as a spreadsheet or a statistics program takes it in; null for none. */
export type ReadCell = { readonly kind: 'text' | 'number' | 'date'; readonly value: string } | null;

export type ReadTable = { readonly head: readonly string[]; readonly rows: readonly (readonly ReadCell[])[] };

/**
 * Reads comma-separated values by the letter of RFC 4180, and knows nothing of who wrote them: throws at a quote out of place, a line
 * end other than CR LF, a last line without one, or a row that is longer or shorter than the header.
 */
export function readCsvStrictly(text: string): {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field: string;
    if (text[at] === '"') {
      let end = at + 1;
      for (;;) {
        end = text.indexOf('"', end);
        if (end < 0) throw new Error(`a quote that begins at ${at} does not end`);
        if (text[end + 1] !== '"') break;
        end += 2;
      }
      field = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else {
      const found = /[,"\r\n]/g;
      found.lastIndex = at;
      const end = found.exec(text)?.index ?? text.length;
      if (text[end] === '"') throw new Error(`a quote within a bare field at ${end}`);
      field = text.slice(at, end);
      at = end;
    }
    row.push(field);
    if (text[at] === ',') {
      at++;
      continue;
    }
    if (text[at] !== '\r' || text[at + 1] !== '\n') throw new Error(`a line does not end with CR LF at ${at}`);
    at += 2;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) throw new Error('the last line does not end');
  const [head, ...body] = rows;
  const uneven = body.findIndex(({ length }) => length !== head.length);
  if (uneven >= 0) throw new Error(`row ${uneven + 1} has ${body[uneven].length} fields, the header ${head.length}`);
  return { head, rows: body };
}

/** The sheets of a workbook by name, each cell with the type that a spreadsheet gives it (Office Open XML, ECMA-376). */
export function readWorkbook(parts: Readonly<Record<string, Uint8Array>>): Record<string, ReadTable> {
  const xml = (path: string) => strFromU8(parts[path]);
  const targets = new Map(
    [...xml('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  const styles = xml('xl/styles.xml');
  const formats = new Map(
    [...styles.matchAll(/<numFmt\b[^>]*>/g)].map(([tag]) => [attribute(tag, 'numFmtId'), attribute(tag, 'formatCode')]),
  );
  const cellFormats = /<cellXfs\b.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '';
  const isDate = [...cellFormats.matchAll(/<xf\b[^>]*>/g)].map(([tag]) =>
    /[ymd]/.test(formats.get(attribute(tag, 'numFmtId')) ?? ''),
  );
  const sheets = [...xml('xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => tag);
  return Object.fromEntries(
    sheets.map((tag) => [
      attribute(tag, 'name'),
      readSheet(xml(`xl/${targets.get(attribute(tag, 'r:id'))}`), (style) => isDate[style] ?? false),
    ]),
  );
}

/** Days from the spreadsheet's day 0 to 1 January 1970. */
const SERIAL_OF_1970 = 25_569;

function readSheet(xml: string, isDate: (style: number) => boolean): ReadTable {
  const rows = [...xml.matchAll(/<row\b[^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
    [...row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes, inside]): ReadCell => {
      if (inside === undefined || inside === '') return null;
      if (attribute(attributes, 't') === 'inlineStr') {
        return { kind: 'text', value: unescaped(/<t\b[^>]*>(.*?)<\/t>/s.exec(inside)?.[1] ?? '') };
      }
      const value = Number(/<v>(.*?)<\/v>/.exec(inside)?.[1]);
      if (!Number.isFinite(value)) throw new Error(`not a number: ${inside}`);
      return isDate(Number(attribute(attributes, 's') || 0))
        ? { kind: 'date', value: new Date((value - SERIAL_OF_1970) * 86_400_000).toISOString().slice(0, 10) }
        : { kind: 'number', value: String(value) };
    }),
  );
  const [head, ...body] = rows;
  return { head: head.map((cell) => cell?.value ?? ''), rows: body };
}

function attribute(tag: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** What a field of a CSV file must look like to be of a type that the data dictionary names. */
export const FIELD_OF_TYPE: Readonly<Record<string, RegExp>> = {
  text: /^[^=+\-@]/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?(e-?\d+)?$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  '0 or 1': /^[01]$/,
};
