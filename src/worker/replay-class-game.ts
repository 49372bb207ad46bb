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
} from '../engine/index.ts';

/** What the decisions of a log are worth, and where the log first says something else. */
export type ClassReplay = {
  /** Null when the rules refuse one of the decisions. */
  readonly game: ReplayedGame | null;
  /** The first round whose digest is another. */
  readonly differs: { readonly round: number; readonly claimed: string; readonly replayed: string } | null;
  readonly refused: { readonly round: number; readonly refusal: Refusal } | null;
};

/**
 * Plays the decisions of a log and notes down what standings and pictures need. Unlike `replay` it goes on after a digest that differs: the
 * decisions are worth what they are worth.
 */
export function replayClassGame(warmedUp: OpenedFirm, log: RunLog): ClassReplay {
  const { firm: start, history } = gameOf(warmedUp, log);
  const firm = copyFirm(start);
  const opening = trueEquityByTier(firm);
  const rounds: ReplayedRound[] = [];
  let differs: ClassReplay['differs'] = null;
  let before = { equity: opening, report: history[history.length - 1] };
  for (const [round, decision] of log.decisions.entries()) {
    const { budget } = firm;
    const played = playRound(firm, decision);
    if (!played.ok) return { game: null, differs, refused: { round, refusal: played.refusals[0] } };
    if (differs === null && log.digests[round] !== firm.digest) {
      differs = { round, claimed: log.digests[round] ?? '', replayed: firm.digest };
    }
    const report = observe(firm);
    const equity = trueEquityByTier(firm);
    const outcome = outcomeOf(report);
    const known = before;
    rounds.push({
      decision,
      budget,
      firmValue: equity.firmValue,
      trueEquity: equity.customerEquity,
      estimatedEquity: report.equity.closing,
      cashFlow: report.income.cashFlow,
      tiers: byTier((tier) => ({
        customers: report.tiers[tier].customers,
        trueValue: known.equity.byTier[tier],
        estimatedValue: known.report.nextTiers[tier].estimatedEquity,
        serviceQuality: report.tiers[tier].serviceQuality,
      })),
      outcome: { equity: outcome.band, loser: outcome.loser },
    });
    before = { equity, report };
  }
  return {
    game: {
      isComplete: rounds.length === log.rounds,
      firmValue: before.equity.firmValue,
      openingEquity: opening.customerEquity,
      discountedCash: before.equity.discountedCash,
      closingEquity: before.equity.customerEquity,
      rounds,
    },
    differs,
    refused: null,
  };
}
