import type { StoreApi } from 'zustand';
import { checkDecision, type Decision, type Refusal, type RunLog } from '../engine/index.ts';
import type { Catalogue } from '../scenarios/catalogue.ts';
import type { GameStorage } from '../storage/game-storage.ts';
import type { SaveStamp } from '../storage/saved-game.ts';
import type { StorageProblem } from '../storage/storage-result.ts';
import type { EngineClient } from '../worker/client.ts';
import type { DebriefPool } from '../worker/debrief-pool.ts';
import type { DevicePage } from './device.ts';
import type { RandomBytes } from './seed-text.ts';
import type { SerialQueue } from './serial-queue.ts';
import type { ClienteleState, GameState, NoticeCode } from './state.ts';

/** What the commands need from outside; tests give their own. */
export type Dependencies = {
  readonly catalogue: Catalogue;
  /** Opens the storage; called once, when first needed. */
  readonly openStorage: () => Promise<GameStorage>;
  readonly client: EngineClient;
  readonly debriefPool: DebriefPool;
  /** Asks the browser to keep what is stored. */
  readonly askToLast: () => Promise<unknown>;
  /** The parts of the page that hold what is stored; the browser's own when absent. */
  readonly devicePage?: DevicePage | undefined;
  readonly now: () => Date;
  readonly randomBytes: RandomBytes;
  /** Milliseconds from an edit of the draft to its saving. */
  readonly autosaveDelay: number;
};

/** What the commands remember of the open game besides what the screens see. */
export type Session = {
  readonly id: string;
  log: RunLog;
  /** What this tab last read or wrote; null when the game is not in the storage yet. */
  stored: SaveStamp | null;
  /** What it is just writing. */
  writing: SaveStamp | null;
  /** What is on the screen is not (all) in the storage. */
  unsaved: boolean;
  /** Key of the gesture whose edits are one step of undo. */
  gesture: string | null;
};

/** What every group of commands works with. */
export type CommandContext = {
  readonly store: StoreApi<ClienteleState>;
  readonly dependencies: Dependencies;
  readonly queue: SerialQueue;
  readonly storage: () => Promise<GameStorage>;
  /** Lets go of the storage; it is opened again when next needed. */
  readonly forgetStorage: () => void;
  /** The same, once it is open: what must be done at once cannot wait for a promise. */
  openStorage: GameStorage | null;
  session: Session | null;
  /** Why a game cannot be continued, where only the attempt showed it. */
  readonly foundProblems: Map<string, NoticeCode>;
};

/** Changes the open game; does nothing when it is not (or no longer) the one meant. */
export function updateGame(context: Pick<CommandContext, 'store'>, id: string, change: Partial<GameState>): void {
  context.store.setState(({ game }) => (game?.id === id ? { game: { ...game, ...change } } : {}));
}

let lastNoticeKey = 0;

/** Leaves a notice; one of the same code on the same game takes the place of the older. */
export function notify(
  { store }: Pick<CommandContext, 'store'>,
  code: NoticeCode,
  gameId: string | null,
  detail?: string,
): void {
  lastNoticeKey++;
  const notice = { key: lastNoticeKey, code, gameId, ...(detail === undefined ? {} : { detail }) };
  store.setState(({ notices }) => ({
    notices: [...notices.filter((other) => other.code !== code || other.gameId !== gameId), notice],
  }));
}

/** Takes back notices that no longer hold. */
export function withdrawNotices(
  { store }: Pick<CommandContext, 'store'>,
  gameId: string | null,
  codes: readonly NoticeCode[],
): void {
  store.setState(({ notices }) => {
    const kept = notices.filter((notice) => notice.gameId !== gameId || !codes.includes(notice.code));
    return kept.length === notices.length ? {} : { notices: kept };
  });
}

export function notifyProblem(
  context: Pick<CommandContext, 'store'>,
  problem: StorageProblem,
  gameId: string | null,
): void {
  notify(context, problem.code, gameId, problem.detail);
}

/** What the rules refuse of a draft. */
export function refusalsOf(game: GameState, draft: Decision): readonly Refusal[] {
  const checked = checkDecision(draft, {
    budget: game.budget,
    insightPrices: game.scenario.insightPrices,
    roundsLeft: game.rounds - game.reports.length,
  });
  return checked.ok ? [] : checked.refusals;
}

/** The present game when it is in one of these states, otherwise null. */
export function gameIn(
  { store }: Pick<CommandContext, 'store'>,
  ...statuses: readonly GameState['status'][]
): GameState | null {
  const { game } = store.getState();
  return game && statuses.includes(game.status) ? game : null;
}

/** A listener that shows a request's progress in the open game. */
export function showProgress(context: Pick<CommandContext, 'store'>, id: string): (progress: number) => void {
  return (progress) => updateGame(context, id, { progress });
}
