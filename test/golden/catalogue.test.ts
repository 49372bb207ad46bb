import { describe, expect, it } from 'vitest';
import { ENGINE_VERSION, scenarioHash } from '../../src/engine/index.ts';
import golden from './catalogue.json' with { type: 'json' };
import { PLANS, playPlan, scenarioOf } from './plans.ts';

/** Digests and decisions of every round, pinned as those of harbour are, on every scenario and on variants of each. */
describe('golden runs of the catalogue', () => {
  it('were pinned for this version of the engine, these scenarios and these plans', () => {
    expect(golden.engineVersion).toBe(ENGINE_VERSION);
    expect(golden.runs.map(({ hash, digests, decisions, ...plan }) => plan)).toEqual(PLANS);
    for (const { scenario, hash } of golden.runs) expect(hash, scenario).toBe(scenarioHash(scenarioOf(scenario)));
  });

  it('end in the pinned digests', () => {
    for (const [index, plan] of PLANS.entries()) {
      const { digests, decisions } = golden.runs[index];
      expect(playPlan(plan), `${plan.policy} in ${plan.scenario}`).toEqual({ digests, decisions });
    }
  });
});
