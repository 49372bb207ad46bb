import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { JOBS, type JobKind, type JobPayload, type JobReply, type JobRequest, type JobResult } from './jobs.ts';
import { processScript } from './process-script.ts';

/** Does many jobs of one kind, in several processes at a time: they load TypeScript as this one does, which threads do not. */
export type JobPool = {
  /** Results in the order of the payloads. */
  readonly run: <K extends JobKind>(
    kind: K,
    payloads: readonly JobPayload<K>[],
    onDone?: (done: number, of: number) => void,
  ) => Promise<readonly JobResult<K>[]>;
  readonly close: () => void;
};

/** As many processes as the machine runs at a time. */
export const allProcesses: number = availableParallelism();

/** @param processes 1 works in this process and starts none */
export function openJobPool(processes: number): JobPool {
  if (processes <= 1) return { run: runHere, close: () => {} };
  const script = processScript(new URL('./job-worker.ts', import.meta.url));
  const workers = Array.from({ length: processes }, () => fork(script, { serialization: 'advanced' }));
  return {
    run: (kind, payloads, onDone) => runOn(workers, kind, payloads, onDone),
    close: () => {
      for (const worker of workers) worker.disconnect();
    },
  };
}

const runHere: JobPool['run'] = async (kind, payloads, onDone) => {
  const work = JOBS[kind] as (payload: unknown) => never;
  return payloads.map((payload, index) => {
    const result = work(payload);
    onDone?.(index + 1, payloads.length);
    return result;
  });
};

/** Each worker gets the next job when it has done one. */
function runOn<K extends JobKind>(
  workers: readonly ChildProcess[],
  kind: K,
  payloads: readonly JobPayload<K>[],
  onDone?: (done: number, of: number) => void,
): Promise<readonly JobResult<K>[]> {
  return new Promise((resolve, reject) => {
    const results = new Array<JobResult<K>>(payloads.length);
    let sent = 0;
    let done = 0;
    const detach: (() => void)[] = [];
    const end = (settle: () => void) => {
      for (const off of detach) off();
      settle();
    };
    if (payloads.length === 0) return resolve(results);
    for (const worker of workers) {
      const send = () => {
        if (sent >= payloads.length) return;
        const request: JobRequest = { kind, index: sent, payload: payloads[sent] };
        sent++;
        worker.send(request);
      };
      const onMessage = (message: unknown) => {
        const { index, result, error } = message as JobReply;
        if (error !== undefined) return end(() => reject(new Error(error)));
        results[index] = result as JobResult<K>;
        done++;
        onDone?.(done, payloads.length);
        if (done === payloads.length) return end(() => resolve(results));
        send();
      };
      const onExit = (code: number | null) => end(() => reject(new Error(`a process of the pool ended (${code})`)));
      worker.on('message', onMessage).on('exit', onExit);
      detach.push(() => worker.off('message', onMessage).off('exit', onExit));
      send();
    }
  });
}
