import type { WorkerLike } from '../../src/worker/client.ts';
import type { Reply, Request } from '../../src/worker/protocol.ts';

/** A worker around a function, for tests of the page's side: messages arrive later and are cloned, as in a browser. */
export type FakeWorker = WorkerLike & {
  /** What the page has sent, oldest first. */
  readonly received: readonly Request[];
  readonly isTerminated: () => boolean;
  /** Kills it as an uncaught error would. */
  crash(message: string): void;
  /** A message that cannot be read. */
  garble(): void;
};

/**
 * @param answer is called with each request and a way to reply, at once or later, once or often
 */
export function createFakeWorker(answer: (request: Request, reply: (reply: Reply) => void) => void): FakeWorker {
  const received: Request[] = [];
  const onMessage: ((event: { readonly data: Reply }) => void)[] = [];
  const onError: ((event: { readonly message?: string }) => void)[] = [];
  const onMessageError: ((event: { readonly message?: string }) => void)[] = [];
  let terminated = false;

  function later(action: () => void): void {
    setTimeout(() => {
      if (!terminated) action();
    }, 0);
  }

  return {
    received,
    isTerminated: () => terminated,
    postMessage(message) {
      const copy = structuredClone(message);
      received.push(copy);
      later(() =>
        answer(copy, (reply) => {
          const data = structuredClone(reply);
          later(() => {
            for (const listener of onMessage) listener({ data });
          });
        }),
      );
    },
    addEventListener(kind: 'message' | 'error' | 'messageerror', listener: (event: never) => void) {
      const listeners = kind === 'message' ? onMessage : kind === 'error' ? onError : onMessageError;
      (listeners as ((event: never) => void)[]).push(listener);
    },
    crash(message) {
      for (const listener of onError) listener({ message });
    },
    garble() {
      for (const listener of onMessageError) listener({});
    },
    terminate() {
      terminated = true;
    },
  };
}
