import { overslept } from './pulse.ts';

/** The part of a Worker that a pool uses. */
export type PoolWorker<Request, Reply> = {
  postMessage(message: Request): void;
  addEventListener(kind: 'message', listener: (event: { readonly data: Reply }) => void): void;
  addEventListener(kind: 'error' | 'messageerror', listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
};

/** Milliseconds between two words on how far work has come: what a reader follows, and no more for the page to draw. */
export const TELL_INTERVAL = 500;

/** Milliseconds that a worker has for one job before it counts as dead: many times what a slow device takes. Browsers may end one without an event. */
const JOB_PATIENCE = 120_000;

/** Jobs that a worker has at most, with the one it does: it need not wait for its next while the page has other things to do. */
const MOST_GIVEN = 2;

/** More workers than this only cost memory: each holds a warm-up of several megabytes. */
const MOST_WORKERS = 8;

/** Workers for a machine of so many threads: one is left to the page where there are more than two. */
export function poolSize(threads: number): number {
  return Math.min(MOST_WORKERS, threads > 2 ? threads - 1 : Math.max(1, threads));
}

export type WorkerPoolOptions<Job, Request, Result> = {
  /** Starts a worker; workers are started when they are needed. */
  readonly makeWorker: () => PoolWorker<Request, { readonly index: number; readonly result: Result }>;
  /** How many at once, see `poolSize`. */
  readonly size: number;
  readonly request: (index: number, job: Job) => Request;
  /** The result of a job whose worker died of it. */
  readonly failed: (message: string) => Result;
  /** Whether workers live on between two runs, with what they have worked out. */
  readonly keepsWorkers?: boolean;
  /** What a job's worker knows afterwards: a later job of the same topic goes to the same worker, unless that is busy when another is free. Null: of none. */
  readonly topic?: (job: Job) => string | null;
  /** Milliseconds that a worker has for one job. */
  readonly jobPatience?: number;
};

/** Does many jobs on several workers. */
export type WorkerPool<Job, Result> = {
  /**
   * Does every job. Results come in the order of the jobs; null when it was cancelled. Never rejects. A second call waits
   * for the first.
   *
   * @param onResult called after each job with its place and the jobs done
   * @param how `order`: places of the jobs in the order in which to begin them. `givesWay`: when there is a later call, what no
   *   worker has been given is left undone, and the outcome is null
   */
  run(
    jobs: readonly Job[],
    onResult?: (index: number, result: Result, done: number) => void,
    how?: HowToRun,
  ): Promise<readonly Result[] | null>;
  /** Gives up what is under way and what waits, at once. The pool can be used again. */
  cancel(): void;
};

type HowToRun = { readonly order?: readonly number[]; readonly givesWay?: boolean };

export function createWorkerPool<Job, Request, Result>({
  makeWorker,
  size,
  request,
  failed,
  keepsWorkers = false,
  topic,
  jobPatience = JOB_PATIENCE,
}: WorkerPoolOptions<Job, Request, Result>): WorkerPool<Job, Result> {
  type Reply = { readonly index: number; readonly result: Result };
  type Listening = {
    readonly worker: PoolWorker<Request, Reply>;
    timer: ReturnType<typeof setTimeout> | undefined;
    onSilence: () => void;
    onReply: (reply: Reply) => void;
    onDeath: (message: string) => void;
  };
  let last: Promise<unknown> = Promise.resolve();
  let generation = 0;
  let calls = 0;
  let giveUp: (() => void) | null = null;
  let idle: Listening[] = [];
  /** Leaves undone what no worker has been given, if the run under way gives way. */
  let giveWay: (() => void) | null = null;
  /** Who knows of a topic. */
  const experts = new Map<string, Listening>();

  function give(listening: Listening, work: Request): void {
    listening.worker.postMessage(work);
    awaitReply(listening);
  }

  function awaitReply(listening: Listening): void {
    const since = performance.now();
    clearTimeout(listening.timer);
    listening.timer = setTimeout(
      () => (overslept(since, jobPatience) ? awaitReply(listening) : listening.onSilence()),
      jobPatience,
    );
  }

  function endIdle(): void {
    for (const { worker } of idle) worker.terminate();
    idle = [];
    experts.clear();
  }

  function start(): Listening {
    const kept = idle.pop();
    if (kept) return kept;
    const worker = makeWorker();
    const listening: Listening = {
      worker,
      timer: undefined,
      onSilence: () => {},
      onReply: () => {},
      onDeath: () => {},
    };
    worker.addEventListener('message', ({ data }) => {
      clearTimeout(listening.timer);
      listening.onReply(data);
    });
    const died = ({ message }: { readonly message?: string }) => {
      idle = idle.filter((other) => other !== listening);
      clearTimeout(listening.timer);
      worker.terminate();
      listening.onDeath(message || 'the worker stopped');
    };
    listening.onSilence = () => died({ message: 'the worker gave no sign of life' });
    worker.addEventListener('error', died);
    worker.addEventListener('messageerror', died);
    return listening;
  }

  function run(
    jobs: readonly Job[],
    onResult: ((index: number, result: Result, done: number) => void) | undefined,
    { order = jobs.map((_, index) => index), givesWay = false }: HowToRun,
  ) {
    return new Promise<readonly Result[] | null>((settle) => {
      const queue = [...order];
      const results = new Array<Result>(jobs.length);
      let busy: Listening[] = [];
      let done = 0;
      let ended = false;

      /** The next job for a worker: one whose topic it knows, else one whose topic no other knows, else any. */
      function nextFor(listening: Listening): number | undefined {
        if (!topic) return queue.shift();
        const expertOn = (index: number) => experts.get(topic(jobs[index]) ?? '');
        const known = queue.findIndex((index) => expertOn(index) === listening);
        const place = known >= 0 ? known : queue.findIndex((index) => expertOn(index) === undefined);
        const [index] = queue.splice(Math.max(0, place), 1);
        const learned = index === undefined || place < 0 ? null : topic(jobs[index]);
        if (learned !== null) experts.set(learned, listening);
        return index;
      }

      function end(outcome: readonly Result[] | null, keeps = keepsWorkers && outcome !== null): void {
        ended = true;
        for (const { worker, timer } of busy) {
          clearTimeout(timer);
          worker.terminate();
        }
        if (!keeps) endIdle();
        busy = [];
        giveUp = null;
        giveWay = null;
        settle(outcome);
      }

      function note(index: number, result: Result): void {
        results[index] = result;
        done++;
        onResult?.(index, result, done);
        if (!ended && done === results.length) end(results);
      }

      function work(): void {
        if (queue.length === 0) return;
        let listening: Listening;
        try {
          listening = start();
        } catch (error) {
          note(queue.shift() as number, failed(String(error)));
          work();
          return;
        }
        /** Places of the jobs it has, in the order in which it does them. */
        const given: number[] = [];
        const giveNext = () => {
          const index = nextFor(listening) as number;
          given.push(index);
          give(listening, request(index, jobs[index]));
        };
        busy.push(listening);
        listening.onReply = ({ index, result }) => {
          if (ended) return;
          given.shift();
          // The last jobs are kept for whoever is free first.
          while (queue.length > 0 && given.length < (queue.length >= size ? MOST_GIVEN : 1)) giveNext();
          if (given.length > 0) awaitReply(listening);
          else {
            busy = busy.filter((other) => other !== listening);
            idle.push(listening);
          }
          note(index, result);
          if (!ended && busy.length === 0) end(null, keepsWorkers);
        };
        listening.onDeath = (message) => {
          if (!busy.includes(listening)) return;
          busy = busy.filter((other) => other !== listening);
          // It died of the job it was doing; another worker takes the rest.
          const [diedOf, ...notBegun] = given;
          queue.unshift(...notBegun);
          note(diedOf, failed(message));
          if (!ended) work();
          if (!ended && busy.length === 0) end(null, keepsWorkers);
        };
        giveNext();
      }

      giveUp = () => end(null);
      giveWay = () => {
        if (givesWay) queue.length = 0;
      };
      if (jobs.length === 0) return end(results);
      for (let n = Math.min(size, jobs.length); n > 0; n--) work();
    });
  }

  return {
    run(jobs, onResult, how = {}) {
      const mine = generation;
      const call = ++calls;
      giveWay?.();
      const turn = last.then(() => {
        const isUnwanted = mine !== generation || (how.givesWay && call !== calls);
        return isUnwanted ? null : run(jobs, onResult, how);
      });
      last = turn;
      return turn;
    },
    cancel() {
      generation++;
      giveUp?.();
      endIdle();
    },
  };
}
