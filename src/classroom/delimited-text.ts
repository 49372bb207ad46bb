/** One field of a table: what it says, and where it stands in the text, so that one can be changed and all else left to the byte. */
export type Field = { readonly value: string; readonly from: number; readonly to: number };

export type DelimitedText = {
  readonly text: string;
  readonly hasByteOrderMark: boolean;
  readonly delimiter: string;
  readonly newline: '\r\n' | '\n' | '\r';
  /** Rows with anything in them; the header first. */
  readonly rows: readonly (readonly Field[])[];
};

const DELIMITERS = [',', ';', '\t', '|'];
const MARK = '\uFEFF';

/**
 * Reads comma-separated values and their relatives (RFC 4180; also with semicolons, tabs or bars), forgiving: a quotation mark in the middle
 * of a field is a character like any other. Null where there are more rows than allowed.
 */
export function parseDelimited(text: string, mostRows: number): DelimitedText | null {
  const hasByteOrderMark = text.startsWith(MARK);
  const start = hasByteOrderMark ? 1 : 0;
  const delimiter = delimiterOf(text, start);
  const rows: Field[][] = [];
  let row: Field[] = [];
  let at = start;
  while (at < text.length) {
    const field = fieldAt(text, at, delimiter);
    row.push(field);
    at = field.to;
    if (text[at] === delimiter) {
      at++;
      if (at === text.length) row.push({ value: '', from: at, to: at });
      else continue;
    } else if (text[at] === '\r' && text[at + 1] === '\n') at += 2;
    else at++;
    if (row.some(({ value }) => value.trim() !== '')) rows.push(row);
    if (rows.length > mostRows) return null;
    row = [];
  }
  const newline = text.includes('\r\n') ? '\r\n' : text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  return { text, hasByteOrderMark, delimiter, newline, rows };
}

/** That which stands most often in the first line, outside quotation marks. */
function delimiterOf(text: string, start: number): string {
  const counts = new Map<string, number>();
  let isQuoted = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === '\n' || character === '\r')) break;
    else if (!isQuoted && DELIMITERS.includes(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return DELIMITERS.reduce((best, next) => ((counts.get(next) ?? 0) > (counts.get(best) ?? 0) ? next : best));
}

function fieldAt(text: string, from: number, delimiter: string): Field {
  let at = from;
  if (text[at] !== '"') {
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
    return { value: text.slice(from, at), from, to: at };
  }
  let value = '';
  at++;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { value: value + text.slice(at), from, to: text.length };
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      at = quote + 1;
      break;
    }
    value += '"';
    at = quote + 2;
  }
  // What stands between the closing mark and the delimiter belongs to no one; it is kept in the text.
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
  return { value, from, to: at };
}

/** The text with some fields replaced; everything else stays as it was, to the byte. */
export function replaceFields(
  text: string,
  changes: readonly { readonly field: Field; readonly by: string }[],
): string {
  const inOrder = [...changes].sort((a, b) => a.field.from - b.field.from);
  let result = '';
  let at = 0;
  for (const { field, by } of inOrder) {
    result += text.slice(at, field.from) + by;
    at = field.to;
  }
  return result + text.slice(at);
}

/**
 * A text as a field. What a spreadsheet would take for a formula gets an apostrophe before it, so that opening the file runs nothing.
 *
 * *Source:* OWASP, "CSV Injection".
 */
export function textField(text: string, delimiter = ','): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return harmless.includes(delimiter) || /["\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
