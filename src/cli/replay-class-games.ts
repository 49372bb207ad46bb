import type { RunLog } from '../engine/index.ts';
import type { ReplayResult } from '../worker/replay-protocol.ts';
import { createReplayService } from '../worker/replay-service.ts';

/** One a process, so that its games share one warm-up. */
const serve = createReplayService();

/** Plays games of a class again, round by round. */
export function replayClassGames({ logs }: { readonly logs: readonly RunLog[] }): readonly ReplayResult[] {
  return logs.map((log, index) => serve({ index, log, task: { kind: 'class-game', isFollowed: false } }).result);
}
