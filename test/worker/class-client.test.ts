import { expect, test } from 'vitest';
import { type ClassWorkerLike, createClassClient } from '../../src/worker/class-client.ts';
import type { ClassReply, ClassRequest } from '../../src/worker/class-protocol.ts';

const PATIENCE = { quietPatience: 20, pulsePatience: 60 };

/** A worker around a function. */
function workerOf(answer: (request: ClassRequest, reply: (reply: ClassReply) => void) => void) {
  const received: ClassRequest['kind'][] = [];
  const listeners: ((event: { readonly data: ClassReply }) => void)[] = [];
  let isTerminated = false;
  const worker: ClassWorkerLike = {
    postMessage(request) {
      received.push(request.kind);
      answer(request, (data) => {
        for (const listener of listeners) listener({ data });
      });
    },
    addEventListener(kind: string, listener: unknown) {
      if (kind === 'message') listeners.push(listener as (typeof listeners)[number]);
    },
    terminate() {
      isTerminated = true;
    },
  };
  return { worker, received, isTerminated: () => isTerminated };
}

test('a worker that was ended without a word is noticed, and the next request makes another', async () => {
  const silent = workerOf(() => {});
  const lively = workerOf(({ kind, id }, reply) => kind === 'verify' && reply({ kind: 'cancelled', id }));
  const workers = [silent, lively];
  const client = createClassClient(() => (workers.shift() ?? lively).worker, PATIENCE);
  expect(await client.ask({ kind: 'verify' })).toEqual({
    kind: 'failed',
    message: 'the worker gave no sign of life',
  });
  expect(silent.received).toEqual(['verify', 'ping']);
  expect(silent.isTerminated()).toBe(true);
  expect(await client.ask({ kind: 'verify' })).toEqual({ kind: 'cancelled' });
});

test('one that is only slow gives a sign of life and is left alone', async () => {
  const slow = workerOf(({ kind, id }, reply) => {
    if (kind === 'ping') setTimeout(() => reply({ kind: 'alive', id }), 30);
    else setTimeout(() => reply({ kind: 'gettingReady', id }), 300);
  });
  const client = createClassClient(() => slow.worker, PATIENCE);
  expect(await client.ask({ kind: 'getReady' })).toMatchObject({ kind: 'ok' });
  expect(slow.received.filter((kind) => kind === 'ping').length).toBeGreaterThan(1);
  expect(slow.isTerminated()).toBe(false);
});
