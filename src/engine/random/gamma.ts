import { ln } from '../math/ln.ts';
import { pow } from '../math/pow.ts';
import { BATCH, drawn, shapes, streams } from './batch.ts';
import { normal } from './normal.ts';
import { ATTEMPTS, type DrawKeys, mix, uniform, wordAt } from './stream.ts';

/** Below 1 - SQUEEZE z^4 a uniform is accepted without a logarithm. */
const SQUEEZE = 0.0331;
// Constants of the method for the whole shapes 1..16.
const LARGEST_TABULATED = 16;
const D_OF_SHAPE = new Float64Array(LARGEST_TABULATED + 1).map((_, shape) => shape - 1 / 3);
const C_OF_SHAPE = D_OF_SHAPE.map((d) => 1 / (3 * Math.sqrt(d)));

/**
 * A draw from the gamma distribution of this shape and scale 1: its mean is the shape. Multiply by a scale as needed.
 *
 * Shape > 0, otherwise RangeError. Quick for the whole shapes 1 to 16, whose constants are tabulated.
 *
 * *Draws:* lanes 0 and 1 of each attempt until one is accepted (95 % of the first ones at shape 1, 98 % at 3); below
 * shape 1 also lane 2 of attempt 0.
 * *Source:* G. Marsaglia and W. W. Tsang (2000), A simple method for generating gamma variables, ACM TOMS 26(3).
 */
export function gamma(shape: number, stream: number, keys: DrawKeys): number {
  if (shape >= 1) {
    const whole = shape | 0;
    if (whole === shape && whole <= LARGEST_TABULATED) {
      return marsagliaTsang(D_OF_SHAPE[whole], C_OF_SHAPE[whole], stream, keys);
    }
    const d = shape - 1 / 3;
    return marsagliaTsang(d, 1 / (3 * Math.sqrt(d)), stream, keys);
  }
  if (!(shape > 0)) throw new RangeError(`gamma: shape ${shape} is not positive`);
  const d = shape + 2 / 3;
  const larger = marsagliaTsang(d, 1 / (3 * Math.sqrt(d)), stream, keys);
  return larger * pow(uniform(wordAt(stream, keys, 0, 2)), 1 / shape);
}

/** Places in the batch where the first attempt's quick test did not accept. */
const missed = new Int32Array(BATCH);

/**
 * `gamma` of the batch's first `size` customers, bit for bit the same: `shapes` and `streams` say of what, `drawn` is told.
 *
 * *Draws:* as `gamma`.
 */
export function gammas(keys: DrawKeys, size: number): void {
  const keyOfNormal = keys[0];
  const keyOfUniform = keys[1];
  // Not by `normals`: compiled into this function with it, each of its results would be put on the heap.
  for (let i = 0; i < size; i++) drawn[i] = normal(uniform(mix((streams[i] + keyOfNormal) | 0)));
  let missedCount = 0;
  for (let i = 0; i < size; i++) {
    const shape = shapes[i];
    const d = shape - 1 / 3;
    const z = drawn[i];
    const root = 1 + (1 / (3 * Math.sqrt(d))) * z;
    const u = uniform(mix((streams[i] + keyOfUniform) | 0));
    const square = z * z;
    if (shape >= 1 && root > 0 && u < 1 - SQUEEZE * square * square) drawn[i] = d * (root * root * root);
    else missed[missedCount++] = i;
  }
  if (missedCount > 0) drawMissed(keys, missedCount);
}

/** The others, whose normals still stand in `drawn`: by the first attempt's exact test, or else (one in fifty) one by one. */
function drawMissed(keys: DrawKeys, missedCount: number): void {
  const keyOfUniform = keys[1];
  for (let m = 0; m < missedCount; m++) {
    const i = missed[m];
    const d = shapes[i] - 1 / 3;
    const z = drawn[i];
    const root = 1 + (1 / (3 * Math.sqrt(d))) * z;
    const v = root * root * root;
    const u = uniform(mix((streams[i] + keyOfUniform) | 0));
    const isAccepted = shapes[i] >= 1 && root > 0 && ln(u) < 0.5 * (z * z) + d * (1 - v + ln(v));
    drawn[i] = isAccepted ? d * v : +gamma(shapes[i], streams[i], keys);
  }
}

function marsagliaTsang(d: number, c: number, stream: number, keys: DrawKeys): number {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const z = normal(uniform(wordAt(stream, keys, attempt, 0)));
    const root = 1 + c * z;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = uniform(wordAt(stream, keys, attempt, 1));
    const square = z * z;
    if (u < 1 - SQUEEZE * square * square) return d * v;
    if (ln(u) < 0.5 * square + d * (1 - v + ln(v))) return d * v;
  }
  // Less than one case in 10^40: the mode of the larger shapes.
  return d;
}
