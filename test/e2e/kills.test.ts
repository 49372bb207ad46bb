import { expect, inject, test } from 'vitest';
import { runKillTrial } from '../kills/kill-trial.ts';
import { thorough } from '../support/thorough.ts';

// `npm run trial:kills` is the long form.
test.runIf(thorough)('every round that was shown as played survives the death of the browser', async () => {
  const report = await runKillTrial({
    browserPath: inject('browserPath'),
    address: inject('appAddress'),
    kills: 3,
    seed: 'three kills',
  });
  expect(report.faults).toEqual([]);
  expect(report.shown).toBeGreaterThan(0);
  expect(report.logs.length).toBeGreaterThan(0);
});
