import { type Decision, LEVERS, type Lever } from '../decision/decision.ts';
import { observe } from '../report/observe.ts';
import type { RoundReport } from '../report/round-report.ts';
import { copyFirm, type Firm } from '../round/firm.ts';
import { playRound } from '../round/play-round.ts';
import { byTier, TIERS, type Tier } from '../tiering/tiers.ts';

/** One thing decided in a round: the money of one lever for one tier, or the insight level. */
export type Choice =
  | { readonly kind: 'cell'; readonly lever: Lever; readonly tier: Tier }
  | { readonly kind: 'insight' };

/** What a choice is withdrawn to: no money at all (and free insight), or what was decided in the round before. */
export const WITHDRAWALS = ['nothing', 'as-before'] as const;

export type Withdrawal = (typeof WITHDRAWALS)[number];

const NOTHING: Decision = {
  acquisition: byTier(() => 0),
  retention: byTier(() => 0),
  service: byTier(() => 0),
  insight: 0,
};

/** The decision that choices are withdrawn to. */
export function referenceDecision(withdrawal: Withdrawal, before: Decision): Decision {
  return withdrawal === 'nothing' ? NOTHING : before;
}

/** The choices of a decision that differ from the reference: those that withdrawing would change. */
export function choicesAgainst(decision: Decision, reference: Decision): readonly Choice[] {
  const cells = LEVERS.flatMap((lever) =>
    TIERS.filter((tier) => decision[lever][tier] !== reference[lever][tier]).map(
      (tier): Choice => ({ kind: 'cell', lever, tier }),
    ),
  );
  return decision.insight === reference.insight ? cells : [...cells, { kind: 'insight' }];
}

/** The same decision with one choice as the reference has it; the money is not spent elsewhere. */
export function withdrawChoice(decision: Decision, choice: Choice, reference: Decision): Decision {
  if (choice.kind === 'insight') return { ...decision, insight: reference.insight };
  const { lever, tier } = choice;
  return { ...decision, [lever]: { ...decision[lever], [tier]: reference[lever][tier] } };
}

/**
 * What the firm's next round would have brought under another decision, on the same luck: draws are addressed, so every customer meets the
 * same chances. The firm given is not touched.
 *
 * The budget is no bound here: a cell put back to a larger amount of last round must not take money from the others, or two
 * choices would be compared at once.
 */
export function playInstead(firm: Firm, decision: Decision): RoundReport {
  const other = copyFirm(firm);
  other.budget = Number.MAX_SAFE_INTEGER;
  const played = playRound(other, decision);
  if (!played.ok) throw new Error(`a what-if was refused: ${played.refusals[0].code}`);
  return observe(other);
}
