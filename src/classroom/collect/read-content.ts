import { readClassFile } from '../class-file.ts';
import type { ClassroomProblem, ClassroomResult } from '../classroom-problem.ts';
import { type DelimitedText, parseDelimited } from '../delimited-text.ts';
import type { HandIn } from '../hand-in.ts';
import { readHandInCode, readHandInFile } from '../hand-in-file.ts';
import type { FileReason } from '../submission.ts';
import { splitTextCodes } from '../text-code.ts';
import { decodeText, textOfDocument, textOfMarkup } from './document-text.ts';

/** What one file, or one row of a table, turned out to be. */
export type Found = { readonly row?: number } & (
  | { readonly kind: 'hand-in'; readonly source: 'file' | 'code'; readonly handIn: HandIn; readonly tableKey?: string }
  | {
      readonly kind: 'passed-over';
      readonly reason: FileReason;
      readonly problem?: ClassroomProblem;
      /** Of a roster. */
      readonly text?: string;
    }
);

const MOST_ROWS = 20_000;
const LONGEST_KEY = 200;
const TABLE = /\.(csv|tsv|tab)$/i;
const MARKUP = /\.(html?|xml)$/i;
const DOCUMENT = /\.(docx|odt)$/i;

/** Everything that is in a file: a hand-in, codes, a roster, or why there is nothing of use. Never empty. */
export function readContent(name: string, bytes: Uint8Array): readonly Found[] {
  if (DOCUMENT.test(name)) {
    const typed = textOfDocument(bytes);
    return typed === null ? [passedOver('file/other-format')] : readCodes(typed);
  }
  const text = decodeText(bytes);
  if (/^[\uFEFF\s]*[{[]/.test(text)) return [readJson(text)];
  if (TABLE.test(name)) return readTable(text);
  if (MARKUP.test(name) || /^[\uFEFF\s]*</.test(text)) return readCodes(textOfMarkup(text));
  if (text.slice(0, 1_000).includes('\u0000')) return [passedOver('file/other-format')];
  const codes = readCodes(text);
  // A roster may have any name.
  return codes.length === 1 && codes[0].kind === 'passed-over' && looksLikeRoster(text) ? readTable(text) : codes;
}

function readJson(text: string): Found {
  const handIn = readHandInFile(text);
  if (handIn.ok) return { kind: 'hand-in', source: 'file', handIn: handIn.value };
  if (handIn.code !== 'hand-in/not-a-hand-in') return passedOver('file/unreadable', handIn);
  if (/"format"\s*:\s*"clientele\/run"/.test(text.slice(0, 2_000))) return passedOver('file/run-log');
  if (readClassFile(text).ok) return passedOver('file/class-settings');
  // A hand-in that was cut off is no JSON any more, but still says what it was to be.
  if (/"format"\s*:\s*"clientele\/hand-in"/.test(text.slice(0, 2_000))) return passedOver('file/unreadable', handIn);
  return passedOver('file/other-format');
}

/** The codes of a text that people typed around. */
function readCodes(text: string): readonly Found[] {
  const pieces = splitTextCodes('hand-in', text);
  const found = pieces.map((piece) => foundCode(readHandInCode(piece)));
  return found.length > 0 ? found : [passedOver('file/no-code')];
}

function foundCode(handIn: ClassroomResult<HandIn>): Found {
  return handIn.ok ? { kind: 'hand-in', source: 'code', handIn: handIn.value } : passedOver('file/unreadable', handIn);
}

/** A table with codes in it, one a row, as forms give it out; else one of people. */
function readTable(text: string): readonly Found[] {
  const table = parseDelimited(text, MOST_ROWS);
  if (!table) return [passedOver('table/too-many-rows')];
  const codes = codesOf(table);
  if (codes.length > 0) return codes;
  return [looksLikeTable(table) ? { ...passedOver('file/roster'), text } : passedOver('file/no-code')];
}

function codesOf({ rows }: DelimitedText): readonly Found[] {
  return rows.flatMap((fields, index): readonly Found[] => {
    const place = fields.findIndex(({ value }) => splitTextCodes('hand-in', value).length > 0);
    if (place < 0) return [];
    const found = foundCode(readHandInCode(fields[place].value));
    const tableKey = keyBeside(fields.map(({ value }) => value).filter((_, at) => at !== place));
    return [{ ...found, row: index + 1, ...(tableKey ? { tableKey } : {}) }];
  });
}

/** What tells who a row is of: an email address, else a number of some length, else nothing. */
function keyBeside(values: readonly string[]): string | null {
  const trimmed = values.map((value) => value.trim().slice(0, LONGEST_KEY));
  const email = trimmed.find((value) => /^[^\s@]+@[^\s@]+$/.test(value));
  return email ?? trimmed.find((value) => /^\d{4,15}$/.test(value)) ?? null;
}

function looksLikeRoster(text: string): boolean {
  const table = parseDelimited(text.slice(0, 20_000), MOST_ROWS);
  return table !== null && looksLikeTable(table);
}

/** At least two columns in nearly every row, and a header without numbers. */
function looksLikeTable({ rows }: DelimitedText): boolean {
  if (rows.length < 2 || rows[0].length < 2) return false;
  const wide = rows.filter((fields) => fields.length >= 2).length;
  return wide >= 0.9 * rows.length && rows[0].every(({ value }) => !/^\d+$/.test(value.trim()));
}

function passedOver(reason: FileReason, problem?: ClassroomProblem): Extract<Found, { kind: 'passed-over' }> {
  return { kind: 'passed-over', reason, ...(problem ? { problem } : {}) };
}
