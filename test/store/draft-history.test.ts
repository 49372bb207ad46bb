import { fc, test } from '@fast-check/vitest';
import { describe, expect, test as plainTest } from 'vitest';
import type { Decision } from '../../src/engine/index.ts';
import {
  type DraftHistory,
  sameDecision,
  withEdit,
  withGestureEnd,
  withRedo,
  withUndo,
} from '../../src/store/draft-history.ts';
import { EMPTY_DECISION } from '../../src/store/presets.ts';

function draftWith(cents: number): Decision {
  return { ...EMPTY_DECISION, retention: { ...EMPTY_DECISION.retention, gold: cents } };
}
const fresh: DraftHistory = { draft: EMPTY_DECISION, undo: [], redo: [] };

/** Twelve amounts, so that edits often repeat. */
const edits = fc.array(fc.nat(11), { maxLength: 40 });

describe('undo and redo of the draft', () => {
  test.prop([edits])('undoing everything leads back to the beginning, redoing everything to the end', (amounts) => {
    const edited = amounts.reduce((history, amount) => withEdit(history, draftWith(amount), false), fresh);
    let history = edited;
    for (let i = 0; i <= amounts.length; i++) history = withUndo(history);
    expect(history.draft).toEqual(EMPTY_DECISION);
    expect(history.undo).toHaveLength(0);
    for (let i = 0; i <= amounts.length; i++) history = withRedo(history);
    expect(history).toEqual(edited);
  });

  test.prop([fc.array(fc.oneof(fc.nat(11), fc.constantFrom('undo' as const, 'redo' as const)), { maxLength: 60 })])(
    'any sequence agrees with a plain list of drafts and a place in it',
    (steps) => {
      let history = fresh;
      let list = [EMPTY_DECISION];
      let at = 0;
      for (const step of steps) {
        if (step === 'undo') {
          history = withUndo(history);
          at = Math.max(0, at - 1);
        } else if (step === 'redo') {
          history = withRedo(history);
          at = Math.min(list.length - 1, at + 1);
        } else {
          history = withEdit(history, draftWith(step), false);
          if (!sameDecision(list[at], draftWith(step))) list = [...list.slice(0, at + 1), draftWith(step)];
          at = sameDecision(list[at], draftWith(step)) ? at : list.length - 1;
        }
        expect(history.draft).toEqual(list[at]);
        expect(history.undo).toHaveLength(at);
        expect(history.redo).toHaveLength(list.length - 1 - at);
      }
    },
  );

  test.prop([fc.nat(11), fc.array(fc.nat(11), { minLength: 1, maxLength: 30 })])(
    'a drag is one step, and none when it ends where it began',
    (start, amounts) => {
      const before = withEdit(fresh, draftWith(start), false);
      let history = before;
      let begun = false;
      for (const amount of amounts) {
        const next = withEdit(history, draftWith(amount), begun);
        begun ||= next !== history;
        history = next;
      }
      history = withGestureEnd(history);
      expect(history.draft).toEqual(draftWith(amounts.at(-1) ?? 0));
      if (amounts.at(-1) === start) expect(history.undo).toEqual(before.undo);
      else expect(withUndo(history).draft).toEqual(before.draft);
    },
  );

  plainTest('a draft with a cell that is no number can be edited and undone like any other', () => {
    const broken = withEdit(fresh, draftWith(Number.NaN), false);
    expect(withEdit(broken, draftWith(Number.NaN), false)).toBe(broken);
    expect(withUndo(broken).draft).toEqual(EMPTY_DECISION);
  });

  plainTest('only the last 200 steps are kept', () => {
    let history = fresh;
    for (let i = 1; i <= 500; i++) history = withEdit(history, draftWith(i), false);
    expect(history.undo).toHaveLength(200);
    expect(history.undo[0]).toEqual(draftWith(300));
  });
});
