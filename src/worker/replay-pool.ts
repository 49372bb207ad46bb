import type { RunLog } from '../engine/index.ts';
import type { ReplayReply, ReplayRequest, ReplayResult, ReplayTask } from './replay-protocol.ts';
import { createWorkerPool, type PoolWorker } from './worker-pool.ts';

/** Replays many run logs on several workers: verification of a class, standings, debrief. */
export type ReplayPool = {
  /**
   * Plays every log again. Results come in the order of the logs; null when it was cancelled. Never rejects. A second call
   * waits for the first.
   *
   * @param onProgress called after each log with the logs done
   * @param taskOf what is to be told of each; whether it is verified when nothing is said
   * @param onResult called with each result as it comes: what is known stays known after a cancel
   */
  replayAll(
    logs: readonly RunLog[],
    onProgress?: (done: number, of: number) => void,
    taskOf?: (index: number) => ReplayTask,
    onResult?: (index: number, result: ReplayResult) => void,
  ): Promise<readonly ReplayResult[] | null>;
  /** Lets every worker open the firm of a log: for logs of the same class that are to come. */
  warmUp(log: RunLog): void;
  /** Gives up what is under way and what waits, at once. The pool can be used again. */
  cancel(): void;
};

export type ReplayWorker = PoolWorker<ReplayRequest, ReplayReply>;

/**
 * @param makeWorker starts a worker; workers are started when they are needed, and live on with the warm-up that they know
 * @param size how many at once, see `poolSize`
 */
export function createReplayPool(makeWorker: () => ReplayWorker, size: number): ReplayPool {
  type Job = { readonly log: RunLog; readonly task?: ReplayTask };
  const pool = createWorkerPool<Job, ReplayRequest, ReplayResult>({
    makeWorker,
    size,
    keepsWorkers: true,
    request: (index, { log, task }) => ({ index, log, ...(task ? { task } : {}) }),
    failed: (message) => ({ kind: 'failed', message }),
  });
  return {
    replayAll: (logs, onProgress, taskOf, onResult) =>
      pool.run(
        logs.map((log, index) => ({ log, ...(taskOf ? { task: taskOf(index) } : {}) })),
        (index, result, done) => {
          onResult?.(index, result);
          onProgress?.(done, logs.length);
        },
        { order: byWarmUp(logs) },
      ),
    warmUp(log) {
      const opening: Job = { log, task: { kind: 'open' } };
      void pool.run(Array.from({ length: size }, () => opening));
    },
    cancel: pool.cancel,
  };
}

/** Places of the logs, so ordered that games of one warm-up follow each other: a worker rarely needs another. */
function byWarmUp(logs: readonly RunLog[]): number[] {
  const groups = new Map<string, number[]>();
  for (const [index, { scenario, seed, level }] of logs.entries()) {
    const key = JSON.stringify([scenario.id, level, seed]);
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  }
  return [...groups.values()].flat();
}
