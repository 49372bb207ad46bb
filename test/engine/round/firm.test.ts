import { expect, test } from 'vitest';
import { copyFirm, copyFirmInPlay, type Decision, letGo, openFirm, playRound } from '../../../src/engine/index.ts';
import { createPopulation } from '../../../src/engine/population/columns.ts';
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
