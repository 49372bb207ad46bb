import { expect, test } from 'vitest';
import { thorough } from '../support/thorough.ts';
import { runFuzz } from './fuzz.ts';

const MUTATED = thorough ? 10_000 : 1_000;

/** A slice of what `npm run fuzz` does. */
test('mutated hand-ins, codes, links and zips: no crash, no accepted lie, each done in time', {
  timeout: 240_000,
}, () => {
  const report = runFuzz(MUTATED, 'slice');
  expect(report.faults).toEqual([]);
  // The mutations reach what they are to try: some are read and told, some are harmless.
  expect(report.told).toBeGreaterThan(MUTATED / 30);
  expect(report.verified).toBeGreaterThan(MUTATED / 150);
  expect(report.slowest).toBeLessThan(20_000);
});
