import { describe, expect, it } from 'vitest';
import {
  choicesAgainst,
  copyFirm,
  type Decision,
  observe,
  openFirm,
  playInstead,
  playRound,
  referenceDecision,
  withdrawChoice,
} from '../../../src/engine/index.ts';
import { everywhere, noSpending } from '../../support/decisions.ts';
import { smallHarbour } from '../../support/small-harbour.ts';

const { firm } = openFirm(smallHarbour, 'withdraw');
const decision: Decision = {
  ...everywhere(20_000, 0),
  service: { platinum: 9_000, gold: 0, silver: 8_000, bronze: 1 },
};

describe('withdrawing a choice', () => {
  it('changes that choice alone', () => {
    const reference = referenceDecision('nothing', decision);
    const without = withdrawChoice(decision, { kind: 'cell', lever: 'service', tier: 'silver' }, reference);
    expect(without).toEqual({ ...decision, service: { ...decision.service, silver: 0 } });
    expect(withdrawChoice({ ...decision, insight: 2 }, { kind: 'insight' }, reference)).toEqual(decision);
  });

  it('names only the choices that withdrawing would change', () => {
    const toNothing = choicesAgainst(decision, referenceDecision('nothing', noSpending));
    expect(toNothing).toHaveLength(11);
    expect(toNothing).not.toContainEqual({ kind: 'cell', lever: 'service', tier: 'gold' });
    const changed = { ...decision, insight: 1, retention: { ...decision.retention, gold: 5 } } as const;
    expect(choicesAgainst(changed, referenceDecision('as-before', decision))).toEqual([
      { kind: 'cell', lever: 'retention', tier: 'gold' },
      { kind: 'insight' },
    ]);
    expect(choicesAgainst(decision, decision)).toEqual([]);
  });

  it('gives what a plain replay gives, and leaves the firm as it was', () => {
    const digest = firm.digest;
    const other = copyFirm(firm);
    expect(playRound(other, decision).ok).toBe(true);
    expect({ ...playInstead(firm, decision), budget: other.last?.budget }).toEqual(observe(other));
    expect(firm.digest).toBe(digest);
    expect(firm.round).toBe(0);
  });

  it('is not bound by the budget', () => {
    const dear = everywhere(firm.budget);
    expect(playRound(copyFirm(firm), dear).ok).toBe(false);
    expect(playInstead(firm, dear).income.service).toBe(4 * firm.budget);
  });
});
