import { measureSeed } from '../balance/measure-seed.ts';
import { reoptimiseRound } from '../balance/reoptimise-round.ts';
import { replayClassGames } from '../replay-class-games.ts';
import { valuePlans, valuePolicies } from '../tuning/value-plans.ts';

/** Work that can be done on any thread: plain data in, plain data out. */
export const JOBS = { measureSeed, reoptimiseRound, valuePlans, valuePolicies, replayClassGames };

export type JobKind = keyof typeof JOBS;
export type JobPayload<K extends JobKind> = Parameters<(typeof JOBS)[K]>[0];
export type JobResult<K extends JobKind> = ReturnType<(typeof JOBS)[K]>;

/** What goes to a process of the pool, and what comes back. */
export type JobRequest = { readonly kind: JobKind; readonly index: number; readonly payload: unknown };
export type JobReply = { readonly index: number; readonly result?: unknown; readonly error?: string };
