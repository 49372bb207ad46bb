import { aliasKey } from '../collect/superseded.ts';
import type { Grade } from '../grading-rule.ts';
import type { Submission } from '../submission.ts';
import type { Roster, RosterPerson } from './roster.ts';

/** How a person and a hand-in were brought together. */
export const JOINED_BY = ['by-hand', 'key', 'table-key', 'display-name', 'alias'] as const;
export type JoinedBy = (typeof JOINED_BY)[number];

/** One line of the gradebook: every person on the roster, and every hand-in that belongs to none. */
export type GradebookRow = {
  readonly person: RosterPerson | null;
  readonly submission: number | null;
  readonly joinedBy: JoinedBy | null;
  /** Submissions that could be theirs, where more than one could, or where others could be meant by the same name: to be decided by hand. */
  readonly candidates: readonly number[];
  readonly grade: Grade | null;
};

/** Decisions of the instructor: row of the roster → submission, or null for none of them. */
export type HandJoins = ReadonlyMap<number, number | null>;

/**
 * Brings people and hand-ins together: what was decided by hand first; then the LMS's key, the key beside a code in a table, the name that
 * the LMS shows, the alias. A name joins only where it means one person and one hand-in; otherwise the candidates are listed.
 *
 * @param counting those that count, see `findSuperseded`
 */
export function joinRoster(
  roster: Roster | null,
  counting: readonly Submission[],
  grades: readonly Grade[],
  byHand: HandJoins,
): readonly GradebookRow[] {
  const gradeOf = new Map(grades.map((grade) => [grade.submission, grade]));
  const people = roster?.people ?? [];
  const joined = new Map<number, { readonly submission: number; readonly by: JoinedBy }>();
  const taken = new Set<number>();
  const indices = new Set(counting.map(({ index }) => index));
  for (const [row, submission] of byHand) {
    if (submission === null || !indices.has(submission) || taken.has(submission)) continue;
    joined.set(row, { submission, by: 'by-hand' });
    taken.add(submission);
  }
  const candidates = new Map<number, number[]>();
  for (const step of STEPS) {
    const free = people.filter(({ row }) => !joined.has(row) && !byHand.has(row));
    const open = counting.filter(({ index }) => !taken.has(index));
    const byKey = grouped(open, step.ofSubmission);
    const peopleByKey = grouped(free, step.ofPerson);
    for (const [key, those] of peopleByKey) {
      const found = byKey.get(key);
      if (!found) continue;
      if (those.length === 1 && found.length === 1 && !joined.has(those[0].row) && !taken.has(found[0].index)) {
        joined.set(those[0].row, { submission: found[0].index, by: step.by });
        taken.add(found[0].index);
        continue;
      }
      for (const { row } of those) {
        const listed = candidates.get(row) ?? [];
        candidates.set(row, [...new Set([...listed, ...found.map(({ index }) => index)])]);
      }
    }
  }
  const rows = people.map((person): GradebookRow => {
    const found = joined.get(person.row);
    const open = (candidates.get(person.row) ?? []).filter((index) => !taken.has(index));
    return {
      person,
      submission: found?.submission ?? null,
      joinedBy: found?.by ?? null,
      candidates: found ? [] : open,
      grade: found ? (gradeOf.get(found.submission) ?? null) : null,
    };
  });
  const left = counting.filter(({ index }) => !taken.has(index));
  return [
    ...rows,
    ...left.map(({ index }) => ({
      person: null,
      submission: index,
      joinedBy: null,
      candidates: [],
      grade: gradeOf.get(index) ?? null,
    })),
  ];
}

type Step = {
  readonly by: JoinedBy;
  readonly ofSubmission: (submission: Submission) => readonly string[];
  readonly ofPerson: (person: RosterPerson) => readonly string[];
};

const STEPS: readonly Step[] = [
  {
    by: 'key',
    ofSubmission: ({ lms }) => (lms && lms.lms !== 'brightspace' ? [aliasKey(lms.key)] : []),
    ofPerson: ({ keys }) => keys.map(aliasKey),
  },
  {
    by: 'table-key',
    ofSubmission: ({ tableKey }) => (tableKey === null ? [] : [aliasKey(tableKey)]),
    ofPerson: ({ keys }) => keys.map(aliasKey),
  },
  {
    by: 'display-name',
    ofSubmission: ({ lms }) => (lms?.displayName ? namesOf(lms.displayName) : []),
    ofPerson: ({ name }) => namesOf(name),
  },
  {
    by: 'alias',
    ofSubmission: ({ handIn }) => namesOf(handIn.alias),
    ofPerson: ({ name, keys }) => [name, ...keys].flatMap(namesOf),
  },
];

/** A name without case, accents and marks, in every rotation of its words: `Smith, Bob` is `Bob Smith`, and Canvas's `smithbob`. */
function namesOf(name: string): readonly string[] {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
  return words.map((_, from) => [...words.slice(from), ...words.slice(0, from)].join(''));
}

const MOST_WORDS = 6;

function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      if (key === '') continue;
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
