import type { Decision } from '../decision/decision.ts';
import { copyFirmInPlay, type Firm } from '../round/firm.ts';
import { playRoundUntold } from '../round/play-round.ts';

/**
 * Plays decisions from where a firm stands, to the cent: what would have become of it, on the same luck. The firm given is not touched.
 *
 * The budget is no bound here. It follows from what customers brought, so that a choice withdrawn in one round would otherwise take money
 * from all later ones, and two things would be compared at once. Only what the firm is worth can be asked of it afterwards (`playRoundUntold`).
 *
 * @param before called before each round with the firm that is about to play it
 */
export function playOn(start: Firm, decisions: readonly Decision[], before?: (firm: Firm) => void): Firm {
  const firm = copyFirmInPlay(start, decisions.length);
  playToItsEnd(firm, decisions, before);
  return firm;
}

/** The same with the firm itself: for one that was kept for this alone. */
export function playToItsEnd(firm: Firm, decisions: readonly Decision[], before?: (firm: Firm) => void): void {
  for (const decision of decisions) {
    before?.(firm);
    firm.budget = Number.MAX_SAFE_INTEGER;
    const played = playRoundUntold(firm, decision);
    if (!played.ok) throw new Error(`a what-if was refused: ${played.refusals[0].code}`);
  }
}
