/**
 * Most draws that one call of a batch sampler makes. Batches are staged: each stage is a short loop over arrays of this
 * length, which stay in cache, and no number is passed from one call to another on the heap.
 */
export const BATCH = 512;
