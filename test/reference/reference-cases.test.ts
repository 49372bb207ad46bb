import { describe, expect, test } from 'vitest';
import { evaluateScienceCase } from '../../src/cli/evaluate-science-case.ts';
import { REFERENCE_CASES } from './read-reference.ts';

describe('reference values (mpmath, 50 to 60 digits; published sources where named)', () => {
  test('there are 500 of them', () => {
    expect(REFERENCE_CASES).toHaveLength(500);
  });

  for (const reference of REFERENCE_CASES) {
    test(`${reference.id}, ${reference.src ?? 'mpmath'}${reference.note ? ` (${reference.note})` : ''}`, () => {
      const { passed, got, expected, tolerance } = evaluateScienceCase(reference);
      expect(passed, `got ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}, ${tolerance}`).toBe(true);
    });
  }
});
