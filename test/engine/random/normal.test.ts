import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normal } from '../../../src/engine/random/normal.ts';
import { quantileByWichura } from '../../../src/engine/random/quantile-by-wichura.ts';
import { worstError } from '../math/reference.ts';

const anyWord = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const uniformOf = (odd: number): number => (2 * odd + 1) * 2 ** -32;

test('the quantiles are right to 1.5e-15', () => {
  expect(worstError('normal', normal, 1)).toBeLessThan(1.5e-15);
  expect(worstError('normal', quantileByWichura)).toBeLessThan(1.5e-15);
});

test('the table agrees with the formula on every uniform tried', () => {
  fc.assert(
    fc.property(fc.double({ min: -32, max: -1, noNaN: true }), (binaryLogarithm) => {
      const u = 2 ** binaryLogarithm;
      const exact = quantileByWichura(u);
      expect(Math.abs(normal(u) - exact)).toBeLessThan(2e-15 * Math.max(1, Math.abs(exact)));
    }),
    { seed: 11, numRuns: 1000 },
  );
});

test('normal rises strictly from one uniform to the next', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 - 2 }), (odd) => {
      expect(normal(uniformOf(odd + 1))).toBeGreaterThan(normal(uniformOf(odd)));
    }),
    { seed: 12, numRuns: 1000 },
  );
});

test('normal rises over every seam between segments', () => {
  for (let octave = -32; octave < -1; octave++) {
    for (let segment = 0; segment < 16; segment++) {
      const seam = 2 ** octave * (1 + segment / 16);
      const below = seam - 2 ** -33;
      if (below >= 2 ** -32) expect(normal(seam)).toBeGreaterThan(normal(below));
      expect(normal(seam + 2 ** -33)).toBeGreaterThan(normal(seam));
    }
  }
});

test('normal is symmetrical', () => {
  fc.assert(
    fc.property(anyWord, (odd) => {
      expect(normal(1 - uniformOf(odd))).toBe(-normal(uniformOf(odd)));
    }),
    { seed: 13, numRuns: 600 },
  );
  expect(normal(0.5)).toBe(0);
});

test('normal has its limits', () => {
  for (const quantile of [normal, quantileByWichura]) {
    expect(quantile(0)).toBe(-Infinity);
    expect(quantile(1)).toBe(Infinity);
    expect(quantile(-0.1)).toBeNaN();
    expect(quantile(1.1)).toBeNaN();
    expect(quantile(Number.NaN)).toBeNaN();
    expect(quantile(1e-300)).toBeCloseTo(-37.0471, 4);
  }
});
