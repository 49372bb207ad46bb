import {
  copyFirm,
  type Firm,
  insightPricesOf,
  type OpenedFirm,
  observe,
  playRound,
  type RoundReport,
} from '../engine/index.ts';
import type { Policy, PolicyView } from './policy.ts';

/** Lets a policy play all rounds (or the first `rounds`) from an opened firm, which is not touched. Calls back after each round. */
export function playPolicy(
  policy: Policy,
  opened: OpenedFirm,
  onRound?: (firm: Firm, report: RoundReport) => void,
  rounds: number = opened.firm.rounds,
): Firm {
  let end = opened.firm;
  for (const { firm, report } of policyRounds(policy, opened, rounds)) {
    onRound?.(firm, report);
    end = firm;
  }
  return end === opened.firm ? copyFirm(end) : end;
}

/** The same round by round: the firm given is one and the same, and is played on when the next round is asked for. */
export function* policyRounds(
  policy: Policy,
  { firm: start, history }: OpenedFirm,
  rounds: number = start.rounds,
): Generator<{ readonly firm: Firm; readonly report: RoundReport }> {
  const firm = copyFirm(start);
  const reports = [...history];
  while (firm.round < rounds) {
    const played = playRound(firm, policy.decide(viewOf(firm, reports)));
    if (!played.ok)
      throw new Error(`policy ${policy.name} was refused in round ${firm.round}: ${played.refusals[0].code}`);
    const report = observe(firm);
    reports.push(report);
    yield { firm, report };
  }
}

/** What a policy may look at. */
function viewOf(firm: Firm, reports: readonly RoundReport[]): PolicyView {
  return {
    round: firm.round,
    rounds: firm.rounds,
    budget: firm.budget,
    insightPrices: insightPricesOf(firm.scenario.insight.prices, firm.level),
    reports,
  };
}
