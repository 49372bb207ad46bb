import { expect, test } from 'vitest';
import { binomial } from '../../../src/engine/random/binomial.ts';
import { gamma } from '../../../src/engine/random/gamma.ts';
import { keysFromSeed } from '../../../src/engine/random/keys.ts';
import { normal } from '../../../src/engine/random/normal.ts';
import { poissonCount } from '../../../src/engine/random/poisson.ts';
import { drawKeys, streamOf, uniform, wordAt } from '../../../src/engine/random/stream.ts';
import { bitsOf } from '../math/bits.ts';

// A change of one bit in one of these results changes the digest of every run: it is a change of the model.
test('the bits are the pinned ones', () => {
  const keys = keysFromSeed('pinned');
  const ready = drawKeys(keys, 9, 4);
  const u = (i: number): number => uniform(wordAt(streamOf(i, keys), ready, 0, 0));
  expect({
    uniform: bitsOf(4000, u),
    normal: bitsOf(4000, (i) => normal(u(i))),
    poisson: bitsOf(4000, (i) => poissonCount(i * 0.03, streamOf(i, keys), ready)),
    poissonByRejection: bitsOf(500, (i) => poissonCount(6000 + i, streamOf(i, keys), ready)),
    gamma: bitsOf(4000, (i) => gamma(0.25 + (i % 60) / 4, streamOf(i, keys), ready)),
    binomial: bitsOf(2000, (i) => binomial(i, 0.3, u(i))),
  }).toMatchInlineSnapshot(`
    {
      "binomial": "d6d025b9904ad988",
      "gamma": "0520beebb06d8119",
      "normal": "9651008b1491b3c0",
      "poisson": "8dff8aab1372727f",
      "poissonByRejection": "f58d301f59bddade",
      "uniform": "5a3d89ad8d088f69",
    }
  `);
});
