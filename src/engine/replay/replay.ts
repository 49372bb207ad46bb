import type { Level } from '../decision/level.ts';
import type { Refusal } from '../decision/refusal.ts';
import { copyFirm, type Firm } from '../round/firm.ts';
import { type OpenedFirm, openFirm } from '../round/open-firm.ts';
import { playRound } from '../round/play-round.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { FEWEST_ROUNDS, MOST_ROUNDS, type RunLog } from './run-log.ts';
import { scenarioHash } from './scenario-hash.ts';
import { ENGINE_VERSION } from './version.ts';

export type Replayed =
  | {
      readonly ok: true;
      readonly firm: Firm;
      readonly digests: readonly string[];
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** A log of a game that has not begun. */
export function newRunLog(scenario: Scenario, seed: string, level: Level = 'essentials'): RunLog {
  return {
    format: 'clientele/run',
    formatVersion: 1,
    engineVersion: ENGINE_VERSION,
    scenario: { id: scenario.id, hash: scenarioHash(scenario) },
    seed,
    level,
    rounds: scenario.rounds,
    decisions: [],
    digests: [],
  };
}

/** Refusals of a log that was made for another model: another engine version, scenario, or length of game. */
export function checkRunLog(log: RunLog, scenario: Scenario): readonly Refusal[] {
  if (log.engineVersion !== ENGINE_VERSION) {
    return [{ code: 'run-log/other-engine-version', expected: ENGINE_VERSION, got: log.engineVersion }];
  }
  const hash = scenarioHash(scenario);
  if (log.scenario.id !== scenario.id || log.scenario.hash !== hash) {
    return [{ code: 'run-log/other-scenario', expected: hash, got: log.scenario.hash }];
  }
  const lengths = { fewest: Math.min(FEWEST_ROUNDS, scenario.rounds), most: Math.max(MOST_ROUNDS, scenario.rounds) };
  if (!Number.isInteger(log.rounds) || log.rounds < lengths.fewest) {
    return [{ code: 'run-log/too-few-rounds', value: log.rounds, limit: lengths.fewest }];
  }
  if (log.rounds > lengths.most) return [{ code: 'run-log/too-many-rounds', value: log.rounds, limit: lengths.most }];
  if (log.decisions.length > log.rounds) {
    return [{ code: 'run-log/too-many-rounds', value: log.decisions.length, limit: log.rounds }];
  }
  return [];
}

/**
 * An opened firm as the game of a log begins: with the log's number of rounds and its round keys. The warm-up depends on neither, so that
 * games of different lengths and keys can share it. The firm given is not touched; the columns are the same, see `copyFirm`.
 */
export function gameOf(
  { firm, history }: OpenedFirm,
  { rounds, roundKeys }: Pick<RunLog, 'rounds' | 'roundKeys'>,
): OpenedFirm {
  return { firm: { ...firm, rounds, roundKeys: roundKeys ?? null }, history };
}

/**
 * Plays a log again and compares every digest it claims: the same bits or a refusal that names the first round that differs. No report is
 * made on the way.
 *
 * @param opened the firm at the end of its warm-up, when it is at hand; it is not touched
 * @param onRound called after each round with the rounds done
 */
export function replay(
  log: RunLog,
  scenario: Scenario,
  opened?: OpenedFirm,
  onRound?: (done: number) => void,
): Replayed {
  const refusals = checkRunLog(log, scenario);
  if (refusals.length > 0) return { ok: false, refusals };
  const { firm: start } = gameOf(opened ?? openFirm(scenario, log.seed, log.level), log);
  const firm = opened ? copyFirm(start) : start;
  const digests: string[] = [];
  for (const [round, decision] of log.decisions.entries()) {
    const played = playRound(firm, decision);
    if (!played.ok) return { ok: false, refusals: played.refusals.map((refusal) => ({ ...refusal, round })) };
    digests.push(firm.digest);
    const claimed = log.digests[round];
    if (claimed !== firm.digest) {
      return { ok: false, refusals: [{ code: 'run-log/differs', round, expected: firm.digest, got: claimed ?? '' }] };
    }
    onRound?.(round + 1);
  }
  return { ok: true, firm, digests };
}
