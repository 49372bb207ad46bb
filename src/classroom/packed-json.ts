import { deflateSync, Inflate, inflateSync } from 'fflate';

/** Bytes taken in at a time: a step of inflating can give about a thousand times as many. Hand-ins have fewer in all. */
const STEP = 4096;

/**
 * JSON, deflated. The dictionary, words that are likely to come, is part of the format: never change one that was released.
 */
export function packJson(value: unknown, dictionary: string): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(value));
  return deflateSync(json, { level: 9, dictionary: new TextEncoder().encode(dictionary) });
}

/** What was packed; undefined when it is damaged, or would be longer than so many bytes. */
export function unpackJson(packed: Uint8Array, dictionary: string, mostBytes: number): unknown {
  const json = inflateWithin(packed, mostBytes, new TextEncoder().encode(dictionary));
  if (!json) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
  } catch {
    return undefined;
  }
}

/**
 * Deflated bytes as they were; null when they are damaged, end too early, or are more than so many. No more than that is kept, and a
 * long input is given up as soon as that is known, so that a bomb costs no memory.
 */
export function inflateWithin(packed: Uint8Array, mostBytes: number, dictionary?: Uint8Array): Uint8Array | null {
  const options = dictionary ? { dictionary } : {};
  try {
    if (packed.length > STEP) return inflateInSteps(packed, mostBytes, options);
    // With room for one byte too many, which tells that there are more.
    const bytes = inflateSync(packed, { ...options, out: new Uint8Array(mostBytes + 1) });
    return bytes.length > mostBytes ? null : bytes;
  } catch {
    return null;
  }
}

function inflateInSteps(
  packed: Uint8Array,
  mostBytes: number,
  options: { dictionary?: Uint8Array },
): Uint8Array | null {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate(options, (piece) => {
    size += piece.length;
    if (size <= mostBytes) pieces.push(piece.slice());
  });
  for (let from = 0; from < packed.length && size <= mostBytes; from += STEP) {
    inflate.push(packed.subarray(from, from + STEP), from + STEP >= packed.length);
  }
  if (size > mostBytes) return null;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
