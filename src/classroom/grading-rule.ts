import { SCORE_BANDS, type ScoreBand } from '../engine/index.ts';
import type { Standing } from './standings.ts';
import type { Submission } from './submission.ts';
import type { Verification } from './verification.ts';

/** How a result becomes a grade: the instructor's choice, shown with every grade. Points, `highest` being full marks. */
export type GradingRule = {
  readonly highest: number;
  /** Decimal places of a grade, 0 to 2. */
  readonly decimals: number;
  /** A hand-in of k of n rounds: the grade of its result × k/n, no grade at all, or as if it were whole. */
  readonly missedRounds: 'in-proportion' | 'left-out' | 'as-it-stands';
  readonly scale: GradingScale;
};

export type GradingScale =
  /** Linear in the place: the last gets `lowest` points, the first full marks; those who are tied, the same. */
  | { readonly kind: 'rank'; readonly lowest: number }
  /** Linear in the index: `zeroAt` and less gives 0, `fullAt` and more full marks (status quo = 100). */
  | { readonly kind: 'share-of-benchmark'; readonly zeroAt: number; readonly fullAt: number }
  /** Points by score band. */
  | { readonly kind: 'banded'; readonly points: Readonly<Record<ScoreBand, number>> }
  /** Full marks for handing in a game that verifies. */
  | { readonly kind: 'completion' };

/** Why someone has the grade they have, or none. Data for words. */
export type GradeReason =
  | { readonly kind: 'rank'; readonly place: number; readonly of: number }
  | { readonly kind: 'share-of-benchmark'; readonly index: number }
  | { readonly kind: 'banded'; readonly band: ScoreBand }
  | { readonly kind: 'completion' }
  | { readonly kind: 'not-verified'; readonly outcome: Verification['kind'] }
  | { readonly kind: 'unfinished'; readonly rounds: number; readonly of: number };

export type Grade = {
  readonly submission: number;
  /** Null: no grade is written, not a nought. */
  readonly points: number | null;
  readonly reason: GradeReason;
  /** k/n by which the points were multiplied; 1 for a whole game. */
  readonly proportion: number;
};

/** A rule to begin with: full marks for what an expert reaches (index 112), five in eight for the status quo, nothing at 80 and below. */
export const USUAL_RULE: GradingRule = {
  highest: 100,
  decimals: 1,
  missedRounds: 'in-proportion',
  scale: { kind: 'share-of-benchmark', zeroAt: 80, fullAt: 112 },
};

/** Points of the bands to begin with, worst first. */
export const USUAL_BAND_POINTS = [50, 60, 70, 80, 90, 100] as const;

/** Equal steps for the bands, out of so many points. */
export function usualBandPoints(highest: number): Readonly<Record<ScoreBand, number>> {
  const points = SCORE_BANDS.map((band, at) => [band, (highest * USUAL_BAND_POINTS[at]) / 100]);
  return Object.fromEntries(points) as Record<ScoreBand, number>;
}

/**
 * A grade, or the reason for none, for every hand-in that was replayed. Ranks are among verified games, unfinished ones by their index where
 * the rule counts them.
 *
 * @param standings with unfinished games `as-it-stands`, so that each has an index
 */
export function gradesOf(
  rule: GradingRule,
  submissions: readonly Submission[],
  verifications: readonly (Verification | null)[],
  standings: readonly Standing[],
  rounds: number,
): readonly Grade[] {
  const graded = standings.filter(
    (one) => one.isVerified && (one.roundsPlayed === rounds || rule.missedRounds !== 'left-out'),
  );
  const lines = new Map(graded.map((standing) => [standing.submission, standing]));
  const places = placesOf(graded);
  return submissions.flatMap(({ index }): readonly Grade[] => {
    const verification = verifications[index];
    if (!verification) return [];
    const none = { submission: index, points: null, proportion: 1 };
    if (verification.kind !== 'verified')
      return [{ ...none, reason: { kind: 'not-verified', outcome: verification.kind } }];
    const played = verification.game.rounds.length;
    const standing = lines.get(index);
    if (!standing) return [{ ...none, reason: { kind: 'unfinished', rounds: played, of: rounds } }];
    const proportion = rule.missedRounds === 'in-proportion' ? played / rounds : 1;
    const place = places.get(standing.index) ?? 1;
    const points = proportion * pointsOf(rule, standing, place, graded.length);
    return [
      {
        submission: index,
        points: rounded(points, rule.decimals),
        reason: reasonOf(rule, standing, place, graded.length),
        proportion,
      },
    ];
  });
}

function pointsOf({ highest, scale }: GradingRule, { index, band }: Standing, place: number, of: number): number {
  switch (scale.kind) {
    case 'rank':
      return of > 1 ? scale.lowest + ((highest - scale.lowest) * (of - place)) / (of - 1) : highest;
    case 'share-of-benchmark': {
      const share =
        scale.fullAt > scale.zeroAt
          ? (index - scale.zeroAt) / (scale.fullAt - scale.zeroAt)
          : Number(index >= scale.fullAt);
      return highest * Math.min(1, Math.max(0, share));
    }
    case 'banded':
      return scale.points[band];
    case 'completion':
      return highest;
  }
}

function reasonOf({ scale }: GradingRule, { index, band }: Standing, place: number, of: number): GradeReason {
  switch (scale.kind) {
    case 'rank':
      return { kind: 'rank', place, of };
    case 'share-of-benchmark':
      return { kind: 'share-of-benchmark', index };
    case 'banded':
      return { kind: 'banded', band };
    case 'completion':
      return { kind: 'completion' };
  }
}

/** 1-based place by index, the same for equal ones. */
function placesOf(standings: readonly Standing[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  const inOrder = standings.map(({ index }) => index).sort((a, b) => b - a);
  for (const [above, index] of inOrder.entries()) if (!places.has(index)) places.set(index, above + 1);
  return places;
}

/** Half up; never −0. */
function rounded(points: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor(points * scale + 0.5 + 1e-9) / scale + 0;
}
