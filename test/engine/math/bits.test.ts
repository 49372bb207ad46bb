import { expect, test } from 'vitest';
import { digamma } from '../../../src/engine/math/digamma.ts';
import { exp } from '../../../src/engine/math/exp.ts';
import { expm1 } from '../../../src/engine/math/expm1.ts';
import { ln } from '../../../src/engine/math/ln.ts';
import { lnGamma } from '../../../src/engine/math/ln-gamma.ts';
import { ln1p } from '../../../src/engine/math/ln1p.ts';
import { pow } from '../../../src/engine/math/pow.ts';
import { bitsOf } from './bits.ts';

// A change of one bit in one of these results changes the digest of every run: it is a change of the model.
test('the bits are the pinned ones', () => {
  expect({
    exp: bitsOf(4000, (i) => exp((i - 2000) * 0.37)),
    ln: bitsOf(4000, (i) => ln((i + 1) * 0.00123)),
    pow: bitsOf(4000, (i) => pow((i + 1) * 0.0137, (i % 61) - 30.25)),
    expm1: bitsOf(4000, (i) => expm1((i - 2000) * 0.0037)),
    ln1p: bitsOf(4000, (i) => ln1p((i - 999) * 0.001)),
    lnGamma: bitsOf(4000, (i) => lnGamma((i + 1) * 0.0053)),
    digamma: bitsOf(4000, (i) => digamma((i + 1) * 0.0053)),
  }).toMatchInlineSnapshot(`
    {
      "digamma": "564797067a6b8b7e",
      "exp": "9b4804d0c1b5e8f6",
      "expm1": "c3636009d2f0a56e",
      "ln": "aebd32fd8f9613dd",
      "ln1p": "aad19f47bbcfb7c2",
      "lnGamma": "625c5381f793b1e9",
      "pow": "0a143adbf6eff3a0",
    }
  `);
});
