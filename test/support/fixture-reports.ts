import type { ScenarioFacts } from '../../src/engine/index.ts';
import {
  type BridgeStep,
  type ByTier,
  byTier,
  type Decision,
  type RoundReport,
  TIERS,
} from '../../src/engine/index.ts';
import { type GameState, NO_DEBRIEF } from '../../src/store/state.ts';
import type { GameScore } from '../../src/worker/protocol.ts';

/** A plausible decision: about 215,000 in whole units, split as the firm always did. */
export const fixtureDecision: Decision = {
  acquisition: { platinum: 1_500_000, gold: 3_300_000, silver: 4_800_000, bronze: 5_300_000 },
  retention: { platinum: 1_100_000, gold: 700_000, silver: 400_000, bronze: 400_000 },
  service: { platinum: 1_100_000, gold: 1_600_000, silver: 1_600_000, bronze: 1_600_000 },
  insight: 0,
};

/** What to change of the fixture report. Equity closes by itself from the steps given. */
export type FixtureChange = {
  readonly opening?: number;
  readonly steps?: Partial<Record<BridgeStep, number>>;
  readonly cashFlow?: number;
  readonly estimatedFirmValue?: number;
  readonly decision?: Decision;
  readonly tieredBy?: 0 | 1 | 2;
  readonly lapsedCustomers?: number;
};

const SHARE: ByTier<number> = { platinum: 0.05, gold: 0.15, silver: 0.3, bronze: 0.5 };
const REVENUE: ByTier<number> = { platinum: 52_000_000, gold: 66_000_000, silver: 50_000_000, bronze: 31_000_000 };
const STEP_SHARE: ByTier<number> = { platinum: 0.4, gold: 0.3, silver: 0.2, bronze: 0.1 };

/** A report typed by hand that keeps every identity of `RoundReport`; its figures drift a little with the round. */
export function fixtureReport(round: number, change: FixtureChange = {}): RoundReport {
  const decision = change.decision ?? fixtureDecision;
  const drift = 1 + 0.01 * round;
  const opening = change.opening ?? Math.round(560_000_000 * drift);
  const steps = {
    acquired: 31_200_000,
    returned: 2_100_000,
    lapsed: -24_700_000,
    revalued: 4_400_000,
    insight: 0,
    ...change.steps,
  };
  const closing = opening + steps.acquired + steps.returned + steps.lapsed + steps.revalued + steps.insight;
  const onFile = Math.round(24_000 * drift);
  const tiers = byTier((tier) => {
    const customers = Math.round(onFile * SHARE[tier]);
    const revenue = Math.round(REVENUE[tier] * drift);
    const grossMargin = Math.round(revenue * 0.42);
    const orderCost = 400 * Math.round(revenue / 7400);
    const contactCost = 1100 * Math.round(customers * 0.6);
    const accountCost = 200 * customers;
    const newCustomers = Math.round(decision.acquisition[tier] / 9_000);
    return {
      customers,
      activeCustomers: Math.round(customers * (0.9 - 0.5 * SHARE[tier])),
      orders: orderCost / 400,
      contacts: contactCost / 1100,
      revenue,
      grossMargin,
      orderCost,
      contactCost,
      accountCost,
      contribution: grossMargin - orderCost - contactCost - accountCost,
      serviceQuality: 0.8 - 0.6 * SHARE[tier],
      survey: {
        answers: 200,
        satisfaction: 0.71 - 0.3 * SHARE[tier],
        standardError: 0.014,
        netPromoterScore: 0.21 - 0.8 * SHARE[tier],
      },
      estimatedCustomersSaved: Math.round(24 - 20 * SHARE[tier]),
      estimatedResponsiveness: null,
      newCustomers,
      costPerNewCustomer: newCustomers > 0 ? Math.round(decision.acquisition[tier] / newCustomers) : null,
      marginalCostPerNewCustomer: 11_000,
    };
  });
  const lapsedCustomers = change.lapsedCustomers ?? 1480;
  const paid = TIERS.reduce((sum, tier) => sum + tiers[tier].newCustomers, 0);
  const sum = (of: (tier: (typeof TIERS)[number]) => number) => TIERS.reduce((total, tier) => total + of(tier), 0);
  const newRevenue = 10_400_000;
  const revenue = sum((tier) => tiers[tier].revenue) + newRevenue;
  const contribution = sum((tier) => tiers[tier].contribution) + 2_200_000;
  const cashFlow = change.cashFlow ?? 7_100_000;
  const spending = sum((tier) => decision.acquisition[tier] + decision.retention[tier] + decision.service[tier]);
  const row = (platinum: number, gold: number, silver: number, bronze: number, lapsed: number) => ({
    platinum,
    gold,
    silver,
    bronze,
    lapsed,
  });
  return {
    round,
    decision,
    budget: 26_500_000,
    nextBudget: 26_900_000,
    insightLevel: decision.insight,
    tieredBy: change.tieredBy ?? 0,
    tiers,
    lapsed: {
      customers: 5200,
      activeCustomers: 310,
      orders: 330,
      contacts: 90,
      revenue: 1_900_000,
      grossMargin: 800_000,
      orderCost: 132_000,
      contactCost: 99_000,
      contribution: 569_000,
    },
    nextTiers: byTier((tier) => ({
      customers: Math.round(onFile * SHARE[tier]) + 14,
      trailingRevenue: tiers[tier].revenue * 4,
      trailingContribution: tiers[tier].contribution * 4,
      trailingOrders: tiers[tier].orders * 4,
      trailingContacts: tiers[tier].contacts * 4,
      estimatedEquity: Math.round(closing * STEP_SHARE[tier]),
      surveyedWalletShare: null,
    })),
    flows: {
      platinum: row(980, 160, 40, 10, 10),
      gold: row(190, 2600, 620, 140, lapsedCustomers > 40 ? 40 : 0),
      silver: row(30, 700, 5200, 1030, 240),
      bronze: row(5, 130, 1200, 9500, Math.max(0, lapsedCustomers - (lapsedCustomers > 40 ? 40 : 0) - 250)),
      lapsed: row(0, 10, 60, 240, 4890),
      new: row(10, 60, 290, paid + 640 - 360, 0),
    },
    newCustomers: {
      paid,
      referred: 130,
      organic: 510,
      revenue: newRevenue,
      grossMargin: 4_300_000,
      orderCost: 700_000,
      contribution: 2_200_000,
    },
    income: {
      revenue,
      costOfGoods: revenue - contribution - 12_000_000 - 16_000_000 - 4_800_000,
      orderCost: 12_000_000,
      contactCost: 16_000_000,
      accountCost: 4_800_000,
      contribution,
      acquisition: sum((tier) => decision.acquisition[tier]),
      retention: sum((tier) => decision.retention[tier]),
      service: sum((tier) => decision.service[tier]),
      insight: 0,
      overhead: contribution - spending - cashFlow,
      cashFlow,
      cumulativeCash: round < 0 ? 0 : cashFlow * (round + 1),
    },
    reputation: 0.48,
    equity: {
      opening,
      ...steps,
      closing,
      byTier: byTier((tier) => ({
        acquired: Math.round(steps.acquired * STEP_SHARE[tier]),
        returned: Math.round(steps.returned * STEP_SHARE[tier]),
        lapsed: Math.round(steps.lapsed * STEP_SHARE[tier]),
        revalued: Math.round(steps.revalued * STEP_SHARE[tier]),
        insight: Math.round(steps.insight * STEP_SHARE[tier]),
      })),
      estimatedFirmValue: change.estimatedFirmValue ?? closing + Math.max(0, round + 1) * 5_000_000,
    },
  };
}

export const fixtureScenario: ScenarioFacts = {
  id: 'harbour',
  hash: '0'.repeat(16),
  rounds: 8,
  currency: 'USD',
  level: 'essentials',
  insightPrices: [0, 500_000, 1_000_000],
  annualDiscountRate: 0.15,
  tierShares: [0.05, 0.15, 0.3, 0.5],
};

/** A game with its warm-up and `played` quarters. */
export function fixtureGame(played: number, change: Partial<GameState> = {}): GameState {
  const reports = Array.from({ length: played }, (_, round) => fixtureReport(round));
  return {
    id: 'game-1',
    scenario: fixtureScenario,
    seed: 'maple-4821',
    rounds: 8,
    status: 'deciding',
    progress: 0,
    history: Array.from({ length: 8 }, (_, index) => fixtureReport(index - 8)),
    reports,
    digests: reports.map((report) => `digest-${report.round}`),
    budget: 26_900_000,
    draft: fixtureDecision,
    undo: [],
    redo: [],
    refusals: [],
    score: null,
    debrief: NO_DEBRIEF,
    notes: { predictions: [], reasons: [] },
    branch: null,
    seat: null,
    roundKeys: null,
    saving: 'saved',
    behind: false,
    ...change,
  };
}

/** A final score that adds up, at an index of 106. */
export const fixtureScore: GameScore = {
  firmValue: 527_000_000,
  valueCreated: -33_000_000,
  discountedCash: 70_000_000,
  openingEquity: 560_000_000,
  closingEquity: 604_400_000,
  discountedClosingEquity: 457_000_000,
  index: 106,
  band: 'customer-centric',
  benchmarks: [
    {
      policy: 'customer-centric',
      firmValue: 534_000_000,
      discountedCash: 71_600_000,
      closingEquity: 611_400_000,
      index: 107.5,
      ...paths(534),
    },
    {
      policy: 'uniform',
      firmValue: 508_000_000,
      discountedCash: 69_700_000,
      closingEquity: 580_000_000,
      index: 102.4,
      ...paths(508),
    },
    {
      policy: 'status-quo',
      firmValue: 497_000_000,
      discountedCash: 66_100_000,
      closingEquity: 569_100_000,
      index: 100,
      ...paths(497),
    },
    {
      policy: 'mass-acquisition',
      firmValue: 434_000_000,
      discountedCash: 44_900_000,
      closingEquity: 514_600_000,
      index: 87.4,
      ...paths(434),
    },
    {
      policy: 'best-only',
      firmValue: 272_000_000,
      discountedCash: -2_300_000,
      closingEquity: 379_100_000,
      index: 54.8,
      ...paths(272),
    },
  ],
  ...paths(527),
};

function paths(end: number) {
  const firmValueByRound = path(end);
  const discountedCashByRound = firmValueByRound.map((_, round) => round * 8_000_000);
  const equityByRound = firmValueByRound.map((value, round) => value - discountedCashByRound[round]);
  return { firmValueByRound, discountedCashByRound, equityByRound };
}

function path(end: number): readonly number[] {
  return Array.from({ length: 9 }, (_, round) => Math.round((560 + ((end - 560) * round) / 8) * 1_000_000));
}
