import { Worker } from 'node:worker_threads';
import type { WorkerLike } from '../../src/worker/client.ts';
import type { Reply, Request } from '../../src/worker/protocol.ts';

/** What a browser's worker has and Node's has not. */
const AS_IN_A_BROWSER = `
import { parentPort, workerData } from 'node:worker_threads';
globalThis.self = {
  postMessage: (message) => parentPort.postMessage(message),
  addEventListener: (kind, listener) => parentPort.on(kind, (data) => listener({ data })),
};
await import(workerData);
`;

/** The built worker file, as it is, on a thread of Node. */
export function startNodeWorker(fileAddress: string): WorkerLike {
  const source = new URL(`data:text/javascript,${encodeURIComponent(AS_IN_A_BROWSER)}`);
  const worker = new Worker(source, { workerData: fileAddress });
  return {
    postMessage: (message: Request) => worker.postMessage(message),
    addEventListener(kind: string, listener: (event: never) => void) {
      worker.on(kind, (given: unknown) => {
        const event = kind === 'message' ? { data: given as Reply } : { message: String(given) };
        listener(event as never);
      });
    },
    terminate: () => void worker.terminate(),
  };
}
