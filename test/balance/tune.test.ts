import { describe, expect, it, vi } from 'vitest';
import { UsageError } from '../../src/cli/command.ts';
import { openJobPool } from '../../src/cli/pool/job-pool.ts';
import { tuneCommand } from '../../src/cli/tune.ts';
import { searchPlan } from '../../src/cli/tuning/search-plans.ts';
import { byTier } from '../../src/engine/index.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import { resized } from '../../src/scenarios/resized.ts';
import { clientele } from '../support/command-line.ts';
import { thorough } from '../support/thorough.ts';

const TINY = [
  '--scenario',
  'harbour',
  '--seeds',
  '2',
  '--customers',
  '500',
  '--evaluations',
  '20',
  '--held-out',
  '1',
  '--json',
];

describe('the tuner', () => {
  it.runIf(thorough)(
    'finds the same plan in one process and in two',
    async () => {
      const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
      const told = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
      await tuneCommand.run([...TINY, '--processes', '1']);
      const here = JSON.parse(printed.mock.calls[0][0]);
      printed.mockRestore();
      told.mockRestore();
      const other = clientele('tune', ...TINY, '--processes', '2');
      expect(other.code).toBe(0);
      expect({ ...JSON.parse(other.out), command: '' }).toEqual({ ...here, command: '' });
      expect(here.rounds).toHaveLength(harbour.rounds);
    },
    60_000,
  );

  it('climbs: no worse than where it began, and better with more tries', async () => {
    const nothing = {
      spend: 0.3,
      acquisition: byTier(() => 1),
      retention: byTier(() => 0),
      service: byTier(() => 0),
      insight: 0,
    } as const;
    const search = (evaluations: number) =>
      searchPlan(openJobPool(1), {
        scenario: resized(harbour, 600),
        seeds: ['climb'],
        start: [nothing],
        width: 0.7,
        evaluations,
        seed: 'climb',
      });
    const [few, many] = [await search(1), await search(120)];
    expect(few.index).toBeLessThan(100);
    expect(many.index).toBeGreaterThan(few.index + 5);
    expect(many.plan).toHaveLength(1);
  }, 60_000);

  it('says what is wrong with what was typed', async () => {
    for (const args of [
      ['--seeds', '2'],
      ['--scenario', 'nowhere', '--seeds', '2'],
      ['--scenario', 'harbour', '--seeds', '0'],
    ]) {
      await expect(async () => tuneCommand.run(args)).rejects.toThrow(UsageError);
    }
  });
});
