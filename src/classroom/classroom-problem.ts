/** Why something that came from outside could not be read: expected failures, as values. Words live in `content/`. */
export const CLASSROOM_CODES = [
  // Text codes: join codes, hand-in codes, catch-up codes.
  /** There is no code in the text. */
  'code/none',
  /** A code, but of another kind: a hand-in where a join code is wanted, say. `text`: what it is. */
  'code/other-kind',
  /** Written by a newer version of the game. `version`. */
  'code/newer',
  /** The end is missing. `value`: symbols there are, `limit`: symbols there should be. */
  'code/cut-off',
  /** `line`: the 1-based line near which it is damaged, where that can be told. */
  'code/damaged',
  'code/too-long',
  // Class settings.
  'class/not-settings',
  'class/newer-format',
  'class/damaged',
  'class/older-engine',
  'class/newer-engine',
  'class/unknown-scenario',
  'class/other-scenario',
  /** The file is of an instructor, with the secret of the round keys. */
  'class/not-an-instructor-file',
  // Round keys.
  /** Not nine symbols of the alphabet. `value`: how many there are. */
  'key/length',
  /** A symbol that no key has. `text`. */
  'key/symbol',
  /** The check symbol does not fit: a typing error. */
  'key/mistyped',
  /** A key, but not that of this class and round. */
  'key/wrong',
  /** The class has no keys. */
  'key/none-wanted',
  // Hand-ins.
  'hand-in/not-a-hand-in',
  'hand-in/newer-format',
  /** `where`: the path of the first field that is wrong. */
  'hand-in/damaged',
  'hand-in/too-large',
] as const;

export type ClassroomCode = (typeof CLASSROOM_CODES)[number];

/** What the words of a code may need. */
export type ProblemDetail = {
  readonly value?: number;
  readonly limit?: number;
  readonly line?: number;
  readonly version?: number;
  /** A path of fields, such as `decisions.3.retention.gold`. */
  readonly where?: string;
  /** Untrusted text, short. */
  readonly text?: string;
};

export type ClassroomProblem = { readonly ok: false; readonly code: ClassroomCode } & ProblemDetail;

export type ClassroomResult<T> = { readonly ok: true; readonly value: T } | ClassroomProblem;

export function read<T>(value: T): ClassroomResult<T> {
  return { ok: true, value };
}

export function problem(code: ClassroomCode, detail: ProblemDetail = {}): ClassroomProblem {
  return { ok: false, code, ...detail };
}
