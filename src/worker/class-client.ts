import type { ClassReply, ClassRequest } from './class-protocol.ts';
import { createPulse, type Patience } from './pulse.ts';

/** What is asked of the class's worker, and the answer to each. */
const ANSWER = {
  openClass: 'classOpened',
  getReady: 'gettingReady',
  preflight: 'preflightDone',
  collect: 'collected',
  verify: 'verified',
  standings: 'standings',
  pictures: 'pictures',
  game: 'game',
  skillAndLuck: 'skillAndLuck',
  grades: 'grades',
  join: 'joined',
  exportClass: 'classExported',
  dryRun: 'dryRunMade',
} as const;

type Asked = keyof typeof ANSWER;
type RequestOf<Kind extends ClassRequest['kind']> = Extract<ClassRequest, { kind: Kind }>;
type ReplyOf<Kind extends ClassReply['kind']> = Extract<ClassReply, { kind: Kind }>;

/** How a request ended. */
export type ClassOutcome<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'cancelled' }
  /** A bug, or the worker died: the message is for a report. */
  | { readonly kind: 'failed'; readonly message: string };

export type ClassClient = {
  /**
   * Asks and waits for the answer; never rejects. The class lives in the worker: `openClass` comes first, and again after a `failed`.
   *
   * @param onProgress things done and how many there are
   */
  ask<Kind extends Asked>(
    request: Omit<RequestOf<Kind>, 'id'> & { readonly kind: Kind },
    onProgress?: (done: number, of: number) => void,
  ): Promise<ClassOutcome<ReplyOf<(typeof ANSWER)[Kind]>>>;
  /** Gives up what is under way; what was collected and verified so far stays. */
  cancel(): void;
  /** Ends the worker and forgets the class. */
  dispose(): void;
};

/** The part of a Worker that the client uses. */
export type ClassWorkerLike = {
  postMessage(message: ClassRequest, transfer: Transferable[]): void;
  addEventListener(kind: 'message', listener: (event: { readonly data: ClassReply }) => void): void;
  addEventListener(kind: 'error' | 'messageerror', listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
};

type Pending = {
  readonly kind: Asked;
  readonly onProgress: ((done: number, of: number) => void) | undefined;
  readonly settle: (outcome: ClassOutcome<never>) => void;
};

/** @param makeWorker starts the worker, on the first request; what it throws becomes `failed` */
export function createClassClient(makeWorker: () => ClassWorkerLike, patience: Patience = {}): ClassClient {
  const pending = new Map<number, Pending>();
  let worker: ClassWorkerLike | null = null;
  let nextId = 1;
  const pulse = createPulse(
    {
      hasWork: () => pending.size > 0,
      ask: () => worker?.postMessage({ kind: 'ping', id: 0 }, []),
      onSilence: () => end({ kind: 'failed', message: 'the worker gave no sign of life' }),
    },
    patience,
  );

  function end(outcome: Exclude<ClassOutcome<never>, { kind: 'ok' }>): void {
    pulse.stop();
    worker?.terminate();
    worker = null;
    const waiting = [...pending.values()];
    pending.clear();
    for (const { settle } of waiting) settle(outcome);
  }

  function ensureWorker(): ClassWorkerLike {
    if (worker) return worker;
    const fresh = makeWorker();
    const died = (event: { readonly message?: string }) => {
      if (worker === fresh) end({ kind: 'failed', message: event.message || 'the worker stopped' });
    };
    // A worker that was ended may still have events on their way: only the present one is listened to.
    fresh.addEventListener('message', ({ data }) => {
      if (worker === fresh) receive(data);
    });
    fresh.addEventListener('error', died);
    fresh.addEventListener('messageerror', died);
    worker = fresh;
    return fresh;
  }

  function receive(reply: ClassReply): void {
    pulse.heard();
    const request = pending.get(reply.id);
    if (!request) return;
    if (reply.kind === 'progress') {
      request.onProgress?.(reply.done, reply.of);
      return;
    }
    pending.delete(reply.id);
    request.settle(outcomeOf(reply, request.kind));
  }

  return {
    ask(request, onProgress) {
      return new Promise((settle) => {
        const id = nextId++;
        pending.set(id, { kind: request.kind, onProgress, settle: settle as Pending['settle'] });
        const whole = { ...request, id } as unknown as ClassRequest;
        try {
          ensureWorker().postMessage(whole, transferOf(whole));
          if (pending.size === 1) pulse.watch();
        } catch (error) {
          end({ kind: 'failed', message: String(error) });
        }
      });
    },
    cancel() {
      for (const id of pending.keys()) worker?.postMessage({ kind: 'cancel', id }, []);
    },
    dispose() {
      end({ kind: 'cancelled' });
    },
  };
}

function outcomeOf(reply: Exclude<ClassReply, { kind: 'progress' }>, asked: Asked): ClassOutcome<never> {
  if (reply.kind === 'cancelled') return { kind: 'cancelled' };
  if (reply.kind === 'failed') return { kind: 'failed', message: reply.message };
  if (reply.kind !== ANSWER[asked]) {
    return { kind: 'failed', message: `the worker answered ${asked} with ${reply.kind}` };
  }
  return { kind: 'ok', value: reply as never };
}

/** Files are handed over, not copied. */
function transferOf(request: ClassRequest): Transferable[] {
  if (request.kind !== 'collect') return [];
  const buffers = request.files.map(({ bytes }) => bytes.buffer).filter((buffer) => buffer instanceof ArrayBuffer);
  return [...new Set(buffers)];
}
