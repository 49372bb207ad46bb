import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { ranked } from '../../src/worker/rank-customers.ts';

const cents = fc.oneof(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), fc.integer({ min: -3, max: 3 }));

test.prop([fc.array(cents, { maxLength: 300 })])(
  'places go from the largest value to the smallest, the earlier of equal ones first',
  (values) => {
    const expected = values.map((_, place) => place).sort((a, b) => values[b] - values[a] || a - b);
    expect(Array.from(ranked(Int32Array.from(values)))).toEqual(expected);
    expect(Array.from(ranked(values))).toEqual(expected);
  },
);
