import { LEVERS, TIERS } from '../../src/engine/index.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import type { ChoiceValue, ChoiceValues } from '../../src/worker/report/choices.ts';
import { ARROW_IDS } from '../../src/worker/report/glass-box.ts';
import type { LuckReport, Spread } from '../../src/worker/report/luck.ts';
import { BELIEVED_GROUPS, type CustomerStory, STORY_KINDS } from '../../src/worker/report/reveal.ts';
import type { Revelation } from '../../src/worker/report/revelation.ts';
import { scenarioParameters } from '../../src/worker/scenario-parameters.ts';
import { fixtureDecision, fixtureScore } from './fixture-reports.ts';

/** The parts of a debrief in plausible figures, for screens: what is said of them must be found on the page. */

const CLASSES = ['champions', 'emerging', 'steady', 'butterflies', 'demanding', 'occasional'];
const SIZES = [700, 2_100, 4_200, 7_000, 2_500];
const COUNT = 60;

export const fixtureRevelation: Revelation = {
  reveal: {
    customers: {
      count: COUNT,
      of: COUNT,
      row: Int32Array.from({ length: COUNT }, (_, index) => index),
      group: Uint8Array.from({ length: COUNT }, (_, index) => index % 5),
      trueClass: Uint8Array.from({ length: COUNT }, (_, index) => index % 6),
      trueValue: Int32Array.from({ length: COUNT }, (_, index) => (index % 7 === 0 ? 0 : (index - 8) * 1_500)),
      estimatedValue: Int32Array.from({ length: COUNT }, (_, index) => (4 - (index % 5)) * 20_000),
      careReceived: new Int32Array(COUNT),
      costToWin: new Int32Array(COUNT),
      alive: Uint8Array.from({ length: COUNT }, (_, index) => (index % 7 === 0 ? 0 : 1)),
    },
    classes: CLASSES,
    groups: BELIEVED_GROUPS.map((group, index) => ({
      group,
      customers: SIZES[index],
      alive: SIZES[index] - 100 * index,
      gone: group === 'lapsed' ? 0 : 100 * index,
      estimatedEquity: group === 'lapsed' ? 0 : 200_000_000 - 40_000_000 * index,
      trueEquity: 190_000_000 - 35_000_000 * index,
      belowZero: { customers: 30 * index, trueValue: -1_000_00 * index },
      amongBestFifth: 600 - 100 * index,
      byClass: CLASSES.map((_, kind) => (SIZES[index] / 100) * (kind + 1)),
    })),
    deserved: TIERS.map((_, row) =>
      TIERS.map((__, column) => ({ customers: row === column ? 300 : 50, trueValue: 1_000_00 })),
    ),
    totals: {
      onFile: 14_000,
      alive: 15_500,
      gone: 600,
      lapsedAlive: 2_500,
      estimatedEquity: 560_000_000,
      trueEquity: 604_400_000,
      belowZero: { customers: 300, trueValue: -10_000_00 },
      bestFifthShare: 0.71,
      believedBestFifthShare: 0.52,
      trueBestFifthShare: 0.73,
      rankCorrelation: 0.61,
      whaleCurve: Array.from({ length: 21 }, (_, step) => Math.min(1.04, Math.sqrt(step / 20) * 1.04)).with(20, 1),
    },
    treatment: {
      rounds: [{ round: 0, ...treatment(40_000_000) }],
      total: treatment(320_000_000),
    },
    misclassification: {
      firmValue: fixtureScore.firmValue,
      firmValueWithTrueTiers: fixtureScore.firmValue + 12_000_000,
      cost: 12_000_000,
    },
    stories: STORY_KINDS.map((kind, index) => storyOf(kind, index)),
  },
  habits: {
    rounds: Array.from({ length: 8 }, (_, round) => ({
      round,
      budget: 26_500_000,
      spent: 21_000_000,
      byLever: { acquisition: 9_000_000, retention: 5_000_000, service: 7_000_000 },
      relapseIndex: 0.8 - round * 0.05,
      awayFromValue: 0.3,
      allocationChange: round === 0 ? null : 0.1,
      valueChange: 0.04,
      takenBack: round === 0 || round === 7 ? null : 0.2,
      overReaction: round === 3,
    })),
    relapseIndex: 0.62,
    lorenz: {
      moneyByTrueValue: curve(0.9),
      trueValue: curve(0.4),
      moneyByEstimatedValue: curve(0.8),
      estimatedValue: curve(0.5),
    },
    horizon: { spentBefore: 0.81, spentLast: 0.79, careBefore: 0.5, careLast: 0.48, milked: false },
    predictions: null,
  },
  glassBox: {
    arrows: ARROW_IDS.map((id, index) => ({
      id,
      value: index === 3 ? null : 0.12,
      unit: index % 2 === 0 ? 'change' : 'points',
    })),
    parameters: scenarioParameters(harbour),
    equityBridge: {
      opening: 560_000_000,
      acquired: 150_000_000,
      lost: -125_600_000,
      changed: 20_000_000,
      closing: 604_400_000,
    },
  },
};

const cells: readonly ChoiceValue[] = Array.from({ length: 8 }, (_, round) =>
  LEVERS.flatMap((lever, row) =>
    TIERS.map((tier, column): ChoiceValue => {
      const money = fixtureDecision[lever][tier];
      const value = (row + 1) * 1_000_000 - column * 1_200_000 - round * 10_000;
      return {
        round,
        choice: { kind: 'cell', lever, tier },
        money,
        discountedMoney: money,
        value,
        perUnit: 1 + value / money,
      };
    }),
  ),
).flat();
const sum = cells.reduce((total, { value }) => total + value, 0);

export const fixtureChoices: ChoiceValues = {
  firmValue: fixtureScore.firmValue,
  cells,
  sum,
  withoutAll: fixtureScore.firmValue - sum - 7_000_000,
  total: sum + 7_000_000,
  interaction: 7_000_000,
  lastDollars: LEVERS.flatMap((lever, row) =>
    TIERS.map((tier, column) => ({
      lever,
      tier,
      kind: 'last' as const,
      share: 0.1,
      money: 800_000,
      discountedMoney: 700_000,
      value: 700_000 * (row - column * 0.4),
      perUnit: 1 + row - column * 0.4,
      standardError: 0.2,
      worlds: 12,
    })),
  ),
  mattered: cells.slice(0, 3),
};

export const fixtureLuck: LuckReport = {
  futures: spread(fixtureScore.firmValue, 520_000_000, 4_000_000),
  seeds: spread(fixtureScore.index, 105, 0.6),
  benchmarks: fixtureScore.benchmarks.map(({ policy, firmValue }) => ({
    policy,
    gap: fixtureScore.firmValue - firmValue,
    meanGap: fixtureScore.firmValue - firmValue - 2_000_000,
    standardError: 500_000,
    worlds: 20,
    luck: 2_000_000,
  })),
};

function treatment(money: number) {
  return {
    money,
    toGone: money * 0.05,
    toBelowZero: money * 0.02,
    misplaced: money * 0.3,
    overServed: { customers: 4_000, money: money * 0.2 },
    underServed: { customers: 1_000, money: money * 0.25 },
    byTier: [
      { shareOfMoney: 0.15, shareOfTrueValue: 0.3 },
      { shareOfMoney: 0.25, shareOfTrueValue: 0.3 },
      { shareOfMoney: 0.3, shareOfTrueValue: 0.25 },
      { shareOfMoney: 0.3, shareOfTrueValue: 0.15 },
    ],
  };
}

function storyOf(kind: CustomerStory['kind'], index: number): CustomerStory {
  return {
    kind,
    row: 41 + index,
    trueClass: index,
    cohort: index === 1 ? 2 : -3,
    channel: 0,
    received: 12_300,
    highestTrueValue: 88_800,
    finalTrueValue: kind === 'gem-fed' ? 88_800 : 0,
    leftIn: kind === 'gem-lost' ? 4 : null,
    quarters: Array.from({ length: 9 }, (_, at) => ({
      round: at - 1,
      tierBefore: 'gold' as const,
      tier: 'gold' as const,
      orders: 2,
      contacts: 1,
      revenue: 9_000,
      received: at === 0 ? 0 : 1_500,
      satisfaction: 0.5,
      trueValue: kind === 'gem-lost' && at > 4 ? 0 : 80_000,
      estimatedValue: 60_000,
      alive: !(kind === 'gem-lost' && at > 4),
    })),
  };
}

function curve(power: number): readonly number[] {
  return Array.from({ length: 21 }, (_, step) => (step / 20) ** power);
}

function spread(came: number, mean: number, deviation: number): Spread {
  const values = Array.from({ length: 40 }, (_, index) => mean + deviation * (index / 20 - 0.975));
  return {
    came,
    values,
    mean,
    standardDeviation: deviation,
    standardError: deviation / 6,
    low: values[2],
    lowerQuartile: values[10],
    median: mean,
    upperQuartile: values[30],
    high: values[37],
    luck: came - mean,
    rank: values.filter((value) => value < came).length / values.length,
  };
}
