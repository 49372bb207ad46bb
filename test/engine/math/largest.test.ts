import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LargestThreshold, thresholdsOfLargest } from '../../../src/engine/math/largest.ts';

function thresholdOfLargest(scores: Int32Array, k: number): LargestThreshold {
  return thresholdsOfLargest(scores, [k])[0];
}

function bySorting(values: number[], k: number): { threshold: number; above: number } {
  const threshold = [...values].sort((a, b) => b - a)[k - 1];
  return { threshold, above: values.filter((value) => value > threshold).length };
}

const anyScore = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -2147483648, max: 2147483647 }));

test('the cut is the one that sorting finds', () => {
  fc.assert(
    fc.property(fc.array(anyScore, { minLength: 1, maxLength: 40 }), fc.nat(), (values, pick) => {
      const k = 1 + (pick % values.length);
      expect(thresholdOfLargest(Int32Array.from(values), k)).toEqual(bySorting(values, k));
    }),
    { seed: 9, numRuns: 200 },
  );
});

test('several cuts at once are the same as one by one', () => {
  fc.assert(
    fc.property(
      fc.array(anyScore, { minLength: 1, maxLength: 40 }),
      fc.array(fc.nat(), { maxLength: 4 }),
      (values, picks) => {
        const ks = picks.map((pick) => 1 + (pick % values.length));
        expect(thresholdsOfLargest(Int32Array.from(values), ks)).toEqual(ks.map((k) => bySorting(values, k)));
      },
    ),
    { seed: 18, numRuns: 100 },
  );
});

test('the scores are left as they are', () => {
  const scores = Int32Array.from({ length: 200 }, (_, i) => (i * 7919) % 211);
  const before = scores.slice();
  thresholdsOfLargest(scores, [10, 40, 100]);
  expect(scores).toEqual(before);
});

test('k outside 1..length is refused', () => {
  const scores = Int32Array.of(1, 2, 3);
  for (const k of [0, -1, 4, 1.5, Number.NaN]) {
    expect(() => thresholdOfLargest(scores, k)).toThrow(RangeError);
  }
  expect(() => thresholdOfLargest(new Int32Array(0), 1)).toThrow(RangeError);
});
