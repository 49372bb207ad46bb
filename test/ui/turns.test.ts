import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { takeTurn } from '../../src/ui/turns.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('turns come one at a time, first come first served, each when the one before is given back', () => {
  const drawn: string[] = [];
  const giveBack = ['a', 'b', 'c'].map((name) => takeTurn(() => drawn.push(name)));
  expect(drawn).toEqual([]);
  vi.runAllTimers();
  expect(drawn).toEqual(['a']);
  giveBack[0]();
  const last = takeTurn(() => drawn.push('d'));
  vi.runAllTimers();
  expect(drawn).toEqual(['a', 'b']);
  for (const give of [giveBack[1], giveBack[2], last]) {
    vi.runAllTimers();
    give();
  }
  expect(drawn).toEqual(['a', 'b', 'c', 'd']);
});

test('a turn that is not wanted any more holds nobody up, waiting, called or taken', () => {
  const drawn: string[] = [];
  const giveBack = ['a', 'b', 'c', 'd'].map((name) => takeTurn(() => drawn.push(name)));
  giveBack[1]();
  // Called, but it has not drawn yet.
  giveBack[0]();
  vi.runAllTimers();
  expect(drawn).toEqual(['c']);
  giveBack[2]();
  // Given back twice is given back once.
  giveBack[2]();
  giveBack[0]();
  vi.runAllTimers();
  expect(drawn).toEqual(['c', 'd']);
  giveBack[3]();
  const again = takeTurn(() => drawn.push('e'));
  vi.runAllTimers();
  expect(drawn).toEqual(['c', 'd', 'e']);
  again();
});
