import { describe, expect, it } from 'vitest';
import { insightPricesOf, openFirm, trueFirmValue } from '../../src/engine/index.ts';
import { digestFirm } from '../../src/engine/replay/digest.ts';
import { EVERY_POLICY } from '../../src/policies/every-policy.ts';
import { playPolicy, worthOfPolicy } from '../../src/policies/play-policy.ts';
import { smallHarbour } from '../support/small-harbour.ts';

const opened = openFirm(smallHarbour, 'worth');
const { firm, history } = opened;
const BLIND = EVERY_POLICY.filter(({ isBlind }) => isBlind);

describe('what a policy is worth', () => {
  it.each(EVERY_POLICY.map((policy) => [policy.name, policy] as const))(
    'is to the cent what a game that is told in full comes to: %s',
    (_, policy) => {
      const before = digestFirm(firm);
      expect(worthOfPolicy(policy, opened)).toBe(trueFirmValue(playPolicy(policy, opened)).firmValue);
      expect(digestFirm(firm)).toBe(before);
    },
  );

  it('is the same from the middle of a game on', () => {
    const reports = [...history];
    const middle = playPolicy(BLIND[0], opened, (_, report) => reports.push(report), 3);
    for (const policy of EVERY_POLICY.slice(0, 8)) {
      const half = { firm: middle, history: reports };
      expect(worthOfPolicy(policy, half)).toBe(trueFirmValue(playPolicy(policy, half)).firmValue);
    }
  });
});

describe('a blind policy', () => {
  it('decides the same whatever the reports say', () => {
    expect(BLIND.length).toBeGreaterThan(4);
    for (const { decide } of BLIND) {
      for (const round of [0, 3, 7]) {
        const view = {
          round,
          rounds: firm.rounds,
          budget: firm.budget,
          insightPrices: insightPricesOf(firm.scenario.insight.prices, firm.level),
        };
        expect(decide({ ...view, reports: [] })).toEqual(decide({ ...view, reports: history }));
      }
    }
  });
});
