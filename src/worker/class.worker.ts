import type { ClassReply, ClassRequest } from './class-protocol.ts';
import { createClassService } from './class-service.ts';
import { createReplayPool, type ReplayWorker } from './replay-pool.ts';
import { poolSize } from './worker-pool.ts';

/** Replays run in workers of this worker, so that the page's thread has no part in them. */
const pool = createReplayPool(
  (): ReplayWorker => new Worker(new URL('./replay.worker.ts', import.meta.url), { type: 'module' }),
  poolSize(navigator.hardwareConcurrency || 1),
);

/** Milliseconds between two pieces of idle work: requests come first. */
const IDLE_PAUSE = 60;

const serve = createClassService(
  (reply: ClassReply, transfer: ArrayBuffer[] = []) => self.postMessage(reply, { transfer }),
  pool,
  (work) => setTimeout(work, IDLE_PAUSE),
);

self.addEventListener('message', (event: MessageEvent<ClassRequest>) => {
  void serve(event.data);
});
