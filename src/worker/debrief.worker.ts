import type { DebriefRequest } from './debrief-protocol.ts';
import { createDebriefService } from './debrief-service.ts';

const serve = createDebriefService();

self.addEventListener('message', (event: MessageEvent<DebriefRequest>) => {
  self.postMessage(serve(event.data));
});
