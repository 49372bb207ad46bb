import { parseDelimited, replaceFields, textField } from '../delimited-text.ts';
import type { Submission } from '../submission.ts';
import type { GradebookRow } from './join-roster.ts';

const MOST_ROWS = 20_000;

/**
 * The LMS's own table with one column filled in: header, order, delimiter, byte order mark, quotation marks and all other cells stay as they
 * were, to the byte. Who has no grade keeps what stood there: a blank over a grade would be a change.
 *
 * @param column place in the header; RangeError where there is none
 * @param rows as `joinRoster` gave them for the same text
 */
export function fillGrades(text: string, column: number, rows: readonly GradebookRow[]): string {
  const table = parseDelimited(text, MOST_ROWS);
  if (!table || !(column >= 0 && column < table.rows[0].length))
    throw new RangeError(`fillGrades: no column ${column}`);
  const body = table.rows.slice(1);
  const hasCommas = body.some((fields) => /^\d+,\d+$/.test(fields[column]?.value.trim() ?? ''));
  const changes = rows.flatMap(({ person, grade }) => {
    const points = grade?.points ?? null;
    if (!person || points === null) return [];
    const fields = body[person.row];
    const written = gradeField(points, table.delimiter, hasCommas);
    const field = fields[column];
    if (field) return [{ field, by: written }];
    // A row that ends before the column: the fields between are empty.
    const end = fields[fields.length - 1].to;
    const missing = table.delimiter.repeat(column - fields.length + 1);
    return [{ field: { value: '', from: end, to: end }, by: missing + written }];
  });
  return replaceFields(text, changes);
}

function gradeField(points: number, delimiter: string, hasCommas: boolean): string {
  return textField(hasCommas ? String(points).replace('.', ',') : String(points), delimiter);
}

/** The least that Canvas takes in: who has no grade is left out. `id`: the assignment's number in Canvas. */
export function canvasMinimum(
  rows: readonly GradebookRow[],
  submissions: readonly Pick<Submission, 'lms'>[],
  assignment: { readonly name: string; readonly id: string },
): string {
  const title = `${assignment.name} (${assignment.id})`;
  const lines = graded(rows, submissions, 'canvas').map(({ key, name, points }) => [name, key, '', points]);
  return csv([['Student', 'ID', 'Section', title], ...lines]);
}

/** The least that Moodle's grading worksheet takes in: who has no grade is left out. */
export function moodleMinimum(rows: readonly GradebookRow[], submissions: readonly Pick<Submission, 'lms'>[]): string {
  const lines = graded(rows, submissions, 'moodle').map(({ key, points }) => [`Participant ${key}`, points, '', '']);
  return csv([['Identifier', 'Grade', 'Last modified (grade)', 'Feedback comments'], ...lines]);
}

function graded(
  rows: readonly GradebookRow[],
  submissions: readonly Pick<Submission, 'lms'>[],
  lms: 'canvas' | 'moodle',
) {
  return rows.flatMap(({ person, submission, grade }) => {
    const points = grade?.points ?? null;
    const name = submission === null ? null : submissions[submission].lms;
    const key = name?.lms === lms ? name.key : person?.keys[0];
    if (points === null || key === undefined) return [];
    return [{ key, name: person?.name ?? name?.displayName ?? '', points: String(points) }];
  });
}

function csv(lines: readonly (readonly string[])[]): string {
  return lines.map((fields) => `${fields.map((field) => textField(field)).join(',')}\r\n`).join('');
}
