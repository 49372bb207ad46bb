import { describe, expect, it } from 'vitest';
import { ENGINE_VERSION, openFirm, scenarioHash } from '../../src/engine/index.ts';
import { POLICIES } from '../../src/policies/all-policies.ts';
import { playPolicy } from '../../src/policies/play-policy.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import golden from './harbour.json' with { type: 'json' };

/**
 * Digests of every round, pinned. When one changes, ENGINE_VERSION and CHANGELOG ("Model") change with it; then
 * `npx tsx test/golden/pin.ts` writes the file anew.
 */
describe('golden runs of harbour', () => {
  it('were pinned for this version of the engine and these parameters', () => {
    expect(golden.engineVersion).toBe(ENGINE_VERSION);
    expect(golden.scenarioHash).toBe(scenarioHash(harbour));
  });

  it.each(golden.runs)('$policy on seed $seed', ({ policy, seed, digests }) => {
    const rule = POLICIES.find(({ name }) => name === policy);
    if (!rule) throw new Error(`no policy ${policy}`);
    const opened = openFirm(harbour, seed);
    const got = [opened.firm.digest];
    playPolicy(rule, opened, (firm) => got.push(firm.digest));
    expect(got).toEqual(digests);
  });
});
