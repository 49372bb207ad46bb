import { describe, expect, it } from 'vitest';
import { livePart, liveQuarter } from '../../../src/engine/behaviour/live-quarter.ts';
import { createTally, planQuarter } from '../../../src/engine/behaviour/quarter.ts';
import {
  byTier,
  type Firm,
  LEVERS,
  observe,
  observeEquity,
  openFirm,
  playRound,
  playRoundUnasked,
  TIERS,
  trueFirmValue,
} from '../../../src/engine/index.ts';
import { ACCOUNT_NAMES, accountTotal } from '../../../src/engine/ledger/ledger.ts';
import { copyPopulation, type Population } from '../../../src/engine/population/columns.ts';
import { digestFirm } from '../../../src/engine/replay/digest.ts';
import { copyFirm, copyFirmInPlay } from '../../../src/engine/round/firm.ts';
import { PHASES, playRoundUntold } from '../../../src/engine/round/play-round.ts';
import { POLICIES } from '../../../src/policies/all-policies.ts';
import { playPolicy } from '../../../src/policies/play-policy.ts';
import { everywhere, noSpending } from '../../support/decisions.ts';
import { smallHarbour } from '../../support/small-harbour.ts';

function living({ population }: Firm): Set<number> {
  const ids = new Set<number>();
  for (let row = 0; row < population.count; row++)
    if (population.trueLifetimeLeft[row] > 0) ids.add(population.id[row]);
  return ids;
}

describe('playRound', () => {
  it('has the phases of the manual, in its order', () => {
    expect(PHASES.map((phase) => phase.name)).toEqual([
      'spendBudget',
      'countTiers',
      'serveCustomers',
      'liveThroughQuarter',
      'bookCustomers',
      'askCustomers',
      'renewReputation',
      'winNewcomers',
      'renewInsightAndTiers',
      'closeLedger',
      'setNextBudget',
      'takeDigest',
    ]);
  });

  it('leaves the same firm when nothing is told of it, also of its active customers alone', () => {
    const { firm } = openFirm(smallHarbour, 'untold');
    const inPlay = copyFirmInPlay(firm, 0);
    expect(inPlay.population.count).toBe(firm.population.activeCount);
    expect(inPlay.population.count).toBeLessThan(firm.population.count);
    for (const cents of [0, 60_00, 20_00]) {
      const before = firm.digest;
      expect(playRound(firm, everywhere(cents, 2)).ok).toBe(true);
      expect(playRoundUntold(inPlay, everywhere(cents, 2)).ok).toBe(true);
      expect(inPlay.digest).toBe('');
      expect(digestFirm({ ...inPlay, digest: before })).toBe(firm.digest);
      expect(inPlay.last?.surveys).toEqual([]);
    }
    expect(trueFirmValue(inPlay)).toEqual(trueFirmValue(firm));
  });

  it('is worth the same without new tiers after its last round, which are made for a round to come', () => {
    const { firm } = openFirm(smallHarbour, 'the last');
    const [told, untold] = [1, 2].map(() => ({ ...copyFirm(firm), rounds: 1 }));
    expect(playRound(told, everywhere(60_00, 2)).ok).toBe(true);
    expect(playRoundUntold(untold, everywhere(60_00, 2)).ok).toBe(true);
    expect(untold.last).toBe(firm.last);
    expect(told.last).not.toBe(firm.last);
    expect(trueFirmValue(untold)).toEqual(trueFirmValue(told));
  });

  it('has the same digest when nobody is asked, and the same equity to be seen', () => {
    const { firm } = openFirm(smallHarbour, 'unasked');
    const inPlay = copyFirmInPlay(firm, 0);
    for (const cents of [0, 60_00, 20_00]) {
      expect(playRound(firm, everywhere(cents, 2)).ok).toBe(true);
      expect(playRoundUnasked(inPlay, everywhere(cents, 2)).ok).toBe(true);
      expect(inPlay.digest).toBe(firm.digest);
      expect(inPlay.last?.surveys).toEqual([]);
      const { equity, income, tiers, nextTiers } = observe(firm);
      expect(observeEquity(inPlay)).toEqual({
        equity,
        cashFlow: income.cashFlow,
        customers: byTier((tier) => tiers[tier].customers),
        estimatedEquity: byTier((tier) => nextTiers[tier].estimatedEquity),
      });
    }
    expect(trueFirmValue(inPlay)).toEqual(trueFirmValue(firm));
  });

  it('customers alive = before + acquired − lost, in every round of every policy', () => {
    const opened = openFirm(smallHarbour, 'alive');
    for (const policy of POLICIES) {
      let before = living(opened.firm);
      playPolicy(policy, opened, (firm, report) => {
        const after = living(firm);
        const acquired = report.newCustomers.paid + report.newCustomers.referred + report.newCustomers.organic;
        const lost = [...before].filter((id) => !after.has(id)).length;
        expect(after.size).toBe(before.size + acquired - lost);
        before = after;
      });
    }
  });

  it('the ledger balances to the cent, and its revenue is what customers’ records gained', () => {
    const opened = openFirm(smallHarbour, 'ledger');
    const recordedRevenue = ({ population }: Firm) =>
      population.observedRevenue.subarray(0, population.count).reduce((sum, cents) => sum + cents, 0);
    for (const policy of POLICIES) {
      let before = recordedRevenue(opened.firm);
      let cash = 0;
      playPolicy(policy, opened, (firm, report) => {
        const page = firm.last?.page;
        if (!page) throw new Error('no ledger');
        const total = (name: (typeof ACCOUNT_NAMES)[number]) => accountTotal(page, name);
        const costs = ACCOUNT_NAMES.filter((name) => name !== 'revenue').reduce((sum, name) => sum + total(name), 0);
        expect(total('revenue') - costs).toBe(report.income.cashFlow);
        expect(recordedRevenue(firm) - before).toBe(report.income.revenue);
        expect(Number.isInteger(report.income.cashFlow)).toBe(true);
        for (const lever of LEVERS) {
          expect(report.income[lever]).toBe(TIERS.reduce((sum, tier) => sum + report.decision[lever][tier], 0));
        }
        cash += report.income.cashFlow;
        expect(report.income.cumulativeCash).toBe(cash);
        before = recordedRevenue(firm);
      });
    }
  });

  it('the equity bridge adds up to the cent, in total and by tier, and so do the flows', () => {
    const opened = openFirm(smallHarbour, 'bridge');
    for (const policy of POLICIES) {
      let closing = opened.history[opened.history.length - 1].equity.closing;
      playPolicy(policy, opened, (_, { equity, nextTiers, flows, tiers }) => {
        expect(equity.opening).toBe(closing);
        const steps = equity.acquired + equity.returned + equity.lapsed + equity.revalued + equity.insight;
        expect(equity.opening + steps).toBe(equity.closing);
        const byTier = TIERS.flatMap((tier) => Object.values(equity.byTier[tier]));
        expect(byTier.reduce((sum, cents) => sum + cents, 0)).toBe(steps);
        expect(TIERS.reduce((sum, tier) => sum + nextTiers[tier].estimatedEquity, 0)).toBe(equity.closing);
        closing = equity.closing;
        for (const tier of TIERS) {
          expect(Object.values(flows[tier]).reduce((sum, count) => sum + count, 0)).toBe(tiers[tier].customers);
          const arriving = Object.values(flows).reduce((sum, ends) => sum + ends[tier], 0);
          expect(arriving).toBe(nextTiers[tier].customers);
        }
      });
    }
  });

  it('refuses a bad decision with a named code and changes nothing', () => {
    const { firm } = openFirm(smallHarbour, 'refusals');
    const good = everywhere(100_00);
    const before = firm.digest;
    const refusalsOf = (decision: unknown) => {
      const played = playRound(firm, decision);
      return played.ok ? [] : played.refusals.map(({ code }) => code);
    };
    const withCell = (cents: unknown) => ({ ...good, service: { ...good.service, gold: cents } });
    expect(refusalsOf(null)).toEqual(['decision/malformed']);
    expect(refusalsOf({ ...good, retention: undefined })).toEqual(['decision/missing-lever']);
    expect(refusalsOf(withCell(undefined))).toEqual(['decision/missing-tier']);
    expect(refusalsOf({ ...good, bonus: 1 })).toEqual(['decision/unknown-field']);
    expect(refusalsOf(withCell(Number.NaN))).toEqual(['decision/not-a-number']);
    expect(refusalsOf(withCell(Number.POSITIVE_INFINITY))).toEqual(['decision/not-a-number']);
    expect(refusalsOf(withCell('100'))).toEqual(['decision/not-a-number']);
    expect(refusalsOf(withCell(-1))).toEqual(['decision/negative']);
    expect(refusalsOf(withCell(0.5))).toEqual(['decision/fraction-of-a-cent']);
    expect(refusalsOf(withCell(firm.budget + 1))).toEqual(['decision/over-budget']);
    expect(refusalsOf({ ...good, insight: 3 })).toEqual(['decision/unknown-insight']);
    expect(firm.round).toBe(0);
    expect(firm.digest).toBe(before);
    while (firm.round < firm.scenario.rounds) expect(playRound(firm, noSpending)).toEqual({ ok: true });
    expect(refusalsOf(noSpending)).toEqual(['decision/no-rounds-left']);
  });

  it('spends the budget to the last cent, and not one more', () => {
    const { firm } = openFirm(smallHarbour, 'budget');
    const rest = firm.budget - firm.scenario.insight.prices[1];
    const all = { ...noSpending, service: { ...noSpending.service, silver: rest }, insight: 1 as const };
    expect(playRound(copyFirm(firm), all)).toEqual({ ok: true });
    expect(playRound(firm, { ...all, service: { ...all.service, silver: rest + 1 } })).toMatchObject({ ok: false });
  });
});

describe('the order in which customers are taken', () => {
  it('changes no digest: rows shuffled before every round', () => {
    const opened = openFirm(smallHarbour, 'order');
    const [plain, shuffled] = [copyFirm(opened.firm), copyFirm(opened.firm)];
    const decision = everywhere(Math.floor(opened.firm.budget / 20), 2);
    let state = 1;
    while (plain.round < plain.scenario.rounds) {
      const { active, activeCount } = shuffled.population;
      for (let i = activeCount - 1; i > 0; i--) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        const j = state % (i + 1);
        [active[i], active[j]] = [active[j], active[i]];
      }
      playRound(plain, decision);
      playRound(shuffled, decision);
      expect(shuffled.digest).toBe(plain.digest);
      expect(observe(shuffled)).toEqual(observe(plain));
    }
  });

  it('changes nothing when the quarter is lived in two parts, the later first', () => {
    const { firm } = openFirm(smallHarbour, 'parts');
    const whole = copyPopulation(firm.population);
    const parts = copyPopulation(firm.population);
    const quarter = planQuarter(smallHarbour, firm.keys, 0, [0.8, 0.6, 0.5, 0.4], [500, 300, 100, 0], 0.5);
    const tally = createTally(smallHarbour);
    livePart(parts, quarter, tally, 700, parts.activeCount);
    livePart(parts, quarter, tally, 0, 700);
    expect(liveQuarter(whole, quarter)).toEqual(tally);
    for (const name of Object.keys(whole) as (keyof Population)[]) expect(parts[name], name).toEqual(whole[name]);
  });
});

describe('the same luck under every decision', () => {
  it('money for one tier does not change what customers of another tier do this quarter', () => {
    const { firm } = openFirm(smallHarbour, 'luck');
    const [one, other] = [copyFirm(firm), copyFirm(firm)];
    playRound(one, noSpending);
    playRound(other, { ...noSpending, retention: { ...noSpending.retention, platinum: 500_000 } });
    const results = [observe(one), observe(other)].map(({ tiers }) => [tiers.gold, tiers.silver, tiers.bronze]);
    const facts = results.map((tiers) => tiers.map(({ orders, contacts, revenue }) => ({ orders, contacts, revenue })));
    expect(facts[1]).toEqual(facts[0]);
  });

  it('more retention money never makes the same customer leave earlier', () => {
    const { firm } = openFirm(smallHarbour, 'monotone');
    let before: Set<number> | null = null;
    for (const cents of [0, 20_000, 80_000, 300_000]) {
      const richer = copyFirm(firm);
      playRound(richer, { ...noSpending, retention: { platinum: cents, gold: cents, silver: cents, bronze: cents } });
      const after = living(richer);
      if (before) for (const id of before) expect(after.has(id)).toBe(true);
      before = after;
    }
  });

  it('more acquisition money brings the same newcomers and some more', () => {
    const { firm } = openFirm(smallHarbour, 'prefix');
    const newcomers = (cents: number) => {
      const played = copyFirm(firm);
      playRound(played, { ...noSpending, acquisition: { ...noSpending.acquisition, bronze: cents } });
      const { population } = played;
      const rows = Array.from({ length: population.count }, (_, row) => row).filter(
        (row) => population.cohort[row] === 0,
      );
      return rows.map(
        (row) => `${population.id[row]}:${population.truePurchaseRate[row]}:${population.trueOrderValue[row]}`,
      );
    };
    const few = newcomers(50_000);
    const many = newcomers(150_000);
    expect(many.length).toBeGreaterThan(few.length);
    expect(many).toEqual(expect.arrayContaining(few));
  });
});
