import type { Reply, Request } from './protocol.ts';
import { createPulse, type Patience } from './pulse.ts';

type RequestOf<Kind extends Request['kind']> = Extract<Request, { kind: Kind }>;
type ReplyOf<Kind extends Reply['kind']> = Extract<Reply, { kind: Kind }>;

/** How a request ended. Only `ok` changed anything in the worker. */
export type Outcome<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusals: ReplyOf<'refused'>['refusals'] }
  | { readonly kind: 'cancelled' }
  /**
   * A bug, or the worker `died`: the message is for a report, not for a player. After a death the same request may end well in a fresh
   * worker.
   */
  | { readonly kind: 'failed'; readonly message: string; readonly died?: boolean };

export type EngineClient = {
  /** Opens a new game or replays a saved one. The worker holds one game; opening another one replaces it. */
  openGame(log: RequestOf<'openGame'>['log'], onProgress?: OnProgress): Promise<Outcome<ReplyOf<'gameOpened'>['game']>>;
  playRound(
    decision: RequestOf<'playRound'>['decision'],
    onProgress?: OnProgress,
    roundKey?: RequestOf<'playRound'>['roundKey'],
  ): Promise<Outcome<Pick<ReplyOf<'roundPlayed'>, 'report' | 'digest'>>>;
  scoreGame(onProgress?: OnProgress): Promise<Outcome<ReplyOf<'gameScored'>['score']>>;
  /** What each choice of a round did. The game in the worker stays as it is. */
  explainRound(
    round: RequestOf<'explainRound'>['round'],
    withdrawal: RequestOf<'explainRound'>['withdrawal'],
  ): Promise<Outcome<ReplyOf<'roundExplained'>['explanation']>>;
  /** The figures of other games on the same luck. The game in the worker stays as it is. */
  compareFutures(logs: RequestOf<'compareFutures'>['logs']): Promise<Outcome<ReplyOf<'futuresCompared'>['futures']>>;
  /** The customer records after a round. */
  observeCustomers(round: number): Promise<Outcome<ReplyOf<'customersObserved'>['view']>>;
  traceCustomer(row: number, round: number): Promise<Outcome<ReplyOf<'customerTraced'>['trace']>>;
  /** Tables of the game as one file. */
  exportData(
    order: Pick<RequestOf<'exportData'>, 'tables' | 'format' | 'descriptions'>,
    onProgress?: OnProgress,
  ): Promise<Outcome<ReplyOf<'dataExported'>['file']>>;
  /** After the last round: what was hidden. `predictions` as in the request. */
  revealGame(
    predictions: RequestOf<'revealGame'>['predictions'],
  ): Promise<Outcome<ReplyOf<'gameRevealed'>['revelation']>>;
  /** After the last round: the game with one round's decision changed. The game in the worker stays as it is. */
  playOtherwise(
    round: RequestOf<'playOtherwise'>['round'],
    decision: RequestOf<'playOtherwise'>['decision'],
  ): Promise<Outcome<ReplyOf<'playedOtherwise'>['counterfactual']>>;
  /** Gives up every request under way: each of them settles soon, whether the worker answers or not. */
  cancel(): void;
  /**
   * Whether the worker has the game as it was after the last round that ended `ok`. False before a game was opened and
   * after the worker died or a round was given up: then open the game again before playing on.
   */
  holdsGame(): boolean;
  /** The page does not follow what the worker last did: it must open the game again. */
  forgetGame(): void;
  /** Ends the worker; requests under way settle as cancelled. */
  dispose(): void;
};

/** Share of the request that is done, 0 to 1. */
export type OnProgress = (progress: number) => void;

/** The part of a Worker that the client uses. */
export type WorkerLike = {
  postMessage(message: Request): void;
  addEventListener(kind: 'message', listener: (event: { readonly data: Reply }) => void): void;
  addEventListener(kind: 'error' | 'messageerror', listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
};

export type EngineClientOptions = Patience & {
  /** Milliseconds that a worker has to answer a cancel before it is ended; it may be deep in a calculation. */
  readonly cancelPatience?: number;
};

type Pending = {
  readonly kind: Request['kind'];
  readonly onProgress: OnProgress | undefined;
  readonly settle: (outcome: Outcome<Reply>) => void;
};

const ANSWER: Readonly<Record<Exclude<Request['kind'], 'cancel' | 'ping'>, Reply['kind']>> = {
  openGame: 'gameOpened',
  playRound: 'roundPlayed',
  scoreGame: 'gameScored',
  explainRound: 'roundExplained',
  compareFutures: 'futuresCompared',
  observeCustomers: 'customersObserved',
  traceCustomer: 'customerTraced',
  exportData: 'dataExported',
  revealGame: 'gameRevealed',
  playOtherwise: 'playedOtherwise',
};

/**
 * The page's side of the protocol: requests as promises that never reject. The worker is made on the first request, and
 * anew on the next one after it died.
 *
 * @param makeWorker starts a worker; what it throws becomes `failed`
 */
export function createEngineClient(makeWorker: () => WorkerLike, options: EngineClientOptions = {}): EngineClient {
  const { cancelPatience = 120 } = options;
  const pending = new Map<number, Pending>();
  let worker: WorkerLike | null = null;
  let nextId = 1;
  let gameHeld = false;
  const pulse = createPulse(
    {
      hasWork: () => pending.size > 0,
      ask: () => worker?.postMessage({ kind: 'ping', id: 0 }),
      onSilence: () => endWorker(deathOf('the worker gave no sign of life')),
    },
    options,
  );

  function ensureWorker(): WorkerLike {
    if (worker) return worker;
    const fresh = makeWorker();
    // A worker that was ended may still have events on their way: only the present one is listened to.
    fresh.addEventListener('message', (event) => {
      if (worker === fresh) receive(event.data);
    });
    fresh.addEventListener('error', (event) => {
      if (worker === fresh) endWorker(deathOf(event.message || 'the worker stopped'));
    });
    fresh.addEventListener('messageerror', () => {
      if (worker === fresh) endWorker(deathOf('a message could not be read'));
    });
    worker = fresh;
    return fresh;
  }

  function receive(reply: Reply): void {
    pulse.heard();
    const request = pending.get(reply.id);
    // Answers to what was given up meanwhile.
    if (!request) return;
    if (reply.kind === 'progress') {
      request.onProgress?.(reply.of > 0 ? Math.min(1, Math.max(0, reply.done / reply.of)) : 0);
      return;
    }
    pending.delete(reply.id);
    request.settle(outcomeOf(reply, request.kind));
  }

  function endWorker(outcome: Outcome<never>): void {
    pulse.stop();
    worker?.terminate();
    worker = null;
    gameHeld = false;
    const requests = [...pending.values()];
    pending.clear();
    for (const request of requests) request.settle(outcome);
  }

  function post(request: Request, onProgress?: OnProgress): Promise<Outcome<Reply>> {
    return new Promise((settle) => {
      pending.set(request.id, { kind: request.kind, onProgress, settle });
      try {
        ensureWorker().postMessage(request);
        if (pending.size === 1) pulse.watch();
      } catch (error) {
        endWorker(deathOf(String(error)));
      }
    });
  }

  return {
    async openGame(log, onProgress) {
      gameHeld = false;
      const outcome = await post({ kind: 'openGame', id: nextId++, log }, onProgress);
      gameHeld = outcome.kind === 'ok';
      return mapped(outcome, (reply) => (reply as ReplyOf<'gameOpened'>).game);
    },
    async playRound(decision, onProgress, roundKey) {
      const keyed = roundKey === undefined ? {} : { roundKey };
      const outcome = await post({ kind: 'playRound', id: nextId++, decision, ...keyed }, onProgress);
      // A round that broke off may have left the worker's state anywhere between two rounds.
      if (outcome.kind === 'cancelled' || outcome.kind === 'failed') gameHeld = false;
      return mapped(outcome, (reply) => {
        const { report, digest } = reply as ReplyOf<'roundPlayed'>;
        return { report, digest };
      });
    },
    async scoreGame(onProgress) {
      const outcome = await post({ kind: 'scoreGame', id: nextId++ }, onProgress);
      return mapped(outcome, (reply) => (reply as ReplyOf<'gameScored'>).score);
    },
    async explainRound(round, withdrawal) {
      const outcome = await post({ kind: 'explainRound', id: nextId++, round, withdrawal });
      return mapped(outcome, (reply) => (reply as ReplyOf<'roundExplained'>).explanation);
    },
    async compareFutures(logs) {
      const outcome = await post({ kind: 'compareFutures', id: nextId++, logs });
      return mapped(outcome, (reply) => (reply as ReplyOf<'futuresCompared'>).futures);
    },
    async observeCustomers(round) {
      const outcome = await post({ kind: 'observeCustomers', id: nextId++, round });
      return mapped(outcome, (reply) => (reply as ReplyOf<'customersObserved'>).view);
    },
    async traceCustomer(row, round) {
      const outcome = await post({ kind: 'traceCustomer', id: nextId++, row, round });
      return mapped(outcome, (reply) => (reply as ReplyOf<'customerTraced'>).trace);
    },
    async exportData(order, onProgress) {
      const outcome = await post({ kind: 'exportData', id: nextId++, ...order }, onProgress);
      return mapped(outcome, (reply) => (reply as ReplyOf<'dataExported'>).file);
    },
    async revealGame(predictions) {
      const outcome = await post({ kind: 'revealGame', id: nextId++, predictions });
      return mapped(outcome, (reply) => (reply as ReplyOf<'gameRevealed'>).revelation);
    },
    async playOtherwise(round, decision) {
      const outcome = await post({ kind: 'playOtherwise', id: nextId++, round, decision });
      return mapped(outcome, (reply) => (reply as ReplyOf<'playedOtherwise'>).counterfactual);
    },
    cancel() {
      const ids = [...pending.keys()];
      if (ids.length === 0) return;
      const asked = worker;
      for (const id of ids) asked?.postMessage({ kind: 'cancel', id });
      setTimeout(() => {
        if (worker === asked && ids.some((id) => pending.has(id))) endWorker({ kind: 'cancelled' });
      }, cancelPatience);
    },
    holdsGame: () => gameHeld,
    forgetGame() {
      gameHeld = false;
    },
    dispose() {
      endWorker({ kind: 'cancelled' });
    },
  };
}

function deathOf(message: string): Outcome<never> {
  return { kind: 'failed', message, died: true };
}

function outcomeOf(reply: Exclude<Reply, { kind: 'progress' }>, asked: Request['kind']): Outcome<Reply> {
  if (reply.kind === 'refused') return { kind: 'refused', refusals: reply.refusals };
  if (reply.kind === 'cancelled') return { kind: 'cancelled' };
  if (reply.kind === 'failed') return { kind: 'failed', message: reply.message };
  if (asked !== 'cancel' && asked !== 'ping' && reply.kind === ANSWER[asked]) return { kind: 'ok', value: reply };
  return { kind: 'failed', message: `the worker answered ${asked} with ${reply.kind}` };
}

function mapped<T>(outcome: Outcome<Reply>, toValue: (reply: Reply) => T): Outcome<T> {
  return outcome.kind === 'ok' ? { kind: 'ok', value: toValue(outcome.value) } : outcome;
}
