import type { Cents, LuckBand, ScoreBand } from '../engine/index.ts';

/** How a game that was not played to its end counts. */
export const UNFINISHED_RULES = ['listed-apart', 'as-it-stands'] as const;
export type UnfinishedRule = (typeof UNFINISHED_RULES)[number];

/** One line of the standings. Always of the replayed value. */
export type Standing = {
  readonly submission: number;
  readonly alias: string;
  /** 1-based, equal for equal values (1, 2, 2, 4); null for unfinished games listed apart. */
  readonly place: number | null;
  readonly isTied: boolean;
  readonly firmValue: Cents;
  /** 100 × firm value / that of the status quo with as many rounds. */
  readonly index: number;
  readonly band: ScoreBand;
  readonly roundsPlayed: number;
  readonly isVerified: boolean;
  /** Of the same plan in other futures, in index points; null until it was asked for. */
  readonly luck: LuckBand | null;
};
