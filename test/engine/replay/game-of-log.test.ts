import { describe, expect, test } from 'vitest';
import {
  checkRunLog,
  copyFirm,
  type Decision,
  gameOf,
  newRunLog,
  openFirm,
  playRound,
  type RunLog,
  replay,
  trueFirmValue,
} from '../../../src/engine/index.ts';
import { playPolicy } from '../../../src/policies/play-policy.ts';
import { customerCentric } from '../../../src/policies/value-based.ts';
import { noSpending } from '../../support/decisions.ts';
import { smallHarbour } from '../../support/small-harbour.ts';

const opened = openFirm(smallHarbour, 'length');

function play(rounds: number, roundKeys?: readonly string[]): RunLog & { readonly firmValue: number } {
  const decisions: Decision[] = [];
  const digests: string[] = [];
  const keyed = roundKeys ? { roundKeys } : {};
  const game = gameOf(opened, { rounds, ...keyed });
  const firm = playPolicy(customerCentric, game, (current, report) => {
    decisions.push(report.decision);
    digests.push(current.digest);
  });
  expect(firm.round).toBe(rounds);
  const { firmValue } = trueFirmValue(firm);
  return { ...newRunLog(smallHarbour, 'length'), rounds, ...keyed, decisions, digests, firmValue };
}

const keysTo = (...keys: string[]) => [...keys, ...['K7', 'K8', 'K9', 'KA', 'KB', 'KC']].slice(0, 6);

describe('a game', () => {
  test('can have six to ten rounds, all alike as far as both go', () => {
    const [six, eight, ten] = [6, 8, 10].map((rounds) => play(rounds));
    expect(eight.digests.slice(0, 6)).toEqual(six.digests);
    expect(ten.digests.slice(0, 8)).toEqual(eight.digests);
    for (const { firmValue, ...log } of [six, eight, ten]) {
      const replayed = replay(log, smallHarbour, opened);
      expect(replayed.ok && trueFirmValue(replayed.firm).firmValue).toBe(firmValue);
    }
    const over = copyFirm(gameOf(opened, { rounds: 6 }).firm);
    while (over.round < 6) playRound(over, noSpending);
    expect(playRound(over, noSpending)).toMatchObject({ refusals: [{ code: 'decision/no-rounds-left' }] });
  });

  test('of another length is refused', () => {
    const log = newRunLog(smallHarbour, 'length');
    expect(checkRunLog({ ...log, rounds: 5 }, smallHarbour)).toMatchObject([{ code: 'run-log/too-few-rounds' }]);
    expect(checkRunLog({ ...log, rounds: 6.5 }, smallHarbour)).toMatchObject([{ code: 'run-log/too-few-rounds' }]);
    expect(checkRunLog({ ...log, rounds: 11 }, smallHarbour)).toMatchObject([{ code: 'run-log/too-many-rounds' }]);
    const { decisions, digests } = play(8);
    expect(checkRunLog({ ...log, rounds: 7, decisions, digests }, smallHarbour)).toMatchObject([{ limit: 7 }]);
  });
});

describe('round keys', () => {
  test('decide the draws of their round: equal up to the first that differs, and never after', () => {
    const plain = play(6);
    const keyed = play(6, keysTo('A', 'B', 'C'));
    const other = play(6, keysTo('A', 'B', 'D'));
    expect(play(6, keysTo('A', 'B', 'C')).digests).toEqual(keyed.digests);
    expect(other.digests.slice(0, 2)).toEqual(keyed.digests.slice(0, 2));
    for (let round = 2; round < 6; round++) expect(other.digests[round]).not.toBe(keyed.digests[round]);
    for (let round = 0; round < 6; round++) expect(keyed.digests[round]).not.toBe(plain.digests[round]);
    expect(replay(keyed, smallHarbour, opened).ok).toBe(true);
    expect(replay({ ...keyed, roundKeys: other.roundKeys ?? [] }, smallHarbour, opened)).toMatchObject({
      refusals: [{ code: 'run-log/differs', round: 2 }],
    });
  });

  test('change the luck of a round and nothing else: who was there, what was known, how the game stands', () => {
    const [one, two] = ['A', 'B'].map((key) => copyFirm(gameOf(opened, { rounds: 6, roundKeys: [key] }).firm));
    expect(one.budget).toBe(two.budget);
    playRound(one, noSpending);
    playRound(two, noSpending);
    expect(one.last?.customers).toEqual(two.last?.customers);
    expect(one.last?.tally.orders).not.toEqual(two.last?.tally.orders);
    // Twice the same size of luck: totals stay within a few per cent of each other.
    const orders = [one, two].map((firm) =>
      Array.from(firm.last?.tally.orders ?? []).reduce((sum, count) => sum + count, 0),
    );
    expect(Math.abs(orders[0] / orders[1] - 1)).toBeLessThan(0.15);
  });

  test('that are not known yet stop the game and leave it as it is', () => {
    const firm = copyFirm(gameOf(opened, { rounds: 6, roundKeys: ['A'] }).firm);
    expect(playRound(firm, noSpending).ok).toBe(true);
    const { digest } = firm;
    expect(playRound(firm, noSpending)).toEqual({ ok: false, refusals: [{ code: 'decision/no-round-key' }] });
    expect([firm.round, firm.digest]).toEqual([1, digest]);
  });
});
