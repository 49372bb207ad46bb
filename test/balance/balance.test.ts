import { describe, expect, it } from 'vitest';
import type { CHECK_GROUPS } from '../../src/cli/balance/all-groups.ts';
import type { CheckGroup } from '../../src/cli/balance/check.ts';
import { concentration } from '../../src/cli/balance/concentration.ts';
import { lastRound } from '../../src/cli/balance/last-round.ts';
import { learners } from '../../src/cli/balance/learners.ts';
import { luckAndSkill } from '../../src/cli/balance/luck-and-skill.ts';
import { marginalReturns } from '../../src/cli/balance/marginal-returns.ts';
import { namedPolicies } from '../../src/cli/balance/named-policies.ts';
import { opening } from '../../src/cli/balance/opening.ts';
import { runBalance } from '../../src/cli/balance/run-balance.ts';
import { openJobPool } from '../../src/cli/pool/job-pool.ts';
import { byTier, type Scenario } from '../../src/engine/index.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import { resized } from '../../src/scenarios/resized.ts';
import { thorough } from '../support/thorough.ts';

const here = openJobPool(1);

async function failuresOf(
  scenario: Scenario,
  groups: readonly CheckGroup<never>[],
  seeds: number,
): Promise<readonly string[]> {
  const names = Array.from({ length: seeds }, (_, n) => `small-balance-${n + 1}`);
  const chosen = groups as unknown as typeof CHECK_GROUPS;
  const checks = await runBalance(here, { scenario, seeds: names, groups: chosen });
  return checks.flatMap(({ id, parts }) =>
    parts.filter(({ pass }) => !pass).map(({ what, figure }) => `${id} ${what}: ${figure}`),
  );
}

/** A small version of `clientele balance`: fewer customers and seeds, and no search. */
describe('what must hold of the economics of harbour', () => {
  it('holds of the base, the named policies, the end of the game and the learners', async () => {
    const groups = [opening, namedPolicies, lastRound, learners];
    expect(await failuresOf(resized(harbour, 6_000), groups as never, 3)).toEqual([]);
  }, 60_000);

  it.runIf(thorough)(
    'holds of every lever and of concentration on the best',
    async () => {
      expect(await failuresOf(resized(harbour, 6_000), [marginalReturns, concentration] as never, 3)).toEqual([]);
    },
    60_000,
  );

  it.runIf(thorough)(
    'makes the index a matter of skill even where luck is larger',
    async () => {
      const failures = await failuresOf(resized(harbour, 6_000), [luckAndSkill] as never, 2);
      expect(failures.filter((failure) => failure.includes('index'))).toEqual([]);
    },
    60_000,
  );
});

describe('the balance report finds', () => {
  const small = resized(harbour, 1_500);

  it('that harvesting pays when customers do not mind', async () => {
    const patient: Scenario = {
      ...small,
      staying: { ...small.staying, satisfactionEffect: 0, anger: 0, reputationEffect: 0, retentionStrongest: 0.01 },
      acquisition: { ...small.acquisition, reputationExponent: 0, cap: byTier(() => 1) },
    };
    const failures = await failuresOf(patient, [namedPolicies, lastRound] as never, 2);
    expect(failures.map((failure) => failure.split(' ')[0])).toEqual(expect.arrayContaining(['E4', 'E7']));
  }, 60_000);

  it('a base in which all customers are alike', async () => {
    const alike: Scenario = {
      ...small,
      classes: [{ ...small.classes[2], purchaseRateShape: 500, dropoutRateShape: 500 }],
    };
    const failures = await failuresOf(alike, [opening] as never, 2);
    expect(failures.map((failure) => failure.split(' ')[0])).toEqual(expect.arrayContaining(['S1', 'S2']));
  }, 60_000);
});
