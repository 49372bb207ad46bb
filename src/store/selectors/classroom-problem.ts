import type { ClassroomCode, ClassroomProblem } from '../../classroom/classroom-problem.ts';

/** Which text tells of a problem, and what stands in it; untrusted text is cut short. */
export function problemMessage({ code, value, limit, line, version, where, text }: ClassroomProblem): {
  readonly id: ClassroomCode | 'code/damaged-line';
  readonly values: Readonly<Record<string, string | number>>;
} {
  return {
    id: code === 'code/damaged' && line !== undefined ? 'code/damaged-line' : code,
    values: {
      value: value ?? 0,
      limit: limit ?? 0,
      line: line ?? 0,
      version: version ?? 0,
      where: (where ?? '–').slice(0, 80),
      text: (text ?? '–').slice(0, 40),
    },
  };
}
