import { expect, test } from 'vitest';
import { thorough } from '../support/thorough.ts';
import { runFuzz } from './fuzz.ts';

/** A slice of what `npm run fuzz` does. */
test('mutated hand-ins, codes, links and zips: no crash, no accepted lie, each done in time', {
  timeout: 240_000,
}, () => {
  const report = runFuzz(thorough ? 10_000 : 1_000, 'slice');
  expect(report.faults).toEqual([]);
  // The mutations reach what they are to try: some are read and told, some are harmless.
  expect(report.told).toBeGreaterThan(30);
  expect(report.verified).toBeGreaterThan(5);
  expect(report.slowest).toBeLessThan(20_000);
});
