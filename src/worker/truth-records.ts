import {
  type Cents,
  copyFirm,
  copyFirmInPlay,
  type Decision,
  letGo,
  type OpenedFirm,
  playRound,
  playToItsEnd,
  type RiskOfLeaving,
  rankByTruth,
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
  /** What the firm would be worth had its tiers been by true value in every round, the money by tier being the same. */
  readonly firmValueWithTrueTiers: Cents;
};

/**
 * Plays a game again and writes the truth down. A generator: it yields after every round.
 *
 * @param decisions of the rounds played; of a game that is still on they may grow, and there is a round to be played again when there is one more
 * @param rounds how many there will be in the end
 */
export function* readTruth(
  opened: OpenedFirm,
  decisions: readonly Decision[],
  rounds: number = decisions.length,
): Generator<void, TruthRecords> {
  const firm = copyFirm(opened.firm);
  const ranked = copyFirmInPlay(opened.firm, rounds);
  const quarters = [revealCustomers(firm)];
  const values = [trueFirmValue(firm)];
  const risks: RiskOfLeaving[] = [];
  for (let round = 0; round < rounds; round++) {
    while (round >= decisions.length) yield;
    const decision = decisions[round];
    // The keys that pace a game become known one after the other.
    firm.roundKeys = opened.firm.roundKeys;
    ranked.roundKeys = opened.firm.roundKeys;
    const before = copyFirm(firm);
    const played = playRound(firm, decision);
    if (!played.ok) throw new Error(`a decision that was played is refused: ${played.refusals[0].code}`);
    quarters.push(revealCustomers(firm));
    values.push(trueFirmValue(firm));
    risks.push(riskOfLeaving(before, firm));
    letGo(before);
    playToItsEnd(ranked, [decision], rankByTruth);
    yield;
  }
  return { quarters, values, risks, firmValueWithTrueTiers: trueFirmValue(ranked).firmValue };
}
