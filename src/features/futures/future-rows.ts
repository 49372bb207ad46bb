import type { FigureName, InsightLevel, Lever } from '../../engine/index.ts';
import type { Future } from '../../store/commands.ts';
import { leverTotal } from '../../store/selectors/desk.ts';
import { quarterLabel } from '../../ui/quarter-label.ts';

/** Futures are called A, B, C … in the order given; there are never more of them than letters. */
export const MOST_FUTURES = 26;

export function letterOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

/** The last round that all futures have played; −1 when one has played none. */
export function lastCommonRound(futures: readonly Future[]): number {
  return Math.min(...futures.map(({ path }) => path.length)) - 2;
}

/** The first round in which two of the futures decided differently; null when none did. */
export function partingRound(futures: readonly Future[]): number | null {
  const most = Math.max(...futures.map(({ decisions }) => decisions.length));
  for (let round = 0; round < most; round++) {
    const decided = futures.flatMap(({ decisions }) => (decisions[round] ? [JSON.stringify(decisions[round])] : []));
    if (new Set(decided).size > 1) return round;
  }
  return null;
}

export type FutureRow = { readonly x: string } & Readonly<Record<string, string | number | null>>;

/** One figure quarter by quarter, a column for each future by its id; null where it has not come that far. */
export function futureRows(futures: readonly Future[], figure: FigureName): readonly FutureRow[] {
  const most = Math.max(...futures.map(({ path }) => path.length));
  return Array.from({ length: most }, (_, at) => ({
    x: quarterLabel(at - 1),
    ...Object.fromEntries(futures.map(({ id, path }) => [id, path[at]?.figures[figure] ?? null])),
  }));
}

/** The future's figure after a round. */
export function figureAfter({ path }: Future, round: number, figure: FigureName): number {
  return path[round + 1].figures[figure];
}

/** The insight level that a future's estimates rest on after a round: the one bought in it; the free one before the first. */
export function insightAfter({ decisions }: Future, round: number): InsightLevel {
  return decisions[round]?.insight ?? 0;
}

/** What a future spent on a lever up to and with a round, cents. */
export function spentOn({ decisions }: Future, lever: Lever, round: number): number {
  return decisions.slice(0, round + 1).reduce((sum, decision) => sum + leverTotal(decision, lever), 0);
}
