import { pow } from '../math/pow.ts';
import { counts, drawn, streams } from './batch.ts';
import { type DrawKeys, mix, uniform } from './stream.ts';

/** The largest of n independent uniforms, from one uniform u in (0, 1): u^(1/n). n > 0, whole or not; rises with u and n. */
export function maximumOfUniforms(n: number, u: number): number {
  return pow(u, 1 / n);
}

/**
 * `maximumOfUniforms` of the batch's first `size` customers, bit for bit the same: `counts` (all above zero) and `streams` say of what, `drawn` is told.
 *
 * *Draws:* attempt 0 lane 0.
 */
export function maximaOfUniforms(keys: DrawKeys, size: number): void {
  const key = keys[0];
  for (let i = 0; i < size; i++) {
    const u = uniform(mix((streams[i] + key) | 0));
    drawn[i] = counts[i] === 1 ? u : +pow(u, 1 / counts[i]);
  }
}
