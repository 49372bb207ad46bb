import {
  type Cents,
  copyFirm,
  copyFirmInPlay,
  type Firm,
  insightPricesOf,
  letGo,
  type OpenedFirm,
  observe,
  type Played,
  playRound,
  playRoundUntold,
  type RoundReport,
  trueFirmValue,
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

/** What the firm is truly worth when a policy has played all rounds from an opened firm, which is not touched. */
export function worthOfPolicy(policy: Policy, opened: OpenedFirm): Cents {
  const end = policy.isBlind ? playUntold(policy, opened) : playPolicy(policy, opened);
  const { firmValue } = trueFirmValue(end);
  letGo(end);
  return firmValue;
}

function playUntold(policy: Policy, { firm: start, history }: OpenedFirm): Firm {
  const firm = copyFirmInPlay(start, start.rounds - start.round);
  while (firm.round < firm.rounds) insist(policy, firm, playRoundUntold(firm, policy.decide(viewOf(firm, history))));
  return firm;
}

/** The rounds of `playPolicy` one by one: the firm given is one and the same, and is played on when the next round is asked for. */
export function* policyRounds(
  policy: Policy,
  { firm: start, history }: OpenedFirm,
  rounds: number = start.rounds,
): Generator<{ readonly firm: Firm; readonly report: RoundReport }> {
  const firm = copyFirm(start);
  const reports = [...history];
  while (firm.round < rounds) {
    insist(policy, firm, playRound(firm, policy.decide(viewOf(firm, reports))));
    const report = observe(firm);
    reports.push(report);
    yield { firm, report };
  }
}

/** A policy that decides what the rules refuse is a bug. */
function insist({ name }: Policy, { round }: Firm, played: Played): void {
  if (!played.ok) throw new Error(`policy ${name} was refused in round ${round}: ${played.refusals[0].code}`);
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
