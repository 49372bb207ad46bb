import { createEngineClient, type WorkerLike } from '../../../src/worker/client.ts';
import { nativeBits, portableBits } from './bits-of-functions.ts';
import type { Jobs, Results } from './jobs.ts';

/** Replays every game through the built worker, and fingerprints the functions, on whatever engine this runs. */
export async function doJobs(
  jobs: Jobs,
  userAgent: string,
  startWorker: (address: string) => WorkerLike,
): Promise<Results> {
  const client = createEngineClient(() => startWorker(jobs.worker));
  const games: Record<string, readonly string[] | string> = {};
  for (const { name, log } of jobs.games) {
    const outcome = await client.openGame(log);
    games[name] = outcome.kind === 'ok' ? outcome.value.digests : JSON.stringify(outcome);
  }
  client.dispose();
  return { userAgent, games, portable: portableBits(), native: nativeBits() };
}
