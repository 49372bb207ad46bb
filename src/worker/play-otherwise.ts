import {
  type Cents,
  copyFirm,
  type Decision,
  type FirmValue,
  fitDecision,
  insightPricesOf,
  observe,
  playRound,
  type Refusal,
  type RoundReport,
  trueFirmValue,
} from '../engine/index.ts';
import { type FinishedGame, playedRounds } from './finished-game.ts';
import type { Counterfactual, ValuePath } from './report/counterfactual.ts';

export type PlayedOtherwise =
  | { readonly ok: true; readonly counterfactual: Counterfactual }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * Plays a finished game again with the decision of one round changed; later decisions as they were, made payable (`fitDecision`). Refused when the
 * rules forbid the new decision. A generator: it yields after every round.
 *
 * @param round 0-based, one of the rounds played; otherwise RangeError
 */
export function* playOtherwise(
  game: FinishedGame,
  round: number,
  decision: Decision,
): Generator<void, PlayedOtherwise> {
  const { opened, decisions } = game;
  if (!decisions[round]) throw new RangeError(`playOtherwise: round ${round} has not been played`);
  const { reports, openingReport } = playedRounds(game);
  const firm = copyFirm(opened.firm);
  const prices = insightPricesOf(firm.scenario.insight.prices, firm.level);
  const path = [pointOf(trueFirmValue(firm), openingReport)];
  const played: Decision[] = [];
  const cut: number[] = [];
  for (const [index, original] of decisions.entries()) {
    const next = index < round ? original : index === round ? decision : fitDecision(original, firm.budget, prices);
    const outcome = playRound(firm, next);
    if (!outcome.ok) return outcome;
    if (index > round && next !== original) cut.push(index);
    played.push(next);
    path.push(pointOf(trueFirmValue(firm), observe(firm)));
    yield;
  }
  const own = pathOf(game.truth.values.map((value, index) => pointOf(value, reports[index - 1] ?? openingReport)));
  const other = pathOf(path);
  const gain = other.firmValue[other.firmValue.length - 1] - own.firmValue[own.firmValue.length - 1];
  return { ok: true, counterfactual: { round, decision, decisions: played, cut, own, other, gain } };
}

type Point = Readonly<Record<keyof ValuePath, Cents>>;

function pointOf({ firmValue, discountedCash, customerEquity }: FirmValue, { equity }: RoundReport): Point {
  return { firmValue, discountedCash, trueEquity: customerEquity, estimatedEquity: equity.closing };
}

function pathOf(points: readonly Point[]): ValuePath {
  return {
    firmValue: points.map(({ firmValue }) => firmValue),
    discountedCash: points.map(({ discountedCash }) => discountedCash),
    trueEquity: points.map(({ trueEquity }) => trueEquity),
    estimatedEquity: points.map(({ estimatedEquity }) => estimatedEquity),
  };
}
