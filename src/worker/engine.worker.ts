import { createEngineService } from './engine-service.ts';
import type { Reply, Request } from './protocol.ts';

const serve = createEngineService((reply: Reply, transfer: ArrayBuffer[] = []) =>
  self.postMessage(reply, { transfer }),
);

self.addEventListener('message', (event: MessageEvent<Request>) => {
  void serve(event.data);
});
