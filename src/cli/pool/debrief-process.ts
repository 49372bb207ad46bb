import type { DebriefRequest } from '../../worker/debrief-protocol.ts';
import { createDebriefService } from '../../worker/debrief-service.ts';

/** One process of a debrief: plays the games it is sent, until its parent lets go of it. */
const serve = createDebriefService();

process.on('message', (request) => {
  process.send?.(serve(request as DebriefRequest));
});
