import { type Decision, LEVERS, TIERS } from '../engine/index.ts';

/** The draft with what can be undone (oldest first) and redone (next one last). */
export type DraftHistory = {
  readonly draft: Decision;
  readonly undo: readonly Decision[];
  readonly redo: readonly Decision[];
};

/** Steps of undo that are kept. */
const MOST_STEPS = 200;

/**
 * The history after an edit. An edit that changes nothing leaves it as it is; any other forgets what could be redone.
 *
 * @param continues the edit belongs to the same gesture as the last one: it takes no step of its own
 */
export function withEdit(history: DraftHistory, draft: Decision, continues: boolean): DraftHistory {
  if (sameDecision(history.draft, draft)) return history;
  if (continues) return { draft, undo: history.undo, redo: [] };
  return { draft, undo: [...history.undo, history.draft].slice(-MOST_STEPS), redo: [] };
}

/** The history when a gesture is over: one that came back to where it began is no step. */
export function withGestureEnd(history: DraftHistory): DraftHistory {
  const before = history.undo.at(-1);
  return before && sameDecision(before, history.draft) ? { ...history, undo: history.undo.slice(0, -1) } : history;
}

export function withUndo(history: DraftHistory): DraftHistory {
  const before = history.undo.at(-1);
  if (!before) return history;
  return { draft: before, undo: history.undo.slice(0, -1), redo: [...history.redo, history.draft] };
}

export function withRedo(history: DraftHistory): DraftHistory {
  const after = history.redo.at(-1);
  if (!after) return history;
  return { draft: after, undo: [...history.undo, history.draft], redo: history.redo.slice(0, -1) };
}

/** Whether two decisions are the same in every cell; a cell that is no number equals another such. */
export function sameDecision(a: Decision, b: Decision): boolean {
  return (
    a.insight === b.insight && LEVERS.every((lever) => TIERS.every((tier) => Object.is(a[lever][tier], b[lever][tier])))
  );
}
