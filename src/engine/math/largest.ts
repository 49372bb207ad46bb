/** The k-th largest score, and how many scores are strictly above it. */
export type LargestThreshold = { threshold: number; above: number };

const BUCKETS = 4096;
const BUCKET_BITS = 12;
/** Few enough to be sorted at once. */
const FEW = 32;

// Scratch for one call; the histogram and what is wanted are always left as zeros.
const histogram = new Int32Array(BUCKETS);
const isWanted = new Uint8Array(BUCKETS);
let scratch = new Int32Array(0);

/**
 * Where to cut so that the k largest scores are above or at the cut, for each k asked for: they share the first histogram.
 *
 * `scores` are 32-bit integers, negative ones included. Scores equal to the threshold are not told apart: `k - above` of them belong to
 * the k largest, and the caller says which (by id). The scores are left as they are.
 *
 * A histogram of the upper 12 bits of the range finds the bucket of the k-th largest; the scores of that bucket are cut again.
 * Throws RangeError when a k is not a whole number in 1..scores.length.
 */
export function thresholdsOfLargest(scores: Int32Array, ks: readonly number[]): LargestThreshold[] {
  const count = scores.length;
  for (const k of ks) {
    if (Number.isInteger(k) && k >= 1 && k <= count) continue;
    throw new RangeError(`thresholdsOfLargest: k = ${k} is not a whole number in 1..${count}`);
  }
  if (ks.length === 0) return [];
  if (scratch.length < count) scratch = new Int32Array(count);
  const values = scratch.subarray(0, count);
  values.set(scores);
  return cutsOf(values, ks);
}

// The loops over scores are functions of their own, so that nothing around them is compiled with them.

function count(values: Int32Array, lowest: number, shift: number): void {
  for (let i = 0; i < values.length; i++) histogram[((values[i] - lowest) >>> 0) >>> shift]++;
}

function cutsOf(values: Int32Array, ks: readonly number[]): LargestThreshold[] {
  if (values.length <= FEW) {
    const falling = values.slice().sort().reverse();
    return ks.map((k) => ({ threshold: falling[k - 1], above: falling.indexOf(falling[k - 1]) }));
  }
  const { lowest, shift } = rangeOf(values);
  count(values, lowest, shift);
  const buckets = ks.map(bucketFromTop);
  histogram.fill(0);
  const near = shift === 0 ? values : inBuckets(values, lowest, shift, buckets);
  return ks.map((k, index) => {
    const { bucket, above } = buckets[index];
    // One score a bucket.
    if (shift === 0) return { threshold: (lowest + bucket) | 0, above };
    const [cut] = cutsOf(inBucket(near, lowest, shift, buckets[index]), [k - above]);
    return { threshold: cut.threshold, above: above + cut.above };
  });
}

/** The lowest score, and how many low bits of a score's distance from it to leave out for the rest to number a bucket. */
function rangeOf(values: Int32Array): { lowest: number; shift: number } {
  let lowest = values[0];
  let highest = values[0];
  for (let i = 1; i < values.length; i++) {
    lowest = Math.min(lowest, values[i]);
    highest = Math.max(highest, values[i]);
  }
  const bits = 32 - Math.clz32((highest - lowest) >>> 0);
  return { lowest, shift: Math.max(0, bits - BUCKET_BITS) };
}

type Bucket = { readonly bucket: number; readonly count: number; readonly above: number };

/** The bucket of the k-th largest, how many it holds, and how many are in higher buckets. */
function bucketFromTop(k: number): Bucket {
  let reached = 0;
  let bucket = BUCKETS;
  while (reached < k) {
    bucket--;
    reached += histogram[bucket];
  }
  const count = histogram[bucket];
  return { bucket, count, above: reached - count };
}

/** The scores of several buckets, moved to the front: few of them all, so that looking at each bucket alone is quick. */
function inBuckets(values: Int32Array, lowest: number, shift: number, buckets: readonly Bucket[]): Int32Array {
  for (const { bucket } of buckets) isWanted[bucket] = 1;
  let size = 0;
  for (let i = 0; i < values.length; i++) {
    if (isWanted[((values[i] - lowest) >>> 0) >>> shift] === 1) values[size++] = values[i];
  }
  for (const { bucket } of buckets) isWanted[bucket] = 0;
  return values.subarray(0, size);
}

function inBucket(values: Int32Array, lowest: number, shift: number, { bucket, count }: Bucket): Int32Array {
  // One place more, for writing without a branch.
  const found = new Int32Array(count + 1);
  let size = 0;
  for (let i = 0; i < values.length; i++) {
    found[size] = values[i];
    size += Number(((values[i] - lowest) >>> 0) >>> shift === bucket);
  }
  return found.subarray(0, count);
}
