import { drawn, streams } from './batch.ts';
import { quantileByWichura } from './quantile-by-wichura.ts';
import { type DrawKeys, mix, uniform } from './stream.ts';

// The lower half of (0, 1) is cut into octaves, each octave into 16 equal segments: the upper bits of u, seen as a double,
// are the segment's number. In each the quantile is a polynomial of degree 7 in the distance from the segment's centre.
const SEGMENTS_PER_OCTAVE = 16;
const OCTAVES = 32;
const COEFFICIENTS = 8;
const ENTRY_LENGTH = COEFFICIENTS + 1;
const SMALLEST_IN_TABLE = 2.3283064365386963e-10; // 2^-32, the smallest of `uniform`
// The upper 16 bits of 2^-32 as a double.
const FIRST_SEGMENT = (1023 - 32) * SEGMENTS_PER_OCTAVE;

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);

/** For each segment of the lower half: its centre, then the coefficients from the constant up. */
const TABLE = tabulate();

/**
 * The standard normal quantile of u in (0, 1): a draw from the standard normal distribution by inversion of one uniform.
 *
 * Error below 1e-15 of the larger of 1 and the result; strictly rising over the values of `uniform`;
 * normal(1 - u) = -normal(u) wherever 1 - u is exact. 0 gives -Infinity, 1 Infinity, outside NaN.
 *
 * *Source:* `quantileByWichura`, from which the table is made when the module is loaded.
 */
export function normal(u: number): number {
  // Arithmetic in place of a choice: which half u is in cannot be predicted.
  const upper = Number(u > 0.5);
  const tail = u + upper * (1 - 2 * u);
  // The plus tells the compiler that a number comes back: without it every result would be put on the heap.
  if (!(tail >= SMALLEST_IN_TABLE && tail < 0.5)) return +quantileByWichura(u);
  double[0] = tail;
  const entry = ((words[1] >> 16) - FIRST_SEGMENT) * ENTRY_LENGTH;
  const d = tail - TABLE[entry];
  const square = d * d;
  const low = TABLE[entry + 1] + d * TABLE[entry + 2] + square * (TABLE[entry + 3] + d * TABLE[entry + 4]);
  const high = TABLE[entry + 5] + d * TABLE[entry + 6] + square * (TABLE[entry + 7] + d * TABLE[entry + 8]);
  return (low + square * square * high) * (1 - 2 * upper);
}

/**
 * `normal` of the first word of each of the batch's first `size` customers: `streams` says whose, `drawn` is told.
 *
 * *Draws:* attempt 0 lane 0.
 */
export function normals(keys: DrawKeys, size: number): void {
  const key = keys[0];
  for (let i = 0; i < size; i++) drawn[i] = normal(uniform(mix((streams[i] + key) | 0)));
}

/** Interpolates at Chebyshev points by divided differences, then expands around the centre. */
function tabulate(): Float64Array {
  const table = new Float64Array((OCTAVES - 1) * SEGMENTS_PER_OCTAVE * ENTRY_LENGTH);
  const points = chebyshevPoints();
  const values = new Float64Array(COEFFICIENTS);
  const expanded = new Float64Array(COEFFICIENTS);
  let entry = 0;
  for (let start = SMALLEST_IN_TABLE; start < 0.5; start *= 2) {
    const halfWidth = start / (2 * SEGMENTS_PER_OCTAVE);
    for (let segment = 0; segment < SEGMENTS_PER_OCTAVE; segment++) {
      const centre = start + (2 * segment + 1) * halfWidth;
      const middle = quantileByWichura(centre);
      // Differences from the middle are small, and so are their rounding errors.
      for (let i = 0; i < COEFFICIENTS; i++) values[i] = quantileByWichura(centre + points[i] * halfWidth) - middle;
      for (let order = 1; order < COEFFICIENTS; order++) {
        for (let i = COEFFICIENTS - 1; i >= order; i--) {
          values[i] = (values[i] - values[i - 1]) / (points[i] - points[i - order]);
        }
      }
      expanded.fill(0);
      for (let i = COEFFICIENTS - 1; i >= 0; i--) {
        for (let power = COEFFICIENTS - 1; power > 0; power--) {
          expanded[power] = expanded[power - 1] - points[i] * expanded[power];
        }
        expanded[0] = values[i] - points[i] * expanded[0];
      }
      table[entry] = centre;
      let scale = 1;
      for (let power = 0; power < COEFFICIENTS; power++) {
        table[entry + 1 + power] = expanded[power] / scale;
        scale *= halfWidth;
      }
      table[entry + 1] += middle;
      entry += ENTRY_LENGTH;
    }
  }
  return table;
}

/** cos((2i + 1) pi / 16), i = 0..7, by square roots. */
function chebyshevPoints(): Float64Array {
  const cosineOfEighth = Math.sqrt(2 + Math.sqrt(2)) / 2;
  const sineOfEighth = Math.sqrt(2 - Math.sqrt(2)) / 2;
  const a = Math.sqrt((1 + cosineOfEighth) / 2);
  const b = Math.sqrt((1 + sineOfEighth) / 2);
  const c = Math.sqrt((1 - sineOfEighth) / 2);
  const d = Math.sqrt((1 - cosineOfEighth) / 2);
  return Float64Array.of(a, b, c, d, -d, -c, -b, -a);
}
