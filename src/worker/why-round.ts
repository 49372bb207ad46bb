import {
  choicesAgainst,
  copyFirm,
  type Decision,
  type OpenedFirm,
  observe,
  playInstead,
  playRound,
  referenceDecision,
  roundFigures,
  type Withdrawal,
  withdrawChoice,
} from '../engine/index.ts';
import type { RoundExplanation } from './protocol.ts';

/**
 * What each choice of one round did: the round played again without it, on the same luck. A generator, so that the caller can give way
 * between two choices.
 *
 * @param round 0-based, one of the rounds played
 */
export function* explainRound(
  opened: OpenedFirm,
  decisions: readonly Decision[],
  round: number,
  withdrawal: Withdrawal,
): Generator<void, RoundExplanation> {
  const decision = decisions[round];
  if (!decision) throw new Error(`explainRound: round ${round} has not been played`);
  const start = copyFirm(opened.firm);
  for (const earlier of decisions.slice(0, round)) {
    const played = playRound(start, earlier);
    if (!played.ok) throw new Error(`a decision that was played is refused: ${played.refusals[0].code}`);
    yield;
  }
  const before = observe(start);
  const reference = referenceDecision(withdrawal, before.decision);
  const choices: RoundExplanation['choices'][number][] = [];
  for (const choice of choicesAgainst(decision, reference)) {
    const without = playInstead(start, withdrawChoice(decision, choice, reference));
    choices.push({ choice, figures: roundFigures(without) });
    yield;
  }
  return {
    round,
    withdrawal,
    decision,
    reference,
    before: roundFigures(before),
    actual: roundFigures(playInstead(start, decision)),
    withoutAll: roundFigures(playInstead(start, reference)),
    choices,
  };
}
