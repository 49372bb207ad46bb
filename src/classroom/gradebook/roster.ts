import { type DelimitedText, parseDelimited } from '../delimited-text.ts';
import { plainText } from '../plain-text.ts';
import type { LmsKind } from '../submission.ts';

/** A table of people: a roster, or the grade file that an LMS gives out, kept so that it can be written back as it was. */
export type Roster = {
  readonly kind: LmsKind | 'table';
  readonly header: readonly string[];
  readonly people: readonly RosterPerson[];
  /** Columns that may take the grade, by place in the header; the likeliest first. */
  readonly gradeColumns: readonly number[];
};

export type RosterPerson = {
  /** 0-based place among the rows below the header. */
  readonly row: number;
  readonly name: string;
  /** Everything they may be known by, as the columns have it: user id, participant number, username, email. */
  readonly keys: readonly string[];
};

const MOST_ROWS = 20_000;
const LONGEST_NAME = 120;

/** Columns by what they are called, in English as the LMSs write them and in the words that people choose. */
const COLUMNS = {
  canvasSection: /^section$/i,
  moodleIdentifier: /^identifier$/i,
  brightspaceId: /^orgdefinedid$/i,
  last: /^(last ?name|surname|family ?name)$/i,
  first: /^(first ?name|given ?name)s?$/i,
  full: /^(student|full ?name|name|student ?name|team|group)$/i,
  key: /^(id|sis ?(user|login|integration) ?id|user ?name|user ?id|login|identifier|orgdefinedid|student ?(id|number)|id ?number|participant|e-?mail.*|alias)$/i,
  grade: /^(grade|points|score|mark)s?$/i,
  canvasAssignment: /\(\d+\)\s*$/,
  blackboardGrade: /\[total pts:|\|\d+\s*$/i,
  brightspaceGrade: /<(numeric|text|passfail|selectbox)/i,
} as const;
/** Canvas has a row of these below its header, and columns that it works out for itself. */
const NOT_A_PERSON = /^\s*points possible/i;
const READ_ONLY = /\(read only\)|^(current|final|unposted) (score|grade|points)|(current|final) (score|grade|points)$/i;

/** The people of a table, and which columns could take a grade; null where it is no table with people. */
export function readRoster(text: string): Roster | null {
  const table = parseDelimited(text, MOST_ROWS);
  if (!table || table.rows.length < 2) return null;
  const header = headerOf(table);
  const kind = kindOf(header);
  const keyColumns = columnsLike(header, COLUMNS.key);
  const name = nameReader(header);
  if (keyColumns.length === 0 && name === null) return null;
  const people = table.rows.slice(1).flatMap((fields, row): readonly RosterPerson[] => {
    const values = fields.map(({ value }) => value);
    if (NOT_A_PERSON.test(values[0] ?? '')) return [];
    const keys = keyColumns.flatMap((column) => keysIn(kind, values[column] ?? ''));
    const called = plainText(name?.(values) ?? keys[0] ?? '', LONGEST_NAME);
    return called === '' && keys.length === 0 ? [] : [{ row, name: called, keys }];
  });
  return people.length === 0 ? null : { kind, header, people, gradeColumns: gradeColumnsOf(kind, header) };
}

export function headerOf({ rows }: DelimitedText): readonly string[] {
  return rows[0].map(({ value }) => value.trim());
}

function kindOf(header: readonly string[]): Roster['kind'] {
  const has = (pattern: RegExp) => columnsLike(header, pattern).length > 0;
  if (has(COLUMNS.moodleIdentifier) && has(/^grade$/i)) return 'moodle';
  if (has(COLUMNS.brightspaceId) || has(/^end-of-line indicator$/i)) return 'brightspace';
  if (has(/^student$/i) && has(/^id$/i) && has(COLUMNS.canvasSection)) return 'canvas';
  if (has(/^user ?name$/i) && has(COLUMNS.last) && has(COLUMNS.first)) return 'blackboard';
  return 'table';
}

function columnsLike(header: readonly string[], pattern: RegExp): number[] {
  return header.flatMap((title, column) => (pattern.test(title) ? [column] : []));
}

/** Moodle writes `Participant 2`; Brightspace puts a `#` before ids and usernames. */
function keysIn(kind: Roster['kind'], value: string): readonly string[] {
  const plain = value.trim().slice(0, LONGEST_NAME);
  if (plain === '') return [];
  const number = kind === 'moodle' ? /(\d+)\s*$/.exec(plain) : null;
  if (number) return [number[1]];
  return [kind === 'brightspace' ? plain.replace(/^#/, '') : plain];
}

function nameReader(header: readonly string[]): ((values: readonly string[]) => string) | null {
  const [first] = columnsLike(header, COLUMNS.first);
  const [last] = columnsLike(header, COLUMNS.last);
  if (first !== undefined && last !== undefined) return (values) => `${values[first] ?? ''} ${values[last] ?? ''}`;
  const [full] = columnsLike(header, COLUMNS.full);
  return full === undefined ? null : (values) => values[full] ?? '';
}

function gradeColumnsOf(kind: Roster['kind'], header: readonly string[]): readonly number[] {
  const writable = (pattern: RegExp) =>
    columnsLike(header, pattern).filter((column) => !READ_ONLY.test(header[column]));
  if (kind === 'canvas') return writable(COLUMNS.canvasAssignment);
  if (kind === 'moodle') return writable(/^grade$/i);
  if (kind === 'blackboard') return writable(COLUMNS.blackboardGrade);
  if (kind === 'brightspace') return writable(COLUMNS.brightspaceGrade);
  const named = writable(COLUMNS.grade);
  const others = header.map((_, column) => column).filter((column) => !named.includes(column));
  return [
    ...named,
    ...others.filter((column) => !COLUMNS.key.test(header[column]) && !COLUMNS.full.test(header[column])),
  ];
}
