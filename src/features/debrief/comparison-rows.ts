import type { GameScore } from '../../worker/protocol.ts';

export type ComparisonRow = {
  /** A policy's id, or `you`. */
  readonly plan: string;
  readonly firmValue: number;
  readonly discountedCash: number;
  readonly closingEquity: number;
  readonly index: number;
};

/** The player among the benchmark policies, best first; of equals, the player. */
export function comparisonRows(score: GameScore): readonly ComparisonRow[] {
  const you: ComparisonRow = {
    plan: 'you',
    firmValue: score.firmValue,
    discountedCash: score.discountedCash,
    closingEquity: score.closingEquity,
    index: score.index,
  };
  const others = score.benchmarks.map(({ policy, firmValue, discountedCash, closingEquity, index }) => ({
    plan: policy,
    firmValue,
    discountedCash,
    closingEquity,
    index,
  }));
  return [you, ...others].sort((a, b) => b.firmValue - a.firmValue);
}

/** How many of the benchmark policies the player did better than. */
export function plansBeaten(score: GameScore): number {
  return score.benchmarks.filter(({ firmValue }) => firmValue < score.firmValue).length;
}

/** Firm value beyond the shadow firm's, cents; negative when behind. Null without a shadow firm among the benchmarks. */
export function gapToShadow(score: GameScore): number | null {
  const shadow = score.benchmarks.find(({ policy }) => policy === 'status-quo');
  return shadow ? score.firmValue - shadow.firmValue : null;
}

export type TruePathRow = { readonly x: string } & Readonly<Record<string, string | number>>;

/** What can be followed quarter by quarter. */
export const PATH_MEASURES = ['firmValueByRound', 'discountedCashByRound', 'equityByRound'] as const;

export type PathMeasure = (typeof PATH_MEASURES)[number];

/** True values at the start (0) and after each quarter, one column a plan. */
export function truePathRows(score: GameScore, measure: PathMeasure = 'firmValueByRound'): readonly TruePathRow[] {
  return score[measure].map((value, round) => ({
    x: String(round),
    ...Object.fromEntries(score.benchmarks.map((benchmark) => [benchmark.policy, benchmark[measure][round]])),
    you: value,
  }));
}

export type StandingFinding = {
  readonly standing: 'ahead' | 'behind' | 'level';
  /** The quarter, from 1, since which it has been so. */
  readonly since: number;
};

/** Whether the player ended ahead of the shadow firm, and since when without a break. */
export function standingFinding(score: GameScore): StandingFinding {
  const shadow = score.benchmarks.find(({ policy }) => policy === 'status-quo')?.firmValueByRound ?? [];
  const signs = score.firmValueByRound.map((value, round) => Math.sign(value - (shadow[round] ?? value)));
  const end = signs[signs.length - 1] ?? 0;
  const since = signs.findLastIndex((sign) => sign !== end) + 1;
  return { standing: end > 0 ? 'ahead' : end < 0 ? 'behind' : 'level', since: Math.max(1, since) };
}
