import { fork } from 'node:child_process';
import type { DebriefWorker } from '../../worker/debrief-pool.ts';
import type { DebriefReply } from '../../worker/debrief-protocol.ts';
import { createDebriefService } from '../../worker/debrief-service.ts';
import { processScript } from './process-script.ts';

/** A debrief's worker as a process of its own. */
export function startDebriefProcess(): DebriefWorker {
  const script = processScript(new URL('./debrief-process.ts', import.meta.url));
  const child = fork(script, { serialization: 'advanced' });
  return {
    postMessage: (request) => void child.send(request),
    addEventListener(kind: 'message' | 'error' | 'messageerror', listener: (event: never) => void) {
      if (kind === 'message') child.on('message', (data) => listener({ data } as never));
      if (kind === 'error') child.on('error', (error) => listener({ message: error.message } as never));
      if (kind === 'error') child.on('exit', (code) => listener({ message: `a process ended (${code})` } as never));
    },
    terminate: () => void child.kill(),
  };
}

/** A debrief's worker in this process. */
export function createDebriefWorkerHere(serve = createDebriefService()): DebriefWorker {
  let listener: ((event: { readonly data: DebriefReply }) => void) | null = null;
  let ended = false;
  return {
    postMessage: (request) =>
      void setImmediate(() => {
        if (!ended) listener?.({ data: serve(request) });
      }),
    addEventListener(kind: 'message' | 'error' | 'messageerror', given: (event: never) => void) {
      if (kind === 'message') listener = given as typeof listener;
    },
    terminate() {
      ended = true;
    },
  };
}
