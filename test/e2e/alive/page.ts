import type { Decision, RunLog } from '../../../src/engine/index.ts';
import { createEngineClient } from '../../../src/worker/client.ts';
import { createReplayPool } from '../../../src/worker/replay-pool.ts';
import { poolSize } from '../../../src/worker/worker-pool.ts';

/** What a page noticed while something long went on. */
export type Watched<T> = {
  readonly outcome: T;
  readonly milliseconds: number;
  /** Main-thread tasks over 50 ms, milliseconds each. */
  readonly longTasks: readonly number[];
  /** Shares done, as they were told. */
  readonly progress: readonly number[];
};

const client = createEngineClient(
  () => new Worker(new URL('./big-game.worker.ts', import.meta.url), { type: 'module' }),
);
const pool = createReplayPool(
  () => new Worker(new URL('../../../src/worker/replay.worker.ts', import.meta.url), { type: 'module' }),
  poolSize(navigator.hardwareConcurrency),
);

async function watch<T>(work: (onProgress: (share: number) => void) => Promise<T>): Promise<Watched<T>> {
  const longTasks: number[] = [];
  const observer = new PerformanceObserver((list) =>
    longTasks.push(...list.getEntries().map(({ duration }) => duration)),
  );
  observer.observe({ type: 'longtask' });
  const progress: number[] = [];
  const start = performance.now();
  const outcome = await work((share) => progress.push(share));
  const milliseconds = performance.now() - start;
  // Entries are handed over after the task that made them.
  await new Promise((resume) => setTimeout(resume, 100));
  longTasks.push(...observer.takeRecords().map(({ duration }) => duration));
  observer.disconnect();
  return { outcome, milliseconds, longTasks, progress };
}

const alive = {
  openBigGame: (log: RunLog) => watch(async (told) => (await client.openGame(log, told)).kind),
  playBigRound: (decision: Decision) => watch(async (told) => (await client.playRound(decision, told)).kind),
  /** Asks for a round, gives it up at the first progress, and tells how long it took to be free again. */
  cancelBigRound: (decision: Decision) =>
    watch(async (told) => {
      let asked = 0;
      const round = client.playRound(decision, (share) => {
        told(share);
        if (asked > 0) return;
        asked = performance.now();
        client.cancel();
      });
      const { kind } = await round;
      return { kind, milliseconds: performance.now() - asked };
    }),
  replayMany: (logs: readonly RunLog[]) =>
    watch(async (told) => {
      const results = await pool.replayAll(logs, (done, of) => told(done / of));
      return results?.filter(({ kind }) => kind === 'verified').length ?? -1;
    }),
  cancelReplays: (logs: readonly RunLog[]) =>
    watch(async (told) => {
      let asked = 0;
      const results = await pool.replayAll(logs, (done, of) => {
        told(done / of);
        if (done < 5) return;
        asked = performance.now();
        pool.cancel();
      });
      return { kind: results === null ? 'cancelled' : 'done', milliseconds: performance.now() - asked };
    }),
  /** Blocks the page on purpose: what the others must not do. */
  block: (milliseconds: number) =>
    watch(async () => {
      await new Promise((resume) => setTimeout(resume, 0));
      for (const end = performance.now() + milliseconds; performance.now() < end; );
    }),
};

declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: a global is declared by merging.
  interface Window {
    alive: typeof alive;
  }
}

window.alive = alive;
