import { expect, it } from 'vitest';
import {
  copyFirm,
  type Decision,
  openFirm,
  otherFutures,
  playOutPlans,
  playRound,
  sameDecisions,
  trueFirmValue,
} from '../../../src/engine/index.ts';
import { digestFirm } from '../../../src/engine/replay/digest.ts';
import { statusQuo } from '../../../src/policies/fixed-shares.ts';
import { playPolicy } from '../../../src/policies/play-policy.ts';
import { customerCentric } from '../../../src/policies/value-based.ts';
import { smallHarbour } from '../../support/small-harbour.ts';

const opened = openFirm(smallHarbour, 'play-out');
const decisions: Decision[] = [];
const came = playPolicy(customerCentric, opened, (_, { decision }) => decisions.push(decision));

it('the same decisions in the same world are the same game', () => {
  expect(trueFirmValue(sameDecisions(decisions)(opened))).toEqual(trueFirmValue(came));
  // Of the same firm bit by bit, but for the tiers after its last round.
  const before = playPolicy(customerCentric, opened, undefined, smallHarbour.rounds - 1);
  expect(digestFirm(sameDecisions(decisions.slice(0, -1))(opened))).toBe(digestFirm({ ...before, digest: '' }));
});

it('the same decisions can be played in any other world, also a poorer one', () => {
  for (const world of otherFutures(opened, 2)) {
    expect(sameDecisions(decisions)(world).round).toBe(smallHarbour.rounds);
  }
  const poor = copyFirm(opened.firm);
  poor.budget = Math.floor(poor.budget / 2);
  expect(playRound(copyFirm(poor), decisions[0]).ok).toBe(false);
  expect(sameDecisions(decisions)({ ...opened, firm: poor }).round).toBe(smallHarbour.rounds);
});

it('values plans world by world, tells how far it is, and can be given up', () => {
  const plans = [sameDecisions(decisions), (world: typeof opened) => playPolicy(statusQuo, world)];
  const steps = playOutPlans(plans, otherFutures(opened, 2), 2);
  const progress: unknown[] = [];
  let step = steps.next();
  for (; !step.done; step = steps.next()) progress.push(step.value);
  expect(progress).toEqual([1, 2, 3, 4].map((done) => ({ done, of: 4 })));
  const worlds = [...otherFutures(opened, 2)];
  expect(step.value).toEqual(plans.map((play) => worlds.map((world) => trueFirmValue(play(world)).firmValue)));

  const givenUp = playOutPlans(plans, otherFutures(opened, 1_000_000), 1_000_000);
  givenUp.next();
  expect(givenUp.return([]).done).toBe(true);
  expect(givenUp.next().done).toBe(true);
});
