/** What may separate the fields of a line; ' ' means any run of blanks or tabs. */
export type Delimiter = ',' | ';' | '\t' | '|' | ' ';

/** A record of a delimited text: its fields, trimmed, and the number of the line it begins on, from 1. */
export type DelimitedRecord = Readonly<{ line: number; fields: readonly string[] }>;

const BYTE_ORDER_MARK = '\uFEFF';
const MARKS: readonly Delimiter[] = [';', '\t', '|', ','];
const SAMPLE_LINES = 50;

/**
 * Fields of a delimited text (CSV and its relatives). A leading byte order mark is dropped; lines end with LF, CRLF or
 * CR; blank lines are skipped; a field in double quotes may hold delimiters, line breaks and doubled quotes.
 *
 * *Source:* RFC 4180, with other delimiters.
 */
export function parseDelimited(text: string, delimiter: Delimiter): DelimitedRecord[] {
  const source = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const records: DelimitedRecord[] = [];
  let fields: string[] = [];
  let field = '';
  let isQuoted = false;
  let wasQuoted = false;
  let line = 1;
  let firstLine = 1;

  function endField(): void {
    fields.push(wasQuoted ? field : field.trim());
    field = '';
    wasQuoted = false;
  }
  function endRecord(): void {
    const isBlank = fields.length === 0 && !wasQuoted && field.trim() === '';
    if (!isBlank) {
      if (delimiter !== ' ' || field !== '' || wasQuoted) {
        endField();
      }
      records.push({ line: firstLine, fields });
    }
    fields = [];
    field = '';
    wasQuoted = false;
  }

  for (let index = 0; index < source.length; index++) {
    const character = source[index];
    if (isQuoted) {
      if (character === '"' && source[index + 1] === '"') {
        field += '"';
        index++;
      } else if (character === '"') {
        isQuoted = false;
      } else {
        if (character === '\n') {
          line++;
        }
        field += character;
      }
    } else if (character === '"' && field.trim() === '') {
      isQuoted = true;
      wasQuoted = true;
      field = '';
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && source[index + 1] === '\n') {
        index++;
      }
      endRecord();
      line++;
      firstLine = line;
    } else if (delimiter === ' ' ? character === ' ' || character === '\t' : character === delimiter) {
      if (delimiter !== ' ' || field !== '' || wasQuoted) {
        endField();
      }
    } else if (!wasQuoted) {
      field += character;
    }
  }
  endRecord();
  return records;
}

/**
 * The delimiter of a text: of ; tab | and comma the one that cuts the first lines into the most fields, equally many in
 * two lines of three; blanks when none cuts them at all.
 */
export function detectDelimiter(text: string): Delimiter {
  const sample = text.split(/\r\n|\n|\r/, SAMPLE_LINES).join('\n');
  let best: Delimiter = ' ';
  let most = 1;
  for (const mark of MARKS) {
    const counts = parseDelimited(sample, mark).map((record) => record.fields.length);
    const sorted = [...counts].sort((left, right) => left - right);
    const usual = sorted[Math.floor(sorted.length / 2)] ?? 0;
    const isRegular = counts.filter((count) => count === usual).length >= (2 / 3) * counts.length;
    if (isRegular && usual > most) {
      best = mark;
      most = usual;
    }
  }
  return best;
}
