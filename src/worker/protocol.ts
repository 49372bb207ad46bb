import type { Cents, Decision, Refusal, RoundReport, RunLog, ScenarioFacts, ScoreBand } from '../engine/index.ts';

/** Page to worker. `id` is chosen by the page and comes back with every answer to the request. */
export type Request =
  /** Opens a new game, or replays a saved one (a log with no decisions is a new game). */
  | { readonly kind: 'openGame'; readonly id: number; readonly log: RunLog }
  | { readonly kind: 'playRound'; readonly id: number; readonly decision: Decision }
  /** After the last round: the score, beside benchmark policies played on the same seed. */
  | { readonly kind: 'scoreGame'; readonly id: number }
  | { readonly kind: 'cancel'; readonly id: number };

/** Worker to page. */
export type Reply =
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly of: number }
  | { readonly kind: 'gameOpened'; readonly id: number; readonly game: OpenedGame }
  | { readonly kind: 'roundPlayed'; readonly id: number; readonly report: RoundReport; readonly digest: string }
  | { readonly kind: 'gameScored'; readonly id: number; readonly score: GameScore }
  /** The engine or the replay said no: nothing was changed. */
  | { readonly kind: 'refused'; readonly id: number; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'cancelled'; readonly id: number }
  /** A bug: the message is for a report, not for a player. */
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

export type OpenedGame = {
  readonly scenario: ScenarioFacts;
  /** The warm-up, rounds −8 … −1, oldest first. */
  readonly history: readonly RoundReport[];
  /** The rounds of the log, replayed and verified. */
  readonly reports: readonly RoundReport[];
  readonly digests: readonly string[];
};

export type GameScore = {
  readonly firmValue: Cents;
  /** firmValue − customer equity at the start. */
  readonly valueCreated: Cents;
  /** Discounted cash of the rounds. */
  readonly discountedCash: Cents;
  /** True customer equity at the start and at the end (undiscounted), and the end's discounted to the start. */
  readonly openingEquity: Cents;
  readonly closingEquity: Cents;
  readonly discountedClosingEquity: Cents;
  /** 100 × firmValue / firm value of the shadow firm (status quo on the same seed). */
  readonly index: number;
  readonly band: ScoreBand;
  /** The benchmark policies on the same seed, best first; includes `status-quo`. */
  readonly benchmarks: readonly {
    readonly policy: string;
    readonly firmValue: Cents;
    readonly discountedCash: Cents;
    readonly closingEquity: Cents;
    readonly index: number;
    /** True firm value at the start and after each round. */
    readonly firmValueByRound: readonly Cents[];
  }[];
  /** The player's true firm value at the start and after each round: shown only after the game. */
  readonly firmValueByRound: readonly Cents[];
};
