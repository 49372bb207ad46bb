import type { Cents, Decision, Refusal, RoundReport } from '../engine/index.ts';
import type { GameScore, ScenarioFacts } from '../worker/protocol.ts';

/** Everything the page knows. Written by the commands only. */
export type ClienteleState = {
  readonly savedGames: readonly SavedGameSummary[];
  /** `loading` until the device's storage was read once. */
  readonly savedGamesStatus: 'loading' | 'ready';
  readonly game: GameState | null;
  /** What went wrong lately and what can be done about it; words live in `content/` by code. */
  readonly notices: readonly Notice[];
};

export type SavedGameSummary = {
  readonly id: string;
  readonly scenarioId: string;
  readonly seed: string;
  readonly roundsPlayed: number;
  readonly rounds: number;
  /** ISO date and time. */
  readonly savedAt: string;
  /** Null when it can be continued; otherwise why not (damaged, another version). */
  readonly problem: NoticeCode | null;
};

export type GameState = {
  readonly id: string;
  readonly scenario: ScenarioFacts;
  readonly seed: string;
  readonly rounds: number;
  readonly status: 'opening' | 'deciding' | 'running' | 'scoring' | 'scored';
  /** 0 to 1 while opening, running or scoring. */
  readonly progress: number;
  /** Warm-up reports, oldest first. */
  readonly history: readonly RoundReport[];
  /** Rounds played, oldest first. */
  readonly reports: readonly RoundReport[];
  readonly digests: readonly string[];
  /** Budget of the round to be decided. */
  readonly budget: Cents;
  readonly draft: Decision;
  /** Drafts to go back to and forward to. */
  readonly undo: readonly Decision[];
  readonly redo: readonly Decision[];
  readonly refusals: readonly Refusal[];
  readonly score: GameScore | null;
  readonly saving: 'saved' | 'saving' | 'not-saved';
};

export const NOTICE_CODES = [
  'storage/unavailable',
  'storage/full',
  'storage/changed-elsewhere',
  'storage/failed',
  'save/damaged',
  'save/newer-format',
  'save/other-engine-version',
  'save/unknown-scenario',
  'save/does-not-replay',
  'file/not-a-run-log',
  'worker/failed',
] as const;

export type NoticeCode = (typeof NOTICE_CODES)[number];

export type Notice = {
  /** Unique, to dismiss it by. */
  readonly key: number;
  readonly code: NoticeCode;
  readonly gameId: string | null;
  /** For a report, never personal; not translated. */
  readonly detail?: string;
};
