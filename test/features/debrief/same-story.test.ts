import { expect, it } from 'vitest';
import type { FoundText } from '../../../src/features/debrief/finding-text.ts';
import { isSameStory } from '../../../src/features/debrief/same-story.ts';

const found = (...texts: string[]): readonly FoundText[] =>
  texts.map((text) => ({ id: 'result/index' as FoundText['id'], text }));

it('is the same story when what was found is put into the same words again', () => {
  const score = {};
  expect(isSameStory({ score, findings: found('a', 'b') }, { score, findings: found('a', 'b') })).toBe(true);
  expect(isSameStory({ score, findings: found('a') }, { score, findings: found('a', 'b') })).toBe(false);
  expect(isSameStory({ score, findings: found('a', 'b') }, { score, findings: found('a', 'c') })).toBe(false);
  expect(isSameStory({ score, findings: found('a') }, { score: {}, findings: found('a') })).toBe(false);
});
