import { fc, it } from '@fast-check/vitest';
import { expect } from 'vitest';
import { sortedByKey } from '../../../src/features/customers/sorted-by-key.ts';

const anyKey = fc.oneof(fc.integer(), fc.integer({ min: -3, max: 3 }));

it.prop([fc.array(anyKey)])('sorts as comparing would, and keeps the order of what is alike', (keys) => {
  const rows = Int32Array.from(keys, (_, index) => 7 * index + 3);
  const compared = [...rows.keys()].sort((a, b) => keys[a] - keys[b] || a - b);
  expect([...sortedByKey(rows, Float64Array.from(keys))]).toEqual(compared.map((index) => rows[index]));
});

it.each([0.5, 2 ** 34, Number.NaN])('refuses %d as a key', (key) => {
  expect(() => sortedByKey(Int32Array.of(0), Float64Array.of(key))).toThrow(RangeError);
});
