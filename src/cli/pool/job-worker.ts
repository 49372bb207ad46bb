import { JOBS, type JobReply, type JobRequest } from './jobs.ts';

/** The other end of the pool: one process that does the jobs it is sent, until the pool lets go of it. */
process.on('message', (message) => {
  const { kind, index, payload } = message as JobRequest;
  let reply: JobReply;
  try {
    reply = { index, result: (JOBS[kind] as (given: unknown) => unknown)(payload) };
  } catch (error) {
    reply = { index, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  process.send?.(reply);
});
