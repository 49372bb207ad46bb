import { doJobs } from './do-jobs.ts';
import type { Jobs } from './jobs.ts';

/** A page that asks its server for jobs, does them, and posts the results: all that a browser has to do is open it. */
async function main(): Promise<void> {
  const jobs = (await (await fetch('./jobs.json')).json()) as Jobs;
  return post(await doJobs(jobs, navigator.userAgent, (address) => new Worker(address, { type: 'module' })));
}

async function post(results: unknown): Promise<void> {
  await fetch('./results', { method: 'POST', body: JSON.stringify(results) });
}

main().catch((error: unknown) =>
  post({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
);
