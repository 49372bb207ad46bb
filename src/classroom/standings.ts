import { type Cents, type LuckBand, type ScoreBand, scoreBand } from '../engine/index.ts';
import type { Submission } from './submission.ts';
import type { Verification } from './verification.ts';

/** How a game that was not played to its end counts: apart, without a place, or by what it was worth when it ended. */
export const UNFINISHED_RULES = ['listed-apart', 'as-it-stands'] as const;
export type UnfinishedRule = (typeof UNFINISHED_RULES)[number];

/** One line of the standings. Always of the replayed value. */
export type Standing = {
  readonly submission: number;
  readonly alias: string;
  /** 1-based, equal for equal values (1, 2, 2, 4); null for those listed apart. */
  readonly place: number | null;
  readonly isTied: boolean;
  readonly firmValue: Cents;
  /** 100 × firm value / that of the status quo after as many rounds. */
  readonly index: number;
  readonly band: ScoreBand;
  readonly roundsPlayed: number;
  /** A hand-in that differs is listed apart, at what its decisions are really worth. */
  readonly isVerified: boolean;
  /** Of the same plan in other futures, in index points; null until it was asked for. */
  readonly luck: LuckBand | null;
};

/** What standings are measured by: true firm value of the status quo at the start and after each round. */
export type ShadowPath = readonly Cents[];

/**
 * The standings: those with a place first, best first, ties together and by alias; then those listed apart in the same order.
 *
 * @param verifications by submission; null for one that does not count
 */
export function standingsOf(
  submissions: readonly Submission[],
  verifications: readonly (Verification | null)[],
  shadow: ShadowPath,
  unfinished: UnfinishedRule,
): readonly Standing[] {
  const lines = submissions.flatMap(({ index, handIn }) => {
    const verification = verifications[index];
    const game = verification && gameIn(verification);
    if (!verification || !game || game.rounds.length === 0) return [];
    const indexPoints = (100 * game.firmValue) / shadow[Math.min(game.rounds.length, shadow.length - 1)];
    const isVerified = verification.kind === 'verified';
    const hasPlace = isVerified && (game.isComplete || unfinished === 'as-it-stands');
    return [
      {
        submission: index,
        alias: handIn.alias,
        hasPlace,
        firmValue: game.firmValue,
        index: indexPoints,
        band: scoreBand(indexPoints),
        roundsPlayed: game.rounds.length,
        isVerified,
        luck: null,
      },
    ];
  });
  const order = new Intl.Collator('en', { numeric: true });
  // Unfinished games are worth other things: they are compared by their index, which is against as many rounds.
  lines.sort(
    (a, b) =>
      Number(b.hasPlace) - Number(a.hasPlace) ||
      b.index - a.index ||
      order.compare(a.alias, b.alias) ||
      a.submission - b.submission,
  );
  const placed = lines.filter(({ hasPlace }) => hasPlace);
  const firstPlace = new Map<number, number>();
  const equals = new Map<number, number>();
  for (const [above, { index }] of placed.entries()) {
    if (!firstPlace.has(index)) firstPlace.set(index, above + 1);
    equals.set(index, (equals.get(index) ?? 0) + 1);
  }
  return lines.map(({ hasPlace, ...line }) => ({
    ...line,
    place: hasPlace ? (firstPlace.get(line.index) ?? null) : null,
    isTied: hasPlace && (equals.get(line.index) ?? 0) > 1,
  }));
}

/** The replayed game of a verification; null where there is none. */
export function gameIn<Game>(verification: Verification<Game>): Game | null {
  return verification.kind === 'verified' || verification.kind === 'differs' ? verification.game : null;
}
