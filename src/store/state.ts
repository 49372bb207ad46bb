import type { Cents, Decision, Refusal, RoundReport, ScenarioFacts } from '../engine/index.ts';
import type { ClassSeat } from '../storage/class-seat.ts';
import type { Branch, PlayerNotes } from '../storage/player-notes.ts';
import type { GameScore } from '../worker/protocol.ts';
import type { ChoiceValue, ChoiceValues } from '../worker/report/choices.ts';
import type { LuckReport, Spread } from '../worker/report/luck.ts';
import type { Revelation } from '../worker/report/revelation.ts';

/** Everything the page knows. Written by the commands only. */
export type ClienteleState = {
  /** Every scenario that can be played, the default first. */
  readonly scenarioIds: readonly string[];
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
  /** For a game that branched off another one; null otherwise. */
  readonly branch: Branch | null;
  /** For a game of a class; null for practice. */
  readonly classroom: SavedClassroom | null;
  /** ISO date and time. */
  readonly savedAt: string;
  /** Null when it can be continued; otherwise why not (damaged, another version). */
  readonly problem: NoticeCode | null;
};

/** What a list of games says of one that belongs to a class. */
export type SavedClassroom = {
  /** `classIdOf` its settings. */
  readonly classId: string;
  readonly title: string;
  readonly alias: string;
  readonly isHandedIn: boolean;
};

export type GameState = {
  readonly id: string;
  readonly scenario: ScenarioFacts;
  readonly seed: string;
  readonly rounds: number;
  /**
   * `finished`: all rounds are played but there is no score, because scoring was cancelled or failed; `scoreGame()`
   * tries again. While `opening`, `budget` is 0, `draft` is empty and the reports are not there yet.
   */
  readonly status: 'opening' | 'deciding' | 'running' | 'scoring' | 'finished' | 'scored';
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
  /** What a finished game tells besides its score. */
  readonly debrief: DebriefState;
  /** What the player expected of each round, and why. */
  readonly notes: PlayerNotes;
  /** For a game that branched off another one; null otherwise. */
  readonly branch: Branch | null;
  /** For a game of a class; null for practice. */
  readonly seat: ClassSeat | null;
  /** Keys of the rounds known so far, in a class paced by keys; null in every other game. */
  readonly roundKeys: readonly string[] | null;
  /** Whether what is on the screen is on the device too. `not-saved`: a notice says why. */
  readonly saving: 'saved' | 'saving' | 'not-saved';
  /**
   * Another tab has moved this game on, or it is gone from the device: nothing is written from here until `continueGame(id)` reads the newer
   * state, or `saveAgain()` puts it back.
   */
  readonly behind: boolean;
};

/** A part of the debrief: each is worked out by itself when it is asked for. */
export type DebriefPart<T> =
  | { readonly kind: 'idle' }
  /** Asked for, and begun when what was asked for before is done. */
  | { readonly kind: 'waiting' }
  /** `progress`: 0 to 1. */
  | { readonly kind: 'working'; readonly progress: number }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'stopped'; readonly why: 'cancelled' | 'failed' };

export type DebriefState = {
  readonly reveal: DebriefPart<Revelation>;
  readonly choices: DebriefPart<ChoiceValues>;
  /** What single choices earned, as far as it is known while `choices` is under way. */
  readonly cells: readonly ChoiceValue[];
  readonly luck: DebriefPart<LuckReport>;
  /** The plan in other futures, which is known before the rest of `luck`; null before. */
  readonly futures: Spread | null;
};

export const NO_DEBRIEF: DebriefState = {
  reveal: { kind: 'idle' },
  choices: { kind: 'idle' },
  cells: [],
  luck: { kind: 'idle' },
  futures: null,
};

export const NOTICE_CODES = [
  'storage/unavailable',
  'storage/full',
  'storage/changed-elsewhere',
  'storage/gone',
  'storage/failed',
  'save/damaged',
  'save/newer-format',
  'save/other-engine-version',
  /** Played with a model that this version of the game does not have yet. */
  'save/newer-engine-version',
  'save/unknown-scenario',
  'save/does-not-replay',
  /** A link to a game that is not on this device. */
  'save/not-found',
  'file/not-a-run-log',
  'file/not-a-device',
  'worker/failed',
  /** The worker died and was replaced; the game was replayed in the new one. */
  'worker/restarted',
  /** A bug on the page that no screen caught. */
  'page/fault',
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
