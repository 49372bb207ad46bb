import type { RandomKeys } from './keys.ts';

/** How many attempts one set of draw keys is ready for. */
export const ATTEMPTS = 32;
/** How many words each attempt has. */
export const LANES = 4;

/**
 * The ready keys of one round and one purpose: `ATTEMPTS` x `LANES` 32-bit words, the key of (attempt, lane) at
 * attempt * LANES + lane. Made once, then used for every customer.
 */
export type DrawKeys = Int32Array;

const ROUNDS = 128;
const PURPOSES = 32;
const ATTEMPT_BITS = 8;
const PURPOSE_BITS = 5;

/**
 * Scrambles 32 bits into 32 others, one to one; every bit of the result depends on every bit of x.
 *
 * *Source:* a finaliser of the murmur family (two multiplications, three shifts) with the constants 0x21f0aaad and
 * 0x735a2d97 found by automatic search; C. Wellons and T. Ettinger, hash-prospector (2018–2022).
 */
export function mix(x: number): number {
  let h = x ^ (x >>> 16);
  h = Math.imul(h, 0x21f0aaad);
  h ^= h >>> 15;
  h = Math.imul(h, 0x735a2d97);
  return h ^ (h >>> 15);
}

/** The stream of one customer (or of anything else with a 32-bit id) in one run: a 32-bit word, kept as a column. */
export function streamOf(id: number, keys: RandomKeys): number {
  return mix((mix(id ^ keys.k0) + keys.k1) | 0);
}

/**
 * The keys of every draw for one purpose in one round.
 *
 * `round` is a whole number in 0..127, `purpose` in 0..31; otherwise RangeError. Together with attempt (8 bits) and lane
 * (2 bits) they pack into 22 bits without overlap, so that no two draws of one customer share a key.
 */
export function drawKeys(keys: RandomKeys, round: number, purpose: number): DrawKeys {
  if (!(Number.isInteger(round) && round >= 0 && round < ROUNDS)) {
    throw new RangeError(`drawKeys: round ${round} is not in 0..${ROUNDS - 1}`);
  }
  if (!(Number.isInteger(purpose) && purpose >= 0 && purpose < PURPOSES)) {
    throw new RangeError(`drawKeys: purpose ${purpose} is not in 0..${PURPOSES - 1}`);
  }
  const ready = new Int32Array(ATTEMPTS * LANES);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const counter = (((round << PURPOSE_BITS) | purpose) << ATTEMPT_BITS) | attempt;
    for (let lane = 0; lane < LANES; lane++) {
      ready[attempt * LANES + lane] = mix((mix((counter * LANES + lane) ^ keys.k2) + keys.k3) | 0);
    }
  }
  return ready;
}

/** The random word, any int32, at one address: stream (whose), draw keys (when and for what), attempt and lane. */
export function wordAt(stream: number, keys: DrawKeys, attempt: number, lane: number): number {
  return mix((stream + keys[attempt * LANES + lane]) | 0);
}

/** A random word as a uniform number strictly between 0 and 1: one of the 2^31 odd multiples of 2^-32. */
export function uniform(word: number): number {
  return ((word | 1) >>> 0) * 2.3283064365386963e-10;
}
