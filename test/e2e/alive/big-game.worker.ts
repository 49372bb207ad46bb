import { openFirm } from '../../../src/engine/index.ts';
import { resized } from '../../../src/scenarios/resized.ts';
import { createEngineService } from '../../../src/worker/engine-service.ts';
import type { Reply, Request } from '../../../src/worker/protocol.ts';

const CUSTOMERS = 1_000_000;

/** The game's own worker, but that every game it opens has a million customers. */
const serve = createEngineService(
  (reply: Reply) => self.postMessage(reply),
  (scenario, ...rest) => openFirm(resized(scenario, CUSTOMERS), ...rest),
);

self.addEventListener('message', (event: MessageEvent<Request>) => {
  void serve(event.data);
});
