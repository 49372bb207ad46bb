import {
  checkRunLog,
  copyFirm,
  type Decision,
  discountFactor,
  type Firm,
  gameOf,
  LEVERS,
  type OpenedFirm,
  openFirm,
  otherFuture,
  playOn,
  playRound,
  type Refusal,
  type RunLog,
  referenceDecision,
  type Scenario,
  sameDecisions,
  TIERS,
  trueFirmValue,
  withdrawChoice,
} from '../engine/index.ts';
import { EVERY_POLICY } from '../policies/every-policy.ts';
import { statusQuo } from '../policies/fixed-shares.ts';
import { playPolicy } from '../policies/play-policy.ts';
import { findScenario } from '../scenarios/all-scenarios.ts';
import type { DebriefJob, DebriefReply, DebriefRequest, DebriefResult } from './debrief-protocol.ts';

/** A game with the firm as it stood before each round: a what-if plays only what comes after it. */
type Retraced = {
  readonly log: RunLog;
  readonly opened: OpenedFirm;
  readonly decisions: readonly Decision[];
  readonly starts: readonly Firm[];
  readonly end: Firm;
  /** Firm values of the same decisions in other futures, as they are needed. */
  readonly baselines: Map<number | null, number>;
};

type Played = Extract<DebriefResult, { readonly kind: 'played' }>;

/**
 * The worker's side of a debrief's games, apart from any Worker. It keeps the game it was asked about last, and goes on from there when the
 * game has gone on.
 *
 * @param find scenarios by id; a test gives its own, with fewer customers
 */
export function createDebriefService(find = findScenario): (request: DebriefRequest) => DebriefReply {
  let last: Retraced | null = null;

  function retraced(log: RunLog): Retraced | readonly Refusal[] {
    if (last && JSON.stringify(last.log) === JSON.stringify(log)) return last;
    const scenario = find(log.scenario.id);
    if (!scenario) return [{ code: 'run-log/unknown-scenario', got: log.scenario.id }];
    const found = retrace(log, scenario, last);
    if ('log' in found) last = found;
    return found;
  }

  return ({ index, log, job }) => {
    try {
      const game = retraced(log);
      if (!('log' in game)) return { index, result: { kind: 'refused', refusals: game } };
      if (job.kind === 'prepare') return { index, result: { kind: 'prepared' } };
      // What comes of a debrief is the truth: it is not told before the game is over.
      if (log.decisions.length < log.rounds) throw new Error('debrief: the game is not over');
      return { index, result: play(game, job) };
    } catch (error) {
      return { index, result: { kind: 'failed', message: error instanceof Error ? error.message : String(error) } };
    }
  };
}

/**
 * Plays a log again, verifies its digests, and keeps the firm at the start of each round.
 *
 * @param before a game retraced earlier: when it is the beginning of this one, only what came since is played
 */
function retrace(log: RunLog, scenario: Scenario, before: Retraced | null): Retraced | readonly Refusal[] {
  const refusals = checkRunLog(log, scenario);
  if (refusals.length > 0) return refusals;
  const known = before && isBeginning(before.log, log) ? before : null;
  const opened = known?.opened ?? gameOf(openFirm(scenario, log.seed, log.level), log);
  const firm = copyFirm(known?.end ?? opened.firm);
  const starts = [...(known?.starts ?? [])];
  for (let round = starts.length; round < log.decisions.length; round++) {
    starts.push(copyFirm(firm));
    const played = playRound(firm, log.decisions[round]);
    if (!played.ok) return played.refusals.map((refusal) => ({ ...refusal, round }));
    if (firm.digest !== log.digests[round]) {
      return [{ code: 'run-log/differs', round, expected: firm.digest, got: log.digests[round] ?? '' }];
    }
  }
  return { log, opened, decisions: log.decisions, starts, end: firm, baselines: new Map() };
}

/** Whether a log goes on from another one. */
function isBeginning(beginning: RunLog, log: RunLog): boolean {
  const played = beginning.decisions.length;
  const cut = { ...log, decisions: log.decisions.slice(0, played), digests: log.digests.slice(0, played) };
  return JSON.stringify(beginning) === JSON.stringify(cut);
}

function play(game: Retraced, job: Exclude<DebriefJob, { readonly kind: 'prepare' }>): Played {
  const { opened, decisions, starts } = game;
  switch (job.kind) {
    case 'as-played':
      return playedTo(game.end);
    case 'without': {
      const { round, choice } = job;
      const decision = decisions[round];
      const without = withdrawChoice(decision, choice, nothing(decision));
      const money = costOf(game, decision) - costOf(game, without);
      const firm = playOn(starts[round], [without, ...decisions.slice(round + 1)]);
      return playedTo(firm, money, money * discountAt(game, round));
    }
    case 'without-all':
      return withOthers(game, decisions.map(nothing), opened.firm);
    case 'margin': {
      const { firm } = worldOf(game, job.future);
      const known = game.baselines.get(job.future) ?? trueFirmValue(playOn(firm, decisions)).firmValue;
      game.baselines.set(job.future, known);
      return { ...withOthers(game, atTheMargin(game, job), firm), baseline: known };
    }
    case 'future': {
      const { future, policy } = job;
      const world = worldOf(game, future);
      return playedTo(policy === null ? sameDecisions(decisions)(world) : playPolicy(policyNamed(policy), world));
    }
    case 'seed': {
      const { scenario, seed, level } = opened.firm;
      const world = gameOf(openFirm(scenario, `${seed} luck ${job.number}`, level), game.log);
      const own = playedTo(sameDecisions(decisions)(world));
      return { ...own, baseline: trueFirmValue(playPolicy(statusQuo, world)).firmValue };
    }
  }
}

const nothing = (decision: Decision): Decision => referenceDecision('nothing', decision);

/** The firm at its start in another future, or in the one that came. */
function worldOf({ opened }: Retraced, future: number | null): OpenedFirm {
  return future === null ? opened : { ...opened, firm: otherFuture(opened.firm, String(future)) };
}

/** All decisions replaced. */
function withOthers(game: Retraced, others: readonly Decision[], firm: Firm): Played {
  const money = game.decisions.map((decision, round) => costOf(game, decision) - costOf(game, others[round]));
  const discounted = money.reduce((sum, cents, round) => sum + cents * discountAt(game, round), 0);
  const total = money.reduce((sum, cents) => sum + cents, 0);
  return playedTo(playOn(firm, others), Math.abs(total), Math.abs(discounted));
}

/** The decisions with the last part of a cell's money withdrawn, or its first added. */
function atTheMargin(
  { decisions, starts }: Retraced,
  { lever, tier, share }: Extract<DebriefJob, { readonly kind: 'margin' }>,
): readonly Decision[] {
  const isUsed = decisions.some((decision) => decision[lever][tier] > 0);
  return decisions.map((decision, round) => {
    const money = decision[lever][tier];
    const other = isUsed ? money - Math.round(money * share) : Math.round(starts[round].budget * share);
    return { ...decision, [lever]: { ...decision[lever], [tier]: other } };
  });
}

/** Cents that a decision costs: its cells and its insight. */
function costOf({ opened }: Retraced, decision: Decision): number {
  let cost = opened.firm.scenario.insight.prices[decision.insight];
  for (const lever of LEVERS) for (const tier of TIERS) cost += decision[lever][tier];
  return cost;
}

/** What a cent that is spent in a round is worth at the start of the game: cash moves at the end of a round. */
function discountAt({ opened }: Retraced, round: number): number {
  return discountFactor(opened.firm.scenario.annualDiscountRate) ** (round + 1);
}

function playedTo(firm: Firm, money = 0, discountedMoney = 0): Played {
  return { kind: 'played', firmValue: trueFirmValue(firm).firmValue, money, discountedMoney, baseline: 0 };
}

function policyNamed(name: string) {
  const policy = EVERY_POLICY.find((known) => known.name === name);
  if (!policy) throw new Error(`debrief: there is no policy ${name}`);
  return policy;
}
