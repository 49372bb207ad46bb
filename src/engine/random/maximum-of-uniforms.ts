import { pow } from '../math/pow.ts';

/** The largest of n independent uniforms, from one uniform u in (0, 1): u^(1/n). n > 0, whole or not; rises with u and n. */
export function maximumOfUniforms(n: number, u: number): number {
  return pow(u, 1 / n);
}
