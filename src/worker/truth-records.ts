import {
  copyFirm,
  type Decision,
  type OpenedFirm,
  playRound,
  type RiskOfLeaving,
  revealCustomers,
  riskOfLeaving,
  type TrueCustomers,
  trueFirmValue,
} from '../engine/index.ts';
import type { TruePath } from './score-game.ts';

/** What customers truly were in a finished game. */
export type TruthRecords = {
  /** At the start of the game (round −1) and after each round. */
  readonly quarters: readonly TrueCustomers[];
  /** The firm's true values at the same moments. */
  readonly values: TruePath;
  /** One entry a round. */
  readonly risks: readonly RiskOfLeaving[];
};

/** Plays a game again and writes the truth down. A generator: it yields after every round. */
export function* readTruth(opened: OpenedFirm, decisions: readonly Decision[]): Generator<void, TruthRecords> {
  const firm = copyFirm(opened.firm);
  const quarters = [revealCustomers(firm)];
  const values = [trueFirmValue(firm)];
  const risks: RiskOfLeaving[] = [];
  for (const decision of decisions) {
    const before = copyFirm(firm);
    const played = playRound(firm, decision);
    if (!played.ok) throw new Error(`a decision that was played is refused: ${played.refusals[0].code}`);
    quarters.push(revealCustomers(firm));
    values.push(trueFirmValue(firm));
    risks.push(riskOfLeaving(before, firm));
    yield;
  }
  return { quarters, values, risks };
}
