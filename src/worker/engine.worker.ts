import { openFirm } from '../engine/index.ts';
import { createEngineService } from './engine-service.ts';
import type { Reply, Request } from './protocol.ts';

/** Milliseconds between two pieces of idle work: requests come first, and a phone keeps cool. */
const IDLE_PAUSE = 60;

const serve = createEngineService(
  (reply: Reply, transfer: ArrayBuffer[] = []) => self.postMessage(reply, { transfer }),
  openFirm,
  (work) => setTimeout(work, IDLE_PAUSE),
);

self.addEventListener('message', (event: MessageEvent<Request>) => {
  void serve(event.data);
});
