import { digamma } from '../../../src/engine/math/digamma.ts';
import { exp } from '../../../src/engine/math/exp.ts';
import { expm1 } from '../../../src/engine/math/expm1.ts';
import { ln } from '../../../src/engine/math/ln.ts';
import { lnGamma } from '../../../src/engine/math/ln-gamma.ts';
import { ln1p } from '../../../src/engine/math/ln1p.ts';
import { pow } from '../../../src/engine/math/pow.ts';
import { binomial } from '../../../src/engine/random/binomial.ts';
import { categorical } from '../../../src/engine/random/categorical.ts';
import { exponential } from '../../../src/engine/random/exponential.ts';
import { gamma } from '../../../src/engine/random/gamma.ts';
import { keysFromSeed } from '../../../src/engine/random/keys.ts';
import { maximumOfUniforms } from '../../../src/engine/random/maximum-of-uniforms.ts';
import { normal } from '../../../src/engine/random/normal.ts';
import { poissonCount } from '../../../src/engine/random/poisson.ts';
import { drawKeys, mix, streamOf, uniform, wordAt } from '../../../src/engine/random/stream.ts';

/** Fingerprint of what a function gives for 0 … count − 1: 64 bits over the bits of the results, as 16 hexadecimal digits. */
export function fingerprint(count: number, result: (index: number) => number): string {
  const words = new Int32Array(Float64Array.from({ length: count }, (_, index) => result(index)).buffer);
  let high = 0;
  let low = 1;
  for (const word of words) {
    high = mix((high + word) | 0);
    low = (mix((low ^ word) | 0) + high) | 0;
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Arguments over the whole useful range of a function, as scattered as doubles are. */
const spread = (index: number, low: number, high: number) => low + (high - low) * ((index * 0.6180339887498949) % 1);

/** The engine's own mathematics and samplers: the same bits everywhere. */
export function portableBits(): Record<string, string> {
  const keys = keysFromSeed('pinned in every browser');
  const draws = drawKeys(keys, 9, 4);
  const stream = (i: number) => streamOf(i, keys);
  const u = (i: number) => uniform(wordAt(stream(i), draws, 0, 0));
  const weights = Float64Array.of(0.2, 0.2, 1.7, 2);
  return {
    exp: fingerprint(20_000, (i) => exp(spread(i, -745, 710))),
    expm1: fingerprint(20_000, (i) => expm1(spread(i, -3, 3))),
    ln: fingerprint(20_000, (i) => ln(exp(spread(i, -700, 700)))),
    ln1p: fingerprint(20_000, (i) => ln1p(spread(i, -0.999, 9))),
    pow: fingerprint(20_000, (i) => pow(spread(i, 0, 50), spread(i + 7, -60, 60))),
    lnGamma: fingerprint(20_000, (i) => lnGamma(spread(i, 0, 200))),
    digamma: fingerprint(20_000, (i) => digamma(spread(i, 0, 50))),
    uniform: fingerprint(20_000, u),
    normal: fingerprint(20_000, (i) => normal(u(i))),
    exponential: fingerprint(20_000, (i) => exponential(u(i))),
    gamma: fingerprint(20_000, (i) => gamma(spread(i, 0.1, 70), stream(i), draws)),
    poisson: fingerprint(20_000, (i) => poissonCount(spread(i, 0, 120), stream(i), draws)),
    poissonOfLargeMeans: fingerprint(500, (i) => poissonCount(spread(i, 1000, 100_000), stream(i), draws)),
    binomial: fingerprint(3_000, (i) => binomial(i, spread(i, 0, 1), u(i))),
    categorical: fingerprint(20_000, (i) => categorical(weights, u(i))),
    maximumOfUniforms: fingerprint(20_000, (i) => maximumOfUniforms(1 + (i % 30), u(i))),
  };
}

/** What browsers are free to compute differently: shows that a difference is seen. */
export function nativeBits(): Record<string, string> {
  return {
    exp: fingerprint(20_000, (i) => Math.exp(spread(i, -745, 710))),
    expm1: fingerprint(20_000, (i) => Math.expm1(spread(i, -3, 3))),
    log: fingerprint(20_000, (i) => Math.log(spread(i, 0, 1000))),
    log1p: fingerprint(20_000, (i) => Math.log1p(spread(i, -0.999, 9))),
    pow: fingerprint(20_000, (i) => spread(i, 0, 50) ** spread(i + 7, -60, 60)),
    tan: fingerprint(20_000, (i) => Math.tan(spread(i, -100, 100))),
    sinh: fingerprint(20_000, (i) => Math.sinh(spread(i, -20, 20))),
    cbrt: fingerprint(20_000, (i) => Math.cbrt(spread(i, 0, 1000))),
  };
}
