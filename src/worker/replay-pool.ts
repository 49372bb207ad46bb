import type { RunLog } from '../engine/index.ts';
import type { ReplayReply, ReplayRequest, ReplayResult, ReplayTask } from './replay-protocol.ts';

/** Replays many run logs on several workers: verification of a class, standings, debrief. */
export type ReplayPool = {
  /**
   * Plays every log again. Results come in the order of the logs; null when it was cancelled. Never rejects. A second call
   * waits for the first.
   *
   * @param onProgress called after each log with the logs done
   * @param task what is to be told of each; whether it is verified when nothing is said
   * @param onResult called with each result as it comes: what is known stays known after a cancel
   */
  replayAll(
    logs: readonly RunLog[],
    onProgress?: (done: number, of: number) => void,
    task?: ReplayTask,
    onResult?: (index: number, result: ReplayResult) => void,
  ): Promise<readonly ReplayResult[] | null>;
  /** Gives up what is under way and what waits, at once. The pool can be used again. */
  cancel(): void;
};

/** The part of a Worker that the pool uses. */
export type ReplayWorker = {
  postMessage(message: ReplayRequest): void;
  addEventListener(kind: 'message', listener: (event: { readonly data: ReplayReply }) => void): void;
  addEventListener(kind: 'error' | 'messageerror', listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
};

/** More workers than this only cost memory: each holds a warm-up of several megabytes. */
const MOST_WORKERS = 8;

/** Workers for a machine of so many threads: one is left to the page where there are more than two. */
export function poolSize(threads: number): number {
  return Math.min(MOST_WORKERS, threads > 2 ? threads - 1 : Math.max(1, threads));
}

/**
 * @param makeWorker starts a worker; workers are started when they are needed and ended when there is nothing to do
 * @param size how many at once, see `poolSize`
 */
export function createReplayPool(makeWorker: () => ReplayWorker, size: number): ReplayPool {
  let last: Promise<unknown> = Promise.resolve();
  let generation = 0;
  let giveUp: (() => void) | null = null;

  function run(
    logs: readonly RunLog[],
    onProgress?: (done: number, of: number) => void,
    task?: ReplayTask,
    onResult?: (index: number, result: ReplayResult) => void,
  ) {
    const requestOf = (index: number): ReplayRequest => ({ index, log: logs[index], ...(task ? { task } : {}) });
    return new Promise<readonly ReplayResult[] | null>((settle) => {
      const queue = byWarmUp(logs);
      const results = new Array<ReplayResult>(logs.length);
      const workers: ReplayWorker[] = [];
      let done = 0;

      function end(outcome: readonly ReplayResult[] | null): void {
        for (const worker of workers) worker.terminate();
        workers.length = 0;
        giveUp = null;
        settle(outcome);
      }

      function note(index: number, result: ReplayResult): void {
        results[index] = result;
        onResult?.(index, result);
        done++;
        onProgress?.(done, logs.length);
        if (done === logs.length) end(results);
      }

      function startWorker(): void {
        let current = queue.shift();
        if (current === undefined) return;
        let worker: ReplayWorker;
        try {
          worker = makeWorker();
        } catch (error) {
          note(current, { kind: 'failed', message: String(error) });
          startWorker();
          return;
        }
        workers.push(worker);
        worker.addEventListener('message', ({ data }) => {
          if (!workers.includes(worker)) return;
          note(data.index, data.result);
          current = queue.shift();
          if (current !== undefined) worker.postMessage(requestOf(current));
        });
        const died = ({ message }: { readonly message?: string }) => {
          const place = workers.indexOf(worker);
          if (place < 0) return;
          workers.splice(place, 1);
          worker.terminate();
          if (current !== undefined) note(current, { kind: 'failed', message: message || 'the worker stopped' });
          // The log it died of has its answer; another worker takes the rest.
          if (done < logs.length) startWorker();
        };
        worker.addEventListener('error', died);
        worker.addEventListener('messageerror', died);
        worker.postMessage(requestOf(current));
      }

      giveUp = () => end(null);
      if (logs.length === 0) return end(results);
      for (let n = Math.min(size, logs.length); n > 0; n--) startWorker();
    });
  }

  return {
    replayAll(logs, onProgress, task, onResult) {
      const mine = generation;
      const turn = last.then(() => (mine === generation ? run(logs, onProgress, task, onResult) : null));
      last = turn;
      return turn;
    },
    cancel() {
      generation++;
      giveUp?.();
    },
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
