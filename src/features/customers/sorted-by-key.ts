/** More rows than any table has: a key and a row's place go into one number together. */
const PLACES = 2 ** 20;
const LARGEST_KEY = Number.MAX_SAFE_INTEGER / PLACES;

/**
 * Rows by their keys, least first; rows with the same key keep their order. Sorted as plain numbers, each a key with a place behind it:
 * several times faster than by a function that compares, so that a hundred thousand rows are sorted within a frame.
 *
 * @param rows at most 2²⁰
 * @param keys one a row, in the order of the rows: whole numbers up to 2³³ either way; RangeError for others
 */
export function sortedByKey(rows: Int32Array, keys: Float64Array): Int32Array {
  const packed = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place++) {
    const key = keys[place];
    if (!Number.isInteger(key) || Math.abs(key) >= LARGEST_KEY) throw new RangeError(`cannot sort by ${key}`);
    packed[place] = key * PLACES + place;
  }
  packed.sort();
  const sorted = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    sorted[at] = rows[packed[at] - Math.floor(packed[at] / PLACES) * PLACES];
  }
  return sorted;
}
