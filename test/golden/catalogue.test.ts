import { describe, expect, it } from 'vitest';
import { ENGINE_VERSION, scenarioHash } from '../../src/engine/index.ts';
import { thorough } from '../support/thorough.ts';
import golden from './catalogue.json' with { type: 'json' };
import { PLANS, type Plan, playPlan, scenarioOf } from './plans.ts';

/** Digests and decisions of every round, pinned as those of harbour are, on every scenario and on variants of each. */
describe('golden runs of the catalogue', () => {
  it('were pinned for this version of the engine, these scenarios and these plans', () => {
    expect(golden.engineVersion).toBe(ENGINE_VERSION);
    expect(golden.runs.map(({ hash, digests, decisions, ...plan }) => plan)).toEqual(PLANS);
    for (const { scenario, hash } of golden.runs) expect(hash, scenario).toBe(scenarioHash(scenarioOf(scenario)));
  });

  /** In short, every other one. */
  const runs = golden.runs.filter((_, index) => thorough || index % 2 === 0);

  it.each(runs)('$policy in $scenario on $seed', ({ hash: _, digests, decisions, ...plan }) => {
    expect(playPlan(plan as Plan)).toEqual({ digests, decisions });
  });
});
