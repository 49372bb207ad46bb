import { describe, expect, it } from 'vitest';
import { newRunLog } from '../../src/engine/index.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import { debriefPoolWhenNeeded } from '../../src/store/debrief-pool-when-needed.ts';
import { createFakeDebriefPool } from '../support/fake-debrief-pool.ts';

const log = newRunLog(harbour, 'when needed');

describe('a pool that is loaded when it is needed', () => {
  it('is loaded once, at the first question, and never only to be cancelled', async () => {
    let loads = 0;
    const pool = debriefPoolWhenNeeded(async () => {
      loads++;
      return createFakeDebriefPool();
    });
    pool.cancel();
    expect(loads).toBe(0);
    await pool.prepare(log);
    expect((await pool.valueChoices(log)).kind).toBe('ok');
    expect((await pool.measureLuck(log)).kind).toBe('ok');
    pool.dispose();
    expect(loads).toBe(1);
  });

  it('says that it failed when it cannot be loaded, and tries again when it is asked again', async () => {
    let isReachable = false;
    const pool = debriefPoolWhenNeeded(async () => {
      if (!isReachable) throw new Error('offline');
      return createFakeDebriefPool();
    });
    await pool.prepare(log);
    expect(await pool.valueChoices(log)).toMatchObject({ kind: 'failed', message: expect.stringContaining('offline') });
    isReachable = true;
    expect((await pool.valueChoices(log)).kind).toBe('ok');
  });
});
