/** The k-th largest score, and how many scores are strictly above it. */
export type LargestThreshold = { threshold: number; above: number };

// Scratch for one call, always left as zeros.
const histogram = new Int32Array(65536);

/**
 * Where to cut so that the k largest scores are above or at the cut.
 *
 * `scores` are 32-bit integers, negative ones included. With `rows`, the first `count` scores meant are
 * scores[rows[0]], scores[rows[1]] …; without, scores[0 .. count - 1]. Scores equal to the threshold are not told apart:
 * `k - above` of them belong to the k largest, and the caller says which (by id). Nothing is moved or sorted.
 *
 * A histogram of the upper 16 bits finds the bucket of the k-th largest, one of the lower 16 bits the score in it.
 * Throws RangeError when k is not a whole number in 1..count.
 */
export function thresholdOfLargest(
  scores: Int32Array,
  rows: Int32Array | null,
  count: number,
  k: number,
): LargestThreshold {
  return thresholdsOfLargest(scores, rows, count, [k])[0];
}

/** The same for several k at once: they share the histogram of the upper bits. */
export function thresholdsOfLargest(
  scores: Int32Array,
  rows: Int32Array | null,
  count: number,
  ks: readonly number[],
): LargestThreshold[] {
  for (const k of ks) {
    if (Number.isInteger(k) && k >= 1 && k <= count) continue;
    throw new RangeError(`thresholdOfLargest: k = ${k} is not a whole number in 1..${count}`);
  }
  if (rows === null) countUpperHalves(scores, count);
  else countUpperHalvesOfRows(scores, rows, count);
  const buckets = ks.map((k) => ({ upper: bucketFromTop(k), above: countInHigherBuckets }));
  histogram.fill(0);
  return buckets.map(({ upper, above }, index) => {
    // Undo the shift that ordered negative scores below positive ones.
    const upperBits = (upper ^ 0x8000) << 16;
    if (rows === null) countLowerHalves(scores, count, upperBits);
    else countLowerHalvesOfRows(scores, rows, count, upperBits);
    const lower = bucketFromTop(ks[index] - above);
    const threshold = { threshold: upperBits | lower, above: above + countInHigherBuckets };
    histogram.fill(0);
    return threshold;
  });
}

function countUpperHalves(scores: Int32Array, count: number): void {
  for (let i = 0; i < count; i++) histogram[(scores[i] >>> 16) ^ 0x8000]++;
}

function countUpperHalvesOfRows(scores: Int32Array, rows: Int32Array, count: number): void {
  for (let i = 0; i < count; i++) histogram[(scores[rows[i]] >>> 16) ^ 0x8000]++;
}

function countLowerHalves(scores: Int32Array, count: number, upperBits: number): void {
  for (let i = 0; i < count; i++) {
    const score = scores[i];
    if ((score & 0xffff0000) === upperBits) histogram[score & 0xffff]++;
  }
}

function countLowerHalvesOfRows(scores: Int32Array, rows: Int32Array, count: number, upperBits: number): void {
  for (let i = 0; i < count; i++) {
    const score = scores[rows[i]];
    if ((score & 0xffff0000) === upperBits) histogram[score & 0xffff]++;
  }
}

// A second result of `bucketFromTop`, kept here so that it need not allocate.
let countInHigherBuckets = 0;

function bucketFromTop(k: number): number {
  let reached = 0;
  let bucket = 65536;
  while (reached < k) {
    bucket--;
    reached += histogram[bucket];
  }
  countInHigherBuckets = reached - histogram[bucket];
  return bucket;
}
