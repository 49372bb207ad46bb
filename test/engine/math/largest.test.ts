import fc from 'fast-check';
import { expect, test } from 'vitest';
import { thresholdOfLargest, thresholdsOfLargest } from '../../../src/engine/math/largest.ts';

function bySorting(values: number[], k: number): { threshold: number; above: number } {
  const threshold = [...values].sort((a, b) => b - a)[k - 1];
  return { threshold, above: values.filter((value) => value > threshold).length };
}

const anyScore = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -2147483648, max: 2147483647 }));

test('the cut is the one that sorting finds', () => {
  fc.assert(
    fc.property(fc.array(anyScore, { minLength: 1, maxLength: 40 }), fc.nat(), (values, pick) => {
      const k = 1 + (pick % values.length);
      expect(thresholdOfLargest(Int32Array.from(values), null, values.length, k)).toEqual(bySorting(values, k));
    }),
    { seed: 9, numRuns: 200 },
  );
});

test('only the rows named count', () => {
  fc.assert(
    fc.property(fc.array(anyScore, { minLength: 2, maxLength: 40 }), fc.nat(), (values, pick) => {
      const rows = Int32Array.from(values.keys()).filter((row) => row % 2 === 0);
      const meant = [...rows].map((row) => values[row]);
      const k = 1 + (pick % rows.length);
      expect(thresholdOfLargest(Int32Array.from(values), rows, rows.length, k)).toEqual(bySorting(meant, k));
    }),
    { seed: 10, numRuns: 100 },
  );
});

test('several cuts at once are the same as one by one', () => {
  fc.assert(
    fc.property(
      fc.array(anyScore, { minLength: 1, maxLength: 40 }),
      fc.array(fc.nat(), { maxLength: 4 }),
      (values, picks) => {
        const ks = picks.map((pick) => 1 + (pick % values.length));
        expect(thresholdsOfLargest(Int32Array.from(values), null, values.length, ks)).toEqual(
          ks.map((k) => bySorting(values, k)),
        );
      },
    ),
    { seed: 18, numRuns: 100 },
  );
});

test('scores beyond count are left out', () => {
  expect(thresholdOfLargest(Int32Array.of(5, 1, 9), null, 2, 1)).toEqual({ threshold: 5, above: 0 });
});

test('k outside 1..count is refused', () => {
  const scores = Int32Array.of(1, 2, 3);
  for (const k of [0, -1, 4, 1.5, Number.NaN]) {
    expect(() => thresholdOfLargest(scores, null, 3, k)).toThrow(RangeError);
  }
  expect(() => thresholdOfLargest(scores, null, 0, 1)).toThrow(RangeError);
});
