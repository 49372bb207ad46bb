import { expect, test } from 'vitest';
import {
  bytesPutBy,
  copyFirm,
  copyFirmInPlay,
  type Decision,
  letGo,
  openFirm,
  playRound,
  playToItsEnd,
  putBy,
  takeUp,
  trueFirmValue,
} from '../../../src/engine/index.ts';
import { bytesPerCustomer, createPopulation } from '../../../src/engine/population/columns.ts';
import { playPolicy } from '../../../src/policies/play-policy.ts';
import { uniform } from '../../../src/policies/uniform.ts';
import { smallHarbour } from '../../support/small-harbour.ts';

test('a game in memory that was let go is the same as one in new memory, and starts empty', () => {
  const opened = openFirm(smallHarbour, 'memory');
  const decisions: Decision[] = [];
  const inNew = playPolicy(uniform, opened, (_, { decision }) => decisions.push(decision));
  const digest = inNew.digest;
  const { capacity } = inNew.population;
  const columns = new Set(Object.values(inNew.population));

  letGo(inNew);
  expect(inNew.population.count).toBe(0);
  const again = createPopulation(capacity);
  const shared = Object.values(again).filter((column) => typeof column !== 'number' && columns.has(column));
  expect(shared.length).toBeGreaterThan(20);
  expect(shared.every((column) => typeof column !== 'number' && column.every((value) => value === 0))).toBe(true);

  letGo({ ...inNew, population: again });
  for (const copy of [copyFirm, () => copyFirmInPlay(opened.firm, opened.firm.rounds)]) {
    const firm = copy(opened.firm);
    for (const decision of decisions) expect(playRound(firm, decision).ok).toBe(true);
    expect(firm.digest).toBe(digest);
    letGo(firm);
  }
});

test('a firm that was put by before its last round comes to the same, as often as it is taken up', () => {
  const { firm } = openFirm(smallHarbour, 'put by');
  const played: Decision[] = [];
  playPolicy(uniform, openFirm(smallHarbour, 'put by'), (_, { decision }) => played.push(decision));
  const [last, ...before] = played.toReversed();
  expect(() => putBy(firm)).toThrow(RangeError);
  for (const decision of before.toReversed()) expect(playRound(firm, decision).ok).toBe(true);

  const put = putBy(firm);
  const bytes = Object.values(put.customers).reduce<number>(
    (sum, column) => sum + (typeof column === 'number' ? 0 : column.byteLength),
    0,
  );
  expect(bytes).toBe(bytesPutBy(firm.population));
  expect(bytes).toBeLessThan((bytesPerCustomer() * firm.population.activeCount) / 2);

  const whole = copyFirm(firm);
  playToItsEnd(whole, [last]);
  for (let time = 0; time < 2; time++) {
    const taken = takeUp(put);
    playToItsEnd(taken, [last]);
    expect(trueFirmValue(taken)).toEqual(trueFirmValue(whole));
    letGo(taken);
  }
});
