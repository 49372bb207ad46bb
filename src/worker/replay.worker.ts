import type { ReplayRequest } from './replay-protocol.ts';
import { createReplayService } from './replay-service.ts';

const serve = createReplayService();

self.addEventListener('message', (event: MessageEvent<ReplayRequest>) => {
  self.postMessage(serve(event.data));
});
