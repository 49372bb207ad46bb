import { copyFirm, type Decision, newRunLog, openFirm, playRound, type RunLog } from '../../src/engine/index.ts';
import { EVERY_POLICY } from '../../src/policies/every-policy.ts';
import { policyRounds } from '../../src/policies/play-policy.ts';
import { keepCustomerRecords } from '../../src/worker/customer-records.ts';
import type { FinishedGame } from '../../src/worker/finished-game.ts';
import { readTruth } from '../../src/worker/truth-records.ts';
import { smallHarbour } from './small-harbour.ts';

/** Runs a generator to its end. */
export function finished<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** A game of the small firm that a named policy played to its end. */
export function gameOfPolicy(name: string, seed: string): FinishedGame {
  const policy = EVERY_POLICY.find((known) => known.name === name);
  if (!policy) throw new Error(`there is no policy ${name}`);
  const opened = openFirm(smallHarbour, seed);
  return gameOf(
    seed,
    Array.from(policyRounds(policy, opened), ({ report }) => report.decision),
  );
}

/** A game of the small firm with these decisions. */
export function gameOf(seed: string, decisions: readonly Decision[]): FinishedGame {
  const records = keepCustomerRecords();
  const opened = openFirm(smallHarbour, seed, 'essentials', records.note);
  const firm = copyFirm(opened.firm);
  for (const decision of decisions) {
    const played = playRound(firm, decision);
    if (!played.ok) throw new Error(played.refusals[0].code);
    records.note(firm);
  }
  return { opened, firm, decisions, records, truth: finished(readTruth(opened, decisions)) };
}

/** Its log. */
export function logOf({ opened, decisions }: FinishedGame): RunLog {
  const firm = copyFirm(opened.firm);
  const digests = decisions.map((decision) => {
    playRound(firm, decision);
    return firm.digest;
  });
  return { ...newRunLog(smallHarbour, firm.seed), decisions, digests };
}
