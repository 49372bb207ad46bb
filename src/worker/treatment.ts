import { LAPSED, type ObservedCustomers, type RoundReport, TIERS, type TrueCustomers } from '../engine/index.ts';
import { carePerHead } from './care-received.ts';
import type { Treatment, TreatmentOfRound } from './report/reveal.ts';

/** Times the yardstick above, or below its inverse, that a customer counts as over- or under-served. */
const FAR_FROM_FAIR = 2;

/**
 * Who got the care money of each round beside what they were worth when they got it; see the types.
 *
 * @param quarters customer records of the rounds played, oldest first
 * @param truth what customers were at the start of each of these rounds
 */
export function treatmentOf(
  quarters: readonly ObservedCustomers[],
  truth: readonly TrueCustomers[],
  reports: readonly RoundReport[],
): Treatment {
  const rounds = quarters.map((quarter, index) => treatRound(quarter, truth[index], carePerHead(reports[index])));
  return { rounds: rounds.map(({ of }) => of), total: sumOf(rounds) };
}

/** The round as it is told, and the sums that its shares are made of. */
type Sums = {
  readonly of: TreatmentOfRound;
  readonly money: readonly number[];
  readonly value: readonly number[];
};

function treatRound(quarter: ObservedCustomers, truth: TrueCustomers, perHead: readonly number[]): Sums {
  const { tierBefore } = quarter;
  const { trueValue, trueAlive } = truth;
  const money = TIERS.map(() => 0);
  const value = TIERS.map(() => 0);
  for (let row = 0; row < truth.count; row++) {
    const tier = tierBefore[row];
    if (tier >= LAPSED) continue;
    money[tier] += perHead[tier];
    value[tier] += Math.max(0, trueValue[row]);
  }
  const allMoney = total(money);
  const allValue = total(value);
  const moneyPerValue = allValue > 0 ? allMoney / allValue : 0;
  let toGone = 0;
  let toBelowZero = 0;
  let misplaced = 0;
  const overServed = { customers: 0, money: 0 };
  const underServed = { customers: 0, money: 0 };
  for (let row = 0; row < truth.count; row++) {
    const tier = tierBefore[row];
    if (tier >= LAPSED) continue;
    const received = perHead[tier];
    const fair = Math.max(0, trueValue[row]) * moneyPerValue;
    if (trueAlive[row] === 0) toGone += received;
    else if (trueValue[row] < 0) toBelowZero += received;
    misplaced += Math.max(0, received - fair);
    if (received > FAR_FROM_FAIR * fair) {
      overServed.customers++;
      overServed.money += received - fair;
    } else if (received < fair / FAR_FROM_FAIR) {
      underServed.customers++;
      underServed.money += fair - received;
    }
  }
  return {
    of: {
      round: quarter.round,
      money: Math.round(allMoney),
      toGone: Math.round(toGone),
      toBelowZero: Math.round(toBelowZero),
      misplaced: Math.round(misplaced),
      overServed: { ...overServed, money: Math.round(overServed.money) },
      underServed: { ...underServed, money: Math.round(underServed.money) },
      byTier: sharesOf(money, value),
    },
    money,
    value,
  };
}

function sumOf(rounds: readonly Sums[]): Treatment['total'] {
  const of = (amount: (round: TreatmentOfRound) => number) => total(rounds.map(({ of: round }) => amount(round)));
  const byTier = (amounts: (round: Sums) => readonly number[]) =>
    TIERS.map((_, tier) => total(rounds.map((round) => amounts(round)[tier])));
  return {
    money: of(({ money }) => money),
    toGone: of(({ toGone }) => toGone),
    toBelowZero: of(({ toBelowZero }) => toBelowZero),
    misplaced: of(({ misplaced }) => misplaced),
    overServed: {
      customers: of(({ overServed }) => overServed.customers),
      money: of(({ overServed }) => overServed.money),
    },
    underServed: {
      customers: of(({ underServed }) => underServed.customers),
      money: of(({ underServed }) => underServed.money),
    },
    byTier: sharesOf(
      byTier(({ money }) => money),
      byTier(({ value }) => value),
    ),
  };
}

function sharesOf(money: readonly number[], value: readonly number[]): TreatmentOfRound['byTier'] {
  const allMoney = total(money);
  const allValue = total(value);
  return TIERS.map((_, tier) => ({
    shareOfMoney: allMoney > 0 ? money[tier] / allMoney : 0,
    shareOfTrueValue: allValue > 0 ? value[tier] / allValue : 0,
  }));
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
