import {
  bytesPutBy,
  checkRunLog,
  copyFirm,
  copyFirmInPlay,
  type Decision,
  discountFactor,
  type Firm,
  type FirmPutBy,
  gameOf,
  LEVERS,
  letGo,
  type OpenedFirm,
  openFirm,
  otherFuture,
  playOn,
  playRound,
  playToItsEnd,
  putBy,
  type Refusal,
  type RunLog,
  referenceDecision,
  type Scenario,
  sameDecisions,
  TIERS,
  takeUp,
  trueFirmValue,
  withdrawChoice,
} from '../engine/index.ts';
import { EVERY_POLICY } from '../policies/every-policy.ts';
import { statusQuo } from '../policies/fixed-shares.ts';
import { worthOfPolicy } from '../policies/play-policy.ts';
import { findScenario } from '../scenarios/all-scenarios.ts';
import type { DebriefJob, DebriefJobAhead, DebriefReply, DebriefRequest, DebriefResult } from './debrief-protocol.ts';

/** A game with the firm as it stood before each round: a what-if plays only what comes after it. */
type Retraced = {
  readonly log: RunLog;
  readonly opened: OpenedFirm;
  /** The same with those customers alone who still play a part: where other futures begin. */
  readonly inPlay: Firm;
  readonly decisions: readonly Decision[];
  readonly starts: readonly Firm[];
  readonly end: Firm;
  /** Firms played ahead to their last round, by what was decided and in which future. */
  readonly held: Map<string, FirmPutBy>;
  /** Firm values of the same decisions in other futures, as they are needed. */
  readonly baselines: Map<number | null, number>;
};

/** Enough for the compiler to have done its best. */
const REHEARSALS = 12;

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
      if (job.kind === 'prepare') rehearse(game);
      if (job.kind === 'ahead') holdAhead(game, job);
      if (job.kind === 'prepare' || job.kind === 'ahead') return { index, result: { kind: 'prepared' } };
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
  const held = known?.held ?? new Map<string, FirmPutBy>();
  const inPlay = known?.inPlay ?? copyFirmInPlay(opened.firm, log.rounds);
  return { log, opened, inPlay, decisions: log.decisions, starts, end: firm, held, baselines: new Map() };
}

/** Whether a log goes on from another one. */
function isBeginning(beginning: RunLog, log: RunLog): boolean {
  const played = beginning.decisions.length;
  const cut = { ...log, decisions: log.decisions.slice(0, played), digests: log.digests.slice(0, played) };
  return JSON.stringify(beginning) === JSON.stringify(cut);
}

function play(game: Retraced, job: Exclude<DebriefJob, { readonly kind: 'prepare' | 'ahead' }>): Played {
  const { opened, decisions } = game;
  switch (job.kind) {
    case 'as-played':
      return playedTo(game, game.end);
    case 'without': {
      const others = otherwise(game, job);
      const money = costOf(game, decisions[job.round]) - costOf(game, others[job.round]);
      return playedTo(game, playOtherwise(game, others, null), money, money * discountAt(game, job.round));
    }
    case 'without-all':
      return withOthers(game, decisions.map(nothing), null);
    case 'margin':
      return { ...withOthers(game, otherwise(game, job), job.future), baseline: baselineIn(game, job.future) };
    case 'future': {
      const { future, policy } = job;
      // By now the choices are valued: what is still held is of a decision that was made otherwise.
      game.held.clear();
      const world = worldOf(game, future);
      const firmValue =
        policy === null ? worthOf(game, sameDecisions(decisions)(world)) : worthOfPolicy(policyNamed(policy), world);
      letGoUnlessOwn(game, world.firm);
      return worth(firmValue);
    }
    case 'seed': {
      const { scenario, seed, level } = opened.firm;
      const world = gameOf(openFirm(scenario, `${seed} luck ${job.number}`, level), game.log);
      const own = playedTo(game, sameDecisions(decisions)(world));
      const baseline = worthOfPolicy(statusQuo, world);
      letGo(world.firm);
      return { ...own, baseline };
    }
  }
}

const nothing = (decision: Decision): Decision => referenceDecision('nothing', decision);

/** The firm at its start in another future, or in the one that came. */
function worldOf({ opened, inPlay }: Retraced, future: number | null): OpenedFirm {
  return future === null ? opened : { ...opened, firm: otherFuture(inPlay, String(future)) };
}

/** The decisions of a game as a job has them. */
function otherwise(game: Retraced, job: DebriefJobAhead): readonly Decision[] {
  if (job.kind === 'margin') return atTheMargin(game, job);
  const decision = game.decisions[job.round];
  return game.decisions.with(job.round, withdrawChoice(decision, job.choice, nothing(decision)));
}

/** Plays other decisions in a future, from where a firm is held or from where the game was left, and only what comes after that. */
function playOtherwise(game: Retraced, others: readonly Decision[], future: number | null): Firm {
  for (let round = others.length; round > 0; round--) {
    const key = keyOf(others.slice(0, round), future);
    const put = game.held.get(key);
    if (!put) continue;
    game.held.delete(key);
    const firm = takeUp(put);
    playToItsEnd(firm, others.slice(round));
    return firm;
  }
  if (future !== null) {
    const world = worldOf(game, future);
    const firm = playOn(world.firm, others);
    letGo(world.firm);
    return firm;
  }
  const left = others.findIndex((other, round) => other !== game.decisions[round]);
  return left < 0 ? game.end : playOn(game.starts[left], others.slice(left));
}

/** Plays a job as far as the game has come, which is to its last round, and holds the firm, as long as there is room. */
function holdAhead(game: Retraced, { job, room }: Extract<DebriefJob, { readonly kind: 'ahead' }>): void {
  const others = otherwise(game, job);
  const future = job.kind === 'margin' ? job.future : null;
  for (const decisions of future === null ? [others] : [others, game.decisions]) {
    const key = keyOf(decisions, future);
    const bytes = (game.held.size + 1) * bytesPutBy(game.end.population);
    if (game.held.has(key) || bytes > room) continue;
    const firm = playOtherwise(game, decisions, future);
    game.held.set(key, putBy(firm));
    letGoUnlessOwn(game, firm);
  }
}

/**
 * Plays the last quarter a few times as the one before it was decided, for nothing: what there will be a hurry with is compiled by then. Not where
 * that quarter still waits for its key.
 */
function rehearse({ decisions, end }: Retraced): void {
  const before = decisions[end.rounds - 2];
  if (end.round !== end.rounds - 1 || !before || (end.roundKeys && end.roundKeys.length < end.rounds)) return;
  for (let time = 0; time < REHEARSALS; time++) {
    const firm = takeUp(putBy(end));
    playToItsEnd(firm, [before]);
    trueFirmValue(firm);
    letGo(firm);
  }
}

const keyOf = (decisions: readonly Decision[], future: number | null): string => JSON.stringify([future, decisions]);

/** What the same decisions come to in a future. */
function baselineIn(game: Retraced, future: number | null): number {
  const known = game.baselines.get(future) ?? worthOf(game, playOtherwise(game, game.decisions, future));
  game.baselines.set(future, known);
  return known;
}

/** All decisions replaced. */
function withOthers(game: Retraced, others: readonly Decision[], future: number | null): Played {
  const money = game.decisions.map((decision, round) => costOf(game, decision) - costOf(game, others[round]));
  const discounted = money.reduce((sum, cents, round) => sum + cents * discountAt(game, round), 0);
  const total = money.reduce((sum, cents) => sum + cents, 0);
  return playedTo(game, playOtherwise(game, others, future), Math.abs(total), Math.abs(discounted));
}

/** The decisions with the last part of a cell's money withdrawn, or its first added. */
function atTheMargin(
  { decisions, starts }: Retraced,
  { lever, tier, share }: Extract<DebriefJobAhead, { readonly kind: 'margin' }>,
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

function playedTo(game: Retraced, firm: Firm, money = 0, discountedMoney = 0): Played {
  return { ...worth(worthOf(game, firm)), money, discountedMoney };
}

function worth(firmValue: number): Played {
  return { kind: 'played', firmValue, money: 0, discountedMoney: 0, baseline: 0 };
}

/** What a firm is worth that was played to know this. */
function worthOf(game: Retraced, firm: Firm): number {
  const { firmValue } = trueFirmValue(firm);
  letGoUnlessOwn(game, firm);
  return firmValue;
}

function letGoUnlessOwn({ opened, end }: Retraced, firm: Firm): void {
  if (firm !== opened.firm && firm !== end) letGo(firm);
}

function policyNamed(name: string) {
  const policy = EVERY_POLICY.find((known) => known.name === name);
  if (!policy) throw new Error(`debrief: there is no policy ${name}`);
  return policy;
}
