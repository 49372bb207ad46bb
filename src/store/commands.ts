import type { ClassSettings } from '../classroom/class-settings.ts';
import type { ClassroomResult } from '../classroom/classroom-problem.ts';
import type {
  ByTier,
  Cents,
  Decision,
  InsightLevel,
  Level,
  Lever,
  Refusal,
  Tier,
  Withdrawal,
} from '../engine/index.ts';
import type { HandedIn } from '../storage/class-seat.ts';
import type { Prediction } from '../storage/player-notes.ts';
import type {
  ColumnDescriptions,
  CustomerTrace,
  CustomerView,
  ExportedData,
  ExportFormat,
  ExportTable,
  FuturePath,
  RevealedTable,
  RoundExplanation,
} from '../worker/protocol.ts';
import type { Counterfactual } from '../worker/report/counterfactual.ts';
import type { DeviceCommands } from './device.ts';
import type { PresetName } from './presets.ts';
import type { GameState, NoticeCode } from './state.ts';

/** Parts of a debrief that play many games: worked out one after the other. */
export type PooledPart = 'choices' | 'luck';

/**
 * Everything a screen can ask for. Commands are the only writers of the state and run one at a time: what takes time
 * waits for its turn; edits of the draft happen at once and only while the game is `deciding` (otherwise they do nothing).
 * No command rejects for an expected failure: it leaves a notice (or refusals beside the draft) in the state.
 */
export type Commands = {
  /** Reads the list of games on this device. */
  loadSavedGames(): Promise<void>;
  /** Starts a new game and opens it. @returns its id, or null when it could not be opened (see notices) or was cancelled */
  startGame(options: NewGame): Promise<string | null>;
  /** Whether this version of the game can play a class. */
  checkClass(settings: ClassSettings): ClassroomResult<ClassSettings>;
  /**
   * Starts a new game by the rules of a class and opens it. Every game begun before stays as it is.
   *
   * @param alias what the player or team wants to be called; not empty
   * @returns its id, or null when it could not be opened (see notices) or was cancelled
   */
  joinClass(settings: ClassSettings, alias: string): Promise<string | null>;
  /** Opens a saved game where it was left, draft included. @returns whether it is open now; if not, see notices */
  continueGame(id: string): Promise<boolean>;
  /** Saves what is unsaved and leaves the game. Opening or scoring is given up; a round under way is finished first. */
  closeGame(): Promise<void>;

  /**
   * Changes the draft. Nothing is clamped: what the rules refuse stands in `game.refusals` after each edit.
   *
   * @param gesture edits with the same key, one after the other, are one step of undo, until `endGesture()` is called
   *   or another edit comes in between: pass the cell's name during a drag
   */
  editDraft(change: (draft: Decision, game: GameState) => Decision, gesture?: string): void;
  setCell(lever: Lever, tier: Tier, cents: Cents, gesture?: string): void;
  setLever(lever: Lever, cells: ByTier<Cents>, gesture?: string): void;
  setInsight(level: InsightLevel): void;
  /** The drag is over: the next edit is a new step of undo. */
  endGesture(): void;
  undoDraft(): void;
  redoDraft(): void;
  /** Replaces the draft by a preset; one step of undo. */
  applyPreset(name: PresetName): void;

  /**
   * Plays the draft. Checks it first: with refusals nothing is sent. After the last round the game is scored. Does
   * nothing when a round is being played already, so that a double press plays one round.
   *
   * @returns whether the round was played
   */
  submitRound(): Promise<boolean>;
  /** Gives up what is under way: opening closes the game, a round or the scoring returns to before it. */
  cancel(): void;
  /** Changes what the player expects of the round to be decided; only while the game is `deciding`. */
  setPrediction(change: Partial<Prediction>): void;
  /** Changes the reason given for the round to be decided; one line, cut at 200 characters. */
  setReason(text: string): void;
  /**
   * Takes the keys of the first rounds, as many as were released; those of rounds played are passed over. Nothing is taken when one does
   * not fit the class.
   *
   * @returns how many rounds have their key now, or what is wrong
   */
  takeRoundKeys(released: readonly string[]): ClassroomResult<number>;
  /** Opens the debrief with the instructor's key. */
  unlockDebrief(typed: string): ClassroomResult<null>;
  /** Changes the answer to one of the class's questions (0-based). */
  setReflection(question: number, text: string): void;
  /** Replays the open game from its beginning. @returns whether every round comes out as it was; if not, see notices */
  replayGame(): Promise<boolean>;
  /** The game was handed in. */
  noteHandIn(receipt: HandedIn['receipt']): void;
  /**
   * What each choice of a round played did, by replays on the same luck. Waits its turn.
   *
   * @returns null when it could not be made (see notices) or was given up
   */
  explainRound(round: number, withdrawal: Withdrawal): Promise<RoundExplanation | null>;
  /**
   * Saves a new game that is the open one up to a round, with that round's decision as its draft: the same luck, another
   * future. The open game stays as it is.
   *
   * @param round 0-based, one of the rounds played
   * @returns the new game's id, or null when it could not be saved (see notices)
   */
  branchGame(round: number): Promise<string | null>;
  /** The open game and every other game on this device with its scenario, seed and level, oldest first. */
  compareFutures(): Promise<readonly Future[] | null>;
  /** Scores a finished game (again, after a cancel or a failure). */
  scoreGame(): Promise<void>;

  /**
   * The parts of the debrief of a game that is over, into `game.debrief`. Each is worked out once: nothing happens when it is there or
   * under way; after a cancel or a failure it is tried again.
   */
  revealGame(): Promise<void>;
  valueChoices(): Promise<void>;
  measureLuck(): Promise<void>;
  /** Gives up a part that is under way or waits for its turn; the other one is not touched. */
  cancelDebrief(part: PooledPart): void;
  /**
   * A finished game with one round's decision changed, on the same luck. The game stays as it is.
   *
   * @returns null when it could not be played (see notices) or was given up
   */
  playOtherwise(round: number, decision: Decision): Promise<OtherGame | null>;

  /**
   * The customer records of the open game after a round, −1 for its beginning. Waits its turn, as do the two below.
   *
   * @returns null when they could not be read (see notices) or no game is open
   */
  observeCustomers(round: number): Promise<CustomerView | null>;
  /** One customer's history up to a round. `row`: position in the records. */
  traceCustomer(row: number, round: number): Promise<CustomerTrace | null>;
  /**
   * Writes tables of the open game to one file, ready to be saved. `cancel()` gives it up.
   *
   * @param onProgress is told the share that is done
   */
  exportData(order: DataOrder, onProgress: (progress: number) => void): Promise<ExportedData | null>;

  /**
   * What is left to read of a game that cannot be played on.
   *
   * @returns null when it can, when its log cannot be read, or when it is not there
   */
  readGame(id: string): Promise<KeptGame | null>;
  /** Puts the open game back on the device, from which it was deleted or cleared. Only while that is so; otherwise nothing happens. */
  saveAgain(): Promise<void>;
  deleteGame(id: string): Promise<void>;
  /** The game's run log as a file; a damaged one as it lies there. @returns null when it cannot be read (see notices) */
  exportGame(id: string): Promise<ExportedFile | null>;
  /** Takes in a run log file as a new game on this device. @returns its id, or null when it is refused (see notices) */
  importGame(text: string): Promise<string | null>;

  /** What can be asked of the device as a whole; loaded when first wanted. Rejects when it cannot be loaded. */
  device(): Promise<DeviceCommands>;

  dismissNotice(key: number): void;
};

export type NewGame = {
  readonly scenarioId: string;
  /** Generated when absent or blank, such as `maple-4821`. */
  readonly seed?: string;
  /** The scenario's own number when absent. */
  readonly rounds?: number;
  /** Essentials when absent. */
  readonly level?: Level;
};

/** One of several games on the same luck. */
export type Future = {
  readonly id: string;
  readonly parent: string | null;
  /** 0-based round from which on it goes its own way; null for a game that was begun at the start. */
  readonly branchedAt: number | null;
  /** ISO date and time of the last write. */
  readonly savedAt: string;
  readonly isOpen: boolean;
  readonly rounds: number;
  readonly decisions: readonly Decision[];
  /** From the end of the warm-up (round −1) on. */
  readonly path: FuturePath;
};

export type OtherGame =
  | { readonly kind: 'played'; readonly counterfactual: Counterfactual }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

export type DataOrder = {
  readonly tables: readonly (ExportTable | RevealedTable)[];
  readonly format: ExportFormat;
  readonly descriptions: ColumnDescriptions;
};

/** A game of another version of the model, on another scenario, or whose figures come out differently. */
export type KeptGame = {
  readonly problem: NoticeCode;
  readonly scenarioId: string;
  readonly currency: string;
  readonly seed: string;
  readonly rounds: number;
  readonly engineVersion: string;
  /** That of the model which runs here. */
  readonly engineVersionHere: string;
  readonly decisions: readonly Decision[];
  /** One line a decision; empty where none was given. */
  readonly reasons: readonly string[];
};

export type ExportedFile = {
  /** Such as `harbour-maple-4821.clientele.json`. */
  readonly fileName: string;
  readonly text: string;
};
