import { outcomeOf } from '../classroom/round-outcome.ts';
import type { ReplayedGame, ReplayedRound } from '../classroom/verification.ts';
import {
  byTier,
  copyFirm,
  gameOf,
  type OpenedFirm,
  observe,
  playRound,
  type Refusal,
  type RunLog,
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

/**
 * Plays the decisions of a log and notes down what standings and pictures need. Unlike `replay` it does not look at the log's digests: the
 * decisions are worth what they are worth, and hand-ins with the same decisions are one game.
 *
 * @param isFollowed whether the truth is noted down after each round, or at the end alone, which takes less time
 */
export function replayClassGame(warmedUp: OpenedFirm, log: RunLog, isFollowed: boolean): ClassReplay {
  const { firm: start, history } = gameOf(warmedUp, log);
  const firm = copyFirm(start);
  const digests: string[] = [];
  const rounds: ReplayedRound[] = [];
  let report = history[history.length - 1];
  let truth = isFollowed ? trueEquityByTier(firm) : null;
  const openingEquity = (truth ?? trueFirmValue(firm)).customerEquity;
  for (const [round, decision] of log.decisions.entries()) {
    const { budget } = firm;
    const played = playRound(firm, decision);
    if (!played.ok) return { game: null, digests, refused: { round, refusal: played.refusals[0] } };
    digests.push(firm.digest);
    const [before, valuesBefore] = [report, truth?.byTier];
    report = observe(firm);
    if (isFollowed) truth = trueEquityByTier(firm);
    const outcome = outcomeOf(report);
    rounds.push({
      decision,
      budget,
      truth:
        truth && valuesBefore
          ? { firmValue: truth.firmValue, customerEquity: truth.customerEquity, valueByTier: valuesBefore }
          : null,
      estimatedEquity: report.equity.closing,
      cashFlow: report.income.cashFlow,
      tiers: byTier((tier) => ({
        customers: report.tiers[tier].customers,
        estimatedValue: before.nextTiers[tier].estimatedEquity,
      })),
      outcome: { equity: outcome.band, loser: outcome.loser },
    });
  }
  const { firmValue } = truth ?? trueFirmValue(firm);
  return {
    game: { isComplete: rounds.length === log.rounds, firmValue, openingEquity, rounds },
    digests,
    refused: null,
  };
}
