import type { DebriefPart, GameState } from '../../store/state.ts';
import type { FoundByChapter, FoundText } from './finding-text.ts';

/**
 * Whether a chapter would tell the same: how far the work on the debrief has come is told by `DebriefPart`s of their own, and changes nothing in the
 * chapters that only show what is there.
 */
export function isSameStory<Props extends object>(before: Props, after: Props): boolean {
  return (Object.keys(after) as (keyof Props)[]).every((key) => {
    if (key === 'game') return isSameGame(gameIn(before), gameIn(after));
    // They are put into words anew whenever a part of the debrief comes.
    if (key === 'findings') return isSameText(findingsIn(before), findingsIn(after));
    return Object.is(before[key], after[key]);
  });
}

const gameIn = (props: object) => (props as { readonly game: GameState }).game;
const findingsIn = (props: object) =>
  Object.values((props as { readonly findings: readonly FoundText[] | FoundByChapter }).findings).flat();

function isSameText(before: readonly FoundText[], after: readonly FoundText[]): boolean {
  return before.length === after.length && before.every(({ text }, index) => text === after[index].text);
}

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
