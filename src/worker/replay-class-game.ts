import { outcomeOf } from '../classroom/round-outcome.ts';
import type { ReplayedGame, ReplayedRound } from '../classroom/verification.ts';
import {
  byTier,
  copyFirm,
  copyFirmInPlay,
  createNursery,
  gameOf,
  letGo,
  type OpenedFirm,
  observeEquity,
  playRoundUnasked,
  type Refusal,
  type RunLog,
  type TrueEquity,
  trueEquityByTier,
  trueFirmValue,
} from '../engine/index.ts';

/** What the decisions of a log are worth, whatever the log says of it. */
export type ClassReplay = {
  /** Null when the rules refuse one of the decisions. */
  readonly game: ReplayedGame | null;
  /** Of the rounds that were played. */
  readonly digests: readonly string[];
  readonly refused: { readonly round: number; readonly refusal: Refusal } | null;
};

/** The warm-up of a class as its games are played again from it: with those customers alone who still play a part, valued once, and with newcomers who are drawn once. */
export type ClassStart = { readonly opened: OpenedFirm; readonly truth: TrueEquity };

export function classStartOf({ firm, history }: OpenedFirm): ClassStart {
  const start = { ...copyFirmInPlay(firm, firm.rounds), nursery: createNursery() };
  return { opened: { firm: start, history }, truth: trueEquityByTier(firm) };
}

/**
 * Plays the decisions of a log and notes down what standings and pictures need. Unlike `replay` it does not look at the log's digests: the
 * decisions are worth what they are worth, and hand-ins with the same decisions are one game.
 *
 * @param isFollowed whether the truth is noted down after each round, or at the end alone, which takes less time
 */
export function replayClassGame(start: ClassStart, log: RunLog, isFollowed: boolean): ClassReplay {
  const firm = copyFirm(gameOf(start.opened, log).firm);
  const digests: string[] = [];
  const rounds: ReplayedRound[] = [];
  let seen = observeEquity(firm);
  let truth = start.truth;
  for (const [round, decision] of log.decisions.entries()) {
    const { budget } = firm;
    const played = playRoundUnasked(firm, decision);
    if (!played.ok) {
      letGo(firm);
      return { game: null, digests, refused: { round, refusal: played.refusals[0] } };
    }
    digests.push(firm.digest);
    const [seenBefore, truthBefore] = [seen, truth];
    seen = observeEquity(firm);
    if (isFollowed) truth = trueEquityByTier(firm);
    const { cashFlow, customers, equity } = seen;
    const outcome = outcomeOf({ equity });
    rounds.push({
      decision,
      budget,
      truth: isFollowed
        ? { firmValue: truth.firmValue, customerEquity: truth.customerEquity, valueByTier: truthBefore.byTier }
        : null,
      estimatedEquity: equity.closing,
      cashFlow,
      tiers: byTier((tier) => ({
        customers: customers[tier],
        estimatedValue: seenBefore.estimatedEquity[tier],
      })),
      outcome: { equity: outcome.band, loser: outcome.loser },
    });
  }
  const { firmValue } = isFollowed ? truth : trueFirmValue(firm);
  letGo(firm);
  return {
    game: { isComplete: rounds.length === log.rounds, firmValue, openingEquity: start.truth.customerEquity, rounds },
    digests,
    refused: null,
  };
}
