import { describe, expect, it } from 'vitest';
import { check, part } from '../../src/cli/balance/check.ts';

describe('a part of a check', () => {
  it.each([
    [0.6, { atLeast: 0.6, atMost: 0.8 }, true, '≥ 0.6 and ≤ 0.8'],
    [0.59, { atLeast: 0.6, atMost: 0.8 }, false, '≥ 0.6 and ≤ 0.8'],
    [0.81, { atLeast: 0.6, atMost: 0.8 }, false, '≥ 0.6 and ≤ 0.8'],
    [0, { atMost: 0, open: true }, false, '< 0'],
    [-0.01, { atMost: 0, open: true }, true, '< 0'],
    [1, { atLeast: 1 }, true, '≥ 1'],
    [Number.NaN, { atLeast: 0 }, false, '≥ 0'],
    [Number.NaN, { atMost: 1 }, false, '≤ 1'],
  ])('%d against %j', (figure, bound, pass, told) => {
    expect(part('it', figure, bound)).toEqual({ what: 'it', figure, bound: told, pass });
  });
});

describe('a check', () => {
  const good = part('good', 1, { atLeast: 0 });
  const bad = part('bad', -1, { atLeast: 0 });

  it('passes when all parts do, and shows the first that does not', () => {
    expect(check('E1', 'all', 3, [good, good])).toMatchObject({ pass: true, figure: 1, seeds: 3 });
    expect(check('E1', 'one', 3, [good, bad])).toMatchObject({ pass: false, figure: -1, bound: '≥ 0' });
  });
});
