import { relapseIndex, shares } from '../classroom/relapse.ts';
import {
  byTier,
  type Decision,
  LAPSED,
  LEVERS,
  type ObservedCustomers,
  type RoundReport,
  TIERS,
  type TrueCustomers,
} from '../engine/index.ts';
import { carePerHead } from './care-received.ts';
import { type FinishedGame, playedRounds } from './finished-game.ts';
import { cumulated, ranked } from './rank-customers.ts';
import {
  type BandPrediction,
  type Habits,
  type HabitsOfRound,
  type Horizon,
  MILKED,
  OVER_REACTION,
  type PredictionHabits,
  type SpendingCurves,
} from './report/habits.ts';
import { rowsWhere } from './rows-where.ts';

/** Steps of the curves of spending. */
const STEPS = 20;
/** Rounds that count as the end of a game. */
const LAST_ROUNDS = 2;

/** How the player played; see the types for every measure. */
export function habitsOf(game: FinishedGame, predictions: readonly BandPrediction[]): Habits {
  const { reports, openingReport } = playedRounds(game);
  const rounds = habitsByRound(reports, openingReport);
  const spent = total(rounds.map((round) => round.spent));
  return {
    rounds,
    relapseIndex: spent > 0 ? total(rounds.map((round) => (round.relapseIndex ?? 0) * round.spent)) / spent : null,
    lorenz: spendingCurves(game),
    horizon: horizonOf(rounds),
    predictions: predictionHabits(predictions),
  };
}

function habitsByRound(reports: readonly RoundReport[], opening: RoundReport): readonly HabitsOfRound[] {
  const starts = [opening, ...reports];
  const tiersAtStart = starts.map(({ nextTiers }) =>
    byTier((tier) => ({ customers: nextTiers[tier].customers, estimatedValue: nextTiers[tier].estimatedEquity })),
  );
  const values = tiersAtStart.map((tiers) => shares(TIERS.map((tier) => Math.max(0, tiers[tier].estimatedValue))));
  const cells = reports.map(({ decision }) => shares(cellsOf(decision)));
  return reports.map(({ round, decision, budget }, index) => {
    const money = TIERS.map((tier) => total(LEVERS.map((lever) => decision[lever][tier])));
    const spent = total(money);
    const placed = shares(money);
    const value = values[index];
    const before = index > 0 ? cells[index - 1] : null;
    const after = cells[index + 1] ?? null;
    const hasMoney = spent > 0 && before !== null && total(before) > 0;
    const allocationChange = hasMoney ? distance(cells[index], before) : null;
    const valueChange = index > 0 ? distance(value, values[index - 1]) : 0;
    const takenBack =
      hasMoney && after !== null && total(after) > 0 ? shareTakenBack(before, cells[index], after) : null;
    return {
      round,
      budget,
      spent,
      byLever: {
        acquisition: total(TIERS.map((tier) => decision.acquisition[tier])),
        retention: total(TIERS.map((tier) => decision.retention[tier])),
        service: total(TIERS.map((tier) => decision.service[tier])),
      },
      relapseIndex: relapseIndex({ decision, tiers: tiersAtStart[index] }),
      awayFromValue: spent > 0 ? distance(placed, value) : null,
      allocationChange,
      valueChange,
      takenBack,
      overReaction:
        allocationChange !== null &&
        takenBack !== null &&
        allocationChange > OVER_REACTION.change &&
        valueChange < OVER_REACTION.news &&
        takenBack >= OVER_REACTION.takenBack,
    };
  });
}

function cellsOf(decision: Decision): readonly number[] {
  return LEVERS.flatMap((lever) => TIERS.map((tier) => decision[lever][tier]));
}

/** How much of a step the next one took back: its part against the direction of the first, within 0 … 1. */
function shareTakenBack(before: readonly number[], now: readonly number[], after: readonly number[]): number | null {
  const length = total(now.map((share, i) => (share - before[i]) ** 2));
  if (length === 0) return null;
  const back = total(now.map((share, i) => (share - before[i]) * (share - after[i])));
  return Math.min(1, Math.max(0, back / length));
}

/** ½ Σ |a − b|: the share that lies elsewhere. */
function distance(a: readonly number[], b: readonly number[]): number {
  return total(a.map((share, i) => Math.abs(share - b[i]))) / 2;
}

function spendingCurves(game: FinishedGame): SpendingCurves {
  const { quarters, reports, openingQuarter } = playedRounds(game);
  const curves = quarters.flatMap((quarter, index) => {
    const known = index === 0 ? openingQuarter : quarters[index - 1];
    return curvesOfRound(known, game.truth.quarters[index], quarter, carePerHead(reports[index]));
  });
  const money = total(curves.map((curve) => curve.money));
  const mean = (of: (curve: RoundCurves) => Float64Array | null) => {
    const there = curves.flatMap((curve) => {
      const column = of(curve);
      return column ? [{ column, weight: curve.money }] : [];
    });
    const weights = total(there.map(({ weight }) => weight));
    if (!(weights > 0)) return [];
    return Array.from(
      { length: STEPS + 1 },
      (_, step) => total(there.map(({ column, weight }) => (weight * column[step]) / column[STEPS])) / weights,
    );
  };
  if (money === 0) return { moneyByTrueValue: [], trueValue: [], moneyByEstimatedValue: [], estimatedValue: [] };
  return {
    moneyByTrueValue: mean((curve) => curve.moneyByTrueValue),
    trueValue: mean((curve) => curve.trueValue),
    moneyByEstimatedValue: mean((curve) => curve.moneyByEstimatedValue),
    estimatedValue: mean((curve) => curve.estimatedValue),
  };
}

/** Cumulated amounts of one round, best customers first; null where the total is not positive. */
type RoundCurves = {
  readonly money: number;
  readonly moneyByTrueValue: Float64Array | null;
  readonly trueValue: Float64Array | null;
  readonly moneyByEstimatedValue: Float64Array | null;
  readonly estimatedValue: Float64Array | null;
};

/** Nothing for a round without care money. `known`: the records at the start of the round, when tiers and estimates were made. */
function curvesOfRound(
  known: ObservedCustomers,
  truth: TrueCustomers,
  quarter: ObservedCustomers,
  perHead: readonly number[],
): readonly RoundCurves[] {
  const rows = rowsWhere(known.count, (row) => quarter.tierBefore[row] < LAPSED);
  const money = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) money[i] = perHead[quarter.tierBefore[rows[i]]];
  const trueValue = rows.map((row) => truth.trueValue[row]);
  const estimatedValue = rows.map((row) => known.estimatedValue[row]);
  const byTruth = ranked(trueValue);
  const byEstimate = ranked(estimatedValue);
  const curve = (amounts: ArrayLike<number>, order: Int32Array) => {
    const column = cumulated(amounts, order, STEPS);
    return column[STEPS] > 0 ? column : null;
  };
  const spent = money.reduce((sum, cents) => sum + cents, 0);
  if (spent === 0) return [];
  return [
    {
      money: spent,
      moneyByTrueValue: curve(money, byTruth),
      trueValue: curve(trueValue, byTruth),
      moneyByEstimatedValue: curve(money, byEstimate),
      estimatedValue: curve(estimatedValue, byEstimate),
    },
  ];
}

function horizonOf(rounds: readonly HabitsOfRound[]): Horizon {
  const end = Math.max(1, rounds.length - LAST_ROUNDS);
  const mean = (of: readonly HabitsOfRound[], amount: (round: HabitsOfRound) => number) =>
    of.length > 0 ? total(of.map((round) => amount(round) / Math.max(1, round.budget))) / of.length : 0;
  const care = ({ byLever }: HabitsOfRound) => byLever.retention + byLever.service;
  const spentBefore = mean(rounds.slice(0, end), ({ spent }) => spent);
  const spentLast = mean(rounds.slice(end), ({ spent }) => spent);
  const careBefore = mean(rounds.slice(0, end), care);
  const careLast = mean(rounds.slice(end), care);
  return {
    spentBefore,
    spentLast,
    careBefore,
    careLast,
    milked: spentLast < MILKED * spentBefore || careLast < MILKED * careBefore,
  };
}

/** How good the player's predictions were; null of none. */
export function predictionHabits(predictions: readonly BandPrediction[]): PredictionHabits | null {
  const rounds = predictions.length;
  if (rounds === 0) return null;
  const bands = [...new Set(predictions.map(({ predicted }) => predicted))].sort((a, b) => a - b);
  return {
    rounds,
    hits: predictions.filter(({ predicted, came }) => predicted === came).length,
    bias: total(predictions.map(({ predicted, came }) => predicted - came)) / rounds,
    meanError: total(predictions.map(({ predicted, came }) => Math.abs(predicted - came))) / rounds,
    calibration: bands.map((band) => {
      const said = predictions.filter(({ predicted }) => predicted === band);
      return { predicted: band, rounds: said.length, came: total(said.map(({ came }) => came)) / said.length };
    }),
  };
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
