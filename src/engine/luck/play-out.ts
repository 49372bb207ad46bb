import type { Cents, Decision } from '../decision/decision.ts';
import { insightPricesOf } from '../decision/level.ts';
import { copyFirmInPlay, type Firm, letGo } from '../round/firm.ts';
import type { OpenedFirm } from '../round/open-firm.ts';
import { playRoundUntold } from '../round/play-round.ts';
import { trueFirmValue } from '../valuation/firm-value.ts';
import { fitDecision } from './fit-decision.ts';

/** Plays an opened firm to its end and gives a firm as it is then, which nobody else holds; the opened firm is not touched. */
export type PlayOut = (opened: OpenedFirm) => Firm;

/**
 * Plays the same decisions whatever the world: dollars as they were decided, made payable (`fitDecision`) where a smaller budget
 * does not cover them. Only what the firm is worth can be asked of it afterwards (`playRoundUntold`).
 */
export function sameDecisions(decisions: readonly Decision[]): PlayOut {
  return ({ firm: start }) => {
    const firm = copyFirmInPlay(start, decisions.length);
    const prices = insightPricesOf(firm.scenario.insight.prices, firm.level);
    for (const decision of decisions) {
      const played = playRoundUntold(firm, fitDecision(decision, firm.budget, prices));
      if (!played.ok) throw new Error(`a decision that was played is refused: ${played.refusals[0].code}`);
    }
    return firm;
  };
}

export type PlayOutProgress = { readonly done: number; readonly of: number };

/**
 * True firm values of several plans in several worlds, for luck bands and the split of variance. A generator: it yields after every
 * game, so that the caller can show progress, give way, or stop asking (cancel).
 *
 * @param worlds opened firms, taken one at a time
 * @param count how many worlds there are
 * @returns [plan][world], cents
 */
export function* playOutPlans(
  plans: readonly PlayOut[],
  worlds: Iterable<OpenedFirm>,
  count: number,
): Generator<PlayOutProgress, readonly (readonly Cents[])[]> {
  const values = plans.map(() => [] as Cents[]);
  const of = plans.length * count;
  let done = 0;
  for (const world of worlds) {
    for (const [p, play] of plans.entries()) {
      const firm = play(world);
      values[p].push(trueFirmValue(firm).firmValue);
      letGo(firm);
      done++;
      yield { done, of };
    }
  }
  return values;
}
