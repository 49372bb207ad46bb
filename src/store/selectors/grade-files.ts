import { canvasMinimum, fillGrades, moodleMinimum } from '../../classroom/gradebook/write-grades.ts';
import { type GradingRule, USUAL_RULE, usualBandPoints } from '../../classroom/grading-rule.ts';
import type { ClassSession } from '../teach/teach-state.ts';

export type GradeFile = { readonly fileName: string; readonly text: string };

/** The LMS's own file with a column filled in; null without a roster. */
export function filledGradeFile({ rosterText, roster, rows }: ClassSession, column: number): GradeFile | null {
  if (rosterText === null || !roster || !(column >= 0 && column < roster.header.length)) return null;
  return { fileName: 'grades.csv', text: fillGrades(rosterText, column, rows) };
}

export function canvasGradeFile(
  { rows, collection }: ClassSession,
  assignment: { readonly name: string; readonly id: string },
): GradeFile {
  return { fileName: 'grades-canvas.csv', text: canvasMinimum(rows, collection.submissions, assignment) };
}

export function moodleGradeFile({ rows, collection }: ClassSession): GradeFile {
  return { fileName: 'grades-moodle.csv', text: moodleMinimum(rows, collection.submissions) };
}

/** A scale of another kind, with the usual numbers. */
export function scaleOfKind(kind: GradingRule['scale']['kind'], highest: number): GradingRule['scale'] {
  switch (kind) {
    case 'rank':
      return { kind, lowest: highest / 2 };
    case 'share-of-benchmark':
      return USUAL_RULE.scale.kind === kind ? USUAL_RULE.scale : { kind, zeroAt: 0, fullAt: 100 };
    case 'banded':
      return { kind, points: usualBandPoints(highest) };
    case 'completion':
      return { kind };
  }
}
