import { BATCH } from '../random/batch.ts';

/** Customers are taken through a quarter in chunks of this many, each of which is one batch of draws. */
export const CHUNK = BATCH;

// The chunk under way: constants of the module for the reason that `random/batch.ts` gives.

/** Rows of the population: the chunk's living customers. */
export const rows = new Int32Array(CHUNK);
/** Share of the quarter that each lives, 0 to 1. */
export const lived = new Float64Array(CHUNK);
/** Cents, by customer who ordered. */
export const revenue = new Int32Array(CHUNK);
