import type { DebriefPart, GameState } from '../../store/state.ts';

/**
 * Whether a chapter would tell the same: how far the work on the debrief has come is told by `DebriefPart`s of their own, and changes nothing in the
 * chapters that only show what is there.
 */
export function isSameStory<Props extends object>(before: Props, after: Props): boolean {
  return (Object.keys(after) as (keyof Props)[]).every((key) =>
    key === 'game' ? isSameGame(gameIn(before), gameIn(after)) : Object.is(before[key], after[key]),
  );
}

const gameIn = (props: object) => (props as { readonly game: GameState }).game;

function isSameGame(before: GameState, after: GameState): boolean {
  return (Object.keys(after) as (keyof GameState)[]).every((key) => {
    if (key !== 'debrief') return Object.is(before[key], after[key]);
    return (['reveal', 'choices', 'luck'] as const).every((part) =>
      isSamePart(before.debrief[part], after.debrief[part]),
    );
  });
}

function isSamePart(before: DebriefPart<unknown>, after: DebriefPart<unknown>): boolean {
  return before === after || (before.kind === 'working' && after.kind === 'working');
}
