import { describe, expect, it } from 'vitest';
import { copyFirm, type Decision, LEVERS, type Lever, openFirm, TIERS } from '../../src/engine/index.ts';
import { POLICIES } from '../../src/policies/all-policies.ts';
import { EVERY_POLICY } from '../../src/policies/every-policy.ts';
import { massAcquisition } from '../../src/policies/fixed-shares.ts';
import { playPolicy } from '../../src/policies/play-policy.ts';
import type { Policy, PolicyView } from '../../src/policies/policy.ts';
import { randomPolicy } from '../../src/policies/random.ts';
import { sharesOf } from '../../src/policies/shares-of-decision.ts';
import { student } from '../../src/policies/student.ts';
import { STUDENTS } from '../../src/policies/student-class.ts';
import { smallHarbour } from '../support/small-harbour.ts';

const opened = openFirm(smallHarbour, 'policies');

/** Plays a policy, noting what it looked at and decided in each round. */
function watch(policy: Policy): readonly { readonly view: PolicyView; readonly decision: Decision }[] {
  const seen: { view: PolicyView; decision: Decision }[] = [];
  playPolicy(
    {
      ...policy,
      decide: (view) => {
        const decision = policy.decide(view);
        seen.push({ view: { ...view, reports: [...view.reports] }, decision });
        return decision;
      },
    },
    opened,
  );
  return seen;
}

function total(decision: Decision, lever: Lever): number {
  return TIERS.reduce((sum, tier) => sum + decision[lever][tier], 0);
}

function shareOfLever(decision: Decision, lever: Lever): number {
  return total(decision, lever) / LEVERS.reduce((sum, one) => sum + total(decision, one), 0);
}

describe('every policy', () => {
  it('has a name of its own, and the benchmarks are among them', () => {
    expect(new Set(EVERY_POLICY.map(({ name }) => name)).size).toBe(EVERY_POLICY.length);
    expect(EVERY_POLICY).toEqual(expect.arrayContaining([...POLICIES]));
  });

  it.each(EVERY_POLICY)('$name plays a whole game within its budget, from what it is shown alone', (policy) => {
    const seen = watch(policy);
    expect(seen).toHaveLength(smallHarbour.rounds);
    for (const { view, decision } of seen) expect(policy.decide(view)).toEqual(decision);
  });

  it.each(EVERY_POLICY)('$name stays within the smallest budget that there can be', (policy) => {
    const poor = copyFirm(opened.firm);
    poor.budget = 1;
    poor.firstBudget = 1;
    expect(playPolicy(policy, { firm: poor, history: opened.history }).round).toBe(smallHarbour.rounds);
  });
});

describe('random players', () => {
  it('hold to their plan, but for a little noise, whatever the firm', () => {
    const [one, other] = [opened, openFirm(smallHarbour, 'another')].map((world) => {
      const decisions: Decision[] = [];
      playPolicy(randomPolicy('somebody'), world, (_, { decision }) => decisions.push(decision));
      return decisions;
    });
    for (const lever of LEVERS) {
      expect(shareOfLever(one[0], lever)).toBeCloseTo(shareOfLever(other[0], lever), 4);
      for (const decision of one)
        expect(Math.abs(shareOfLever(decision, lever) - shareOfLever(one[0], lever))).toBeLessThan(0.25);
    }
    expect(one[1]).not.toEqual(one[0]);
  });

  it('are as different as Dirichlet plans are', () => {
    const [{ view }] = watch(massAcquisition);
    const plans = Array.from({ length: 400 }, (_, n) => randomPolicy(`player ${n}`).decide(view));
    // Dirichlet(4, 2, 3.2): means α/9.2, standard errors over 400 plans below .008; five of them, and the jitter's own.
    for (const [lever, shape] of [
      ['acquisition', 4],
      ['retention', 2],
      ['service', 3.2],
    ] as const) {
      const mean = plans.reduce((sum, plan) => sum + shareOfLever(plan, lever), 0) / plans.length;
      expect(Math.abs(mean - shape / 9.2)).toBeLessThan(0.04);
    }
    const levels = [0, 1, 2].map((level) => plans.filter(({ insight }) => insight === level).length / plans.length);
    expect(Math.abs(levels[0] - 0.5)).toBeLessThan(0.1);
    expect(Math.abs(levels[2] - 0.25)).toBeLessThan(0.09);
  });
});

describe('students', () => {
  const traits = {
    name: 'student-test',
    summary: 'Is tested.',
    learning: 0.2,
    overreaction: 0,
    buysProfit: null,
    buysLifetimeValue: null,
  };

  it('begin by winning customers, and learn at their own speed', () => {
    const speeds = [0, 0.2, 0.6].map((learning) => watch(student({ ...traits, learning })));
    const won = speeds.map((seen) => seen.map(({ decision }) => shareOfLever(decision, 'acquisition')));
    const habit = shareOfLever(massAcquisition.decide(speeds[0][0].view), 'acquisition');
    for (const share of won[0]) expect(share).toBeCloseTo(habit, 3);
    expect(won[1][0]).toBeGreaterThan(0.7);
    expect(won[1][7]).toBeLessThan(won[1][0] - 0.25);
    expect(won[2][2]).toBeLessThan(won[1][2] - 0.1);
  });

  it('buy insight when it is their time', () => {
    const seen = watch(student({ ...traits, buysProfit: 1, buysLifetimeValue: 3 }));
    expect(seen.map(({ decision }) => decision.insight)).toEqual([0, 1, 1, 2, 2, 2, 2, 2]);
  });

  it('take one bad quarter too seriously, those who do', () => {
    const calm = student(traits);
    const jumpy = student({ ...traits, overreaction: 2 });
    const [, , { view }] = watch(calm);
    const [before, last] = view.reports.slice(-2);
    const half = Math.floor(before.tiers.gold.contribution / 2);
    const bad = { ...last, tiers: { ...last.tiers, gold: { ...last.tiers.gold, contribution: half } } };
    const after = { ...view, reports: [...view.reports.slice(0, -1), bad] };
    const goldShare = (policy: Policy, seen: PolicyView) => {
      const decision = policy.decide(seen);
      return decision.retention.gold / total(decision, 'retention');
    };
    expect(goldShare(calm, after)).toBeCloseTo(goldShare(calm, view), 6);
    expect(goldShare(jumpy, after)).toBeGreaterThan(1.5 * goldShare(calm, after));
  });

  it('make a class of different players', () => {
    const games = STUDENTS.map((policy) => JSON.stringify(watch(policy).map(({ decision }) => decision)));
    expect(new Set(games).size).toBe(STUDENTS.length);
  });
});

describe('the weights of a decision', () => {
  it('make the same decision again', () => {
    for (const { view, decision } of watch(massAcquisition)) {
      const rule = sharesOf(decision, view.budget, view.insightPrices[decision.insight]);
      for (const lever of LEVERS) {
        for (const tier of TIERS)
          expect(rule.spend * view.budget * rule[lever][tier]).toBeCloseTo(decision[lever][tier], 3);
      }
    }
  });
});
