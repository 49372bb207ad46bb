import { createHash } from 'node:crypto';

/** The first 64 bits, as hex, of the SHA-256 of the results' bytes. */
export function bitsOf(count: number, result: (index: number) => number): string {
  const results = Float64Array.from({ length: count }, (_, index) => result(index));
  return createHash('sha256').update(new Uint8Array(results.buffer)).digest('hex').slice(0, 16);
}
