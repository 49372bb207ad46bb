import { type Choice, indexByWorld, LEVERS, luckBand, type RunLog, TIERS } from '../engine/index.ts';
import type { OnProgress, Outcome } from './client.ts';
import {
  type DebriefJob,
  type DebriefJobAhead,
  type DebriefReply,
  type DebriefRequest,
  type DebriefResult,
  LUCK_POLICIES,
} from './debrief-protocol.ts';
import type { ChoiceValue, ChoiceValues, LastDollar } from './report/choices.ts';
import type { LuckAgainst, LuckReport, Spread } from './report/luck.ts';
import { createWorkerPool, type PoolWorker, TELL_INTERVAL } from './worker-pool.ts';

/**
 * The parts of a debrief that play many games, on several workers: the page's side. Promises never reject. Requests run one after the other, in
 * the order in which they came. A log that does not replay is refused; one of a game that is not over fails.
 */
export type DebriefPool = {
  /** Starts the workers and lets each play what there is of a game, while its last round is being decided: the debrief then begins at once. */
  prepare(log: RunLog): Promise<void>;
  /**
   * What each choice earned.
   *
   * @param onPart called with the cells known so far, in order of rounds, as they come
   */
  valueChoices(
    log: RunLog,
    onProgress?: OnProgress,
    onPart?: (cells: readonly ChoiceValue[]) => void,
  ): Promise<Outcome<ChoiceValues>>;
  /**
   * The plan in other futures and on other seeds.
   *
   * @param onPart called once with the spread over futures, which is known first
   */
  measureLuck(
    log: RunLog,
    onProgress?: OnProgress,
    onPart?: (futures: Spread) => void,
    sizes?: LuckSizes,
  ): Promise<Outcome<LuckReport>>;
  /** Gives up what is under way and what waits, at once: each settles as `cancelled`. The pool can be used again. */
  cancel(): void;
  /** Cancels, and ends the workers. */
  dispose(): void;
};

export type DebriefWorker = PoolWorker<DebriefRequest, DebriefReply>;

/** Worlds to play: other futures, those of them in which the benchmarks are played too, and other seeds. */
export type LuckSizes = { readonly futures: number; readonly paired: number; readonly seeds: number };

const LUCK_SIZES: LuckSizes = { futures: 200, paired: 12, seeds: 15 };

/** Share of a cell's money that counts as its last: less hangs on single customers, more is no margin. */
const LAST_SHARE = 0.1;
/** Of each budget, where a cell had no money. */
const FIRST_SHARE = 0.01;
/** Worlds over which a margin is taken: the luck that came, and other futures. */
const MARGIN_WORLDS: readonly (number | null)[] = [null, 1, 2, 3];
const MATTERED = 3;
/** Bytes for firms played ahead, in all workers together. */
const ROOM = 200e6;

type Played = Extract<DebriefResult, { readonly kind: 'played' }>;

/**
 * @param makeWorker starts a worker; workers are started when they are needed and live until `cancel` or `dispose`
 * @param size how many at once, see `poolSize`
 */
export function createDebriefPool(makeWorker: () => DebriefWorker, size: number): DebriefPool {
  const pool = createWorkerPool<{ readonly log: RunLog; readonly job: DebriefJob }, DebriefRequest, DebriefResult>({
    makeWorker,
    size,
    request: (index, { log, job }) => ({ index, log, job }),
    failed: (message) => ({ kind: 'failed', message }),
    keepsWorkers: true,
    topic: topicOf,
  });

  /** Plays all jobs; the first that fails or is refused ends it. */
  async function playAll(
    log: RunLog,
    jobs: readonly DebriefJob[],
    onPlayed: (played: readonly (Played | undefined)[], done: number) => void,
  ): Promise<Outcome<readonly Played[]>> {
    const played = new Array<Played | undefined>(jobs.length);
    let last = Number.NEGATIVE_INFINITY;
    let trouble: Exclude<DebriefResult, Played | { readonly kind: 'prepared' }> | null = null;
    await pool.run(
      jobs.map((job) => ({ log, job })),
      (index, result, done) => {
        if (trouble) return;
        if (result.kind === 'played') {
          played[index] = result;
          // Of the last one the outcome tells.
          if (done === jobs.length || performance.now() - last < TELL_INTERVAL) return;
          last = performance.now();
          onPlayed(played, done);
        } else if (result.kind !== 'prepared') {
          trouble = result;
          pool.cancel();
        }
      },
    );
    if (trouble) return trouble;
    const all = played.filter((one) => one !== undefined);
    return all.length === jobs.length ? { kind: 'ok', value: all } : { kind: 'cancelled' };
  }

  return {
    async prepare(log) {
      const choices = choicesOf(log).map(({ round, choice }) => ({ kind: 'without', round, choice }) as const);
      const ahead = [...marginsOf(log), ...choices].map((job) => ({ kind: 'ahead', job, room: ROOM / size }) as const);
      const jobs: readonly DebriefJob[] = [
        ...Array.from({ length: size }, () => ({ kind: 'prepare' }) as const),
        ...ahead,
      ];
      await pool.run(
        jobs.map((job) => ({ log, job })),
        undefined,
        { givesWay: true },
      );
    },

    async valueChoices(log, onProgress, onPart) {
      const choices = choicesOf(log);
      const margins = cellsAtTheMargin(log);
      const jobs: readonly DebriefJob[] = [
        { kind: 'as-played' },
        { kind: 'without-all' },
        ...choices.map(({ round, choice }): DebriefJob => ({ kind: 'without', round, choice })),
        ...marginsOf(log),
      ];
      const cellsIn = ([own, , ...played]: readonly (Played | undefined)[]) =>
        choices.flatMap((choice, index) => {
          const without = played[index];
          return own && without ? [choiceValue(log, choice, own, without)] : [];
        });
      const outcome = await playAll(log, jobs, (played, done) => {
        onProgress?.(done / jobs.length);
        onPart?.(cellsIn(played));
      });
      if (outcome.kind !== 'ok') return outcome;
      const [own, withoutAll] = outcome.value;
      const atMargins = outcome.value.slice(2 + choices.length);
      const cells = cellsIn(outcome.value);
      const sum = cells.reduce((soFar, { value }) => soFar + value, 0);
      const total = own.firmValue - withoutAll.firmValue;
      const value: ChoiceValues = {
        firmValue: own.firmValue,
        cells,
        sum,
        withoutAll: withoutAll.firmValue,
        total,
        interaction: total - sum,
        lastDollars: margins.map((margin, index) =>
          lastDollar(
            margin,
            atMargins.filter((_, n) => n % margins.length === index),
          ),
        ),
        mattered: [...cells].sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, MATTERED),
      };
      return { kind: 'ok', value };
    },

    async measureLuck(log, onProgress, onPart, { futures, paired, seeds } = LUCK_SIZES) {
      const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
      const ofFutures = numbers(futures).map((future): DebriefJob => ({ kind: 'future', future, policy: null }));
      const ofPolicies = LUCK_POLICIES.flatMap((policy) =>
        [null, ...numbers(paired)].map((future): DebriefJob => ({ kind: 'future', future, policy })),
      );
      const ofSeeds = numbers(seeds).map((number): DebriefJob => ({ kind: 'seed', number }));
      const jobs: readonly DebriefJob[] = [{ kind: 'as-played' }, ...ofFutures, ...ofPolicies, ...ofSeeds];
      let told = false;
      const outcome = await playAll(log, jobs, (played, done) => {
        onProgress?.(done / jobs.length);
        const first = played.slice(0, 1 + futures).flatMap((one) => one?.firmValue ?? []);
        if (told || done <= futures || first.length <= futures) return;
        told = true;
        onPart?.(spreadOf(first.slice(1), first[0]));
      });
      if (outcome.kind !== 'ok') return outcome;
      const [own, ...played] = outcome.value;
      const inFutures = played.slice(0, futures).map(({ firmValue }) => firmValue);
      const policies = played.slice(futures, futures + ofPolicies.length);
      const onSeeds = played.slice(futures + ofPolicies.length);
      const byPolicy = LUCK_POLICIES.map((policy, index) => {
        const [here, ...there] = policies.slice(index * (1 + paired), (index + 1) * (1 + paired));
        return luckAgainst(policy, own.firmValue - here.firmValue, inFutures, there);
      });
      const shadow = policies[LUCK_POLICIES.indexOf('status-quo') * (1 + paired)];
      const index = indexByWorld(
        onSeeds.map(({ firmValue }) => firmValue),
        onSeeds.map(({ baseline }) => baseline),
      );
      const value: LuckReport = {
        futures: spreadOf(inFutures, own.firmValue),
        seeds: spreadOf(index, (100 * own.firmValue) / shadow.firmValue),
        benchmarks: byPolicy,
      };
      return { kind: 'ok', value };
    },

    cancel: pool.cancel,
    dispose: pool.cancel,
  };
}

/** Every choice of a game that cost something, in order of rounds. */
function choicesOf({ decisions }: RunLog): readonly { readonly round: number; readonly choice: Choice }[] {
  return decisions.flatMap((decision, round) => [
    ...LEVERS.flatMap((lever) =>
      TIERS.filter((tier) => decision[lever][tier] > 0).map((tier) => ({
        round,
        choice: { kind: 'cell', lever, tier } as const,
      })),
    ),
    ...(decision.insight > 0 ? [{ round, choice: { kind: 'insight' } as const }] : []),
  ]);
}

function choiceValue(
  { decisions }: RunLog,
  { round, choice }: { readonly round: number; readonly choice: Choice },
  own: Played,
  without: Played,
): ChoiceValue {
  const value = own.firmValue - without.firmValue;
  return {
    round,
    choice: choice.kind === 'insight' ? { kind: 'insight', level: decisions[round].insight } : choice,
    money: without.money,
    discountedMoney: without.discountedMoney,
    value,
    perUnit: perUnit(value, without.discountedMoney),
  };
}

/** Every cell, and how it is changed at the margin. */
function cellsAtTheMargin(log: RunLog) {
  return LEVERS.flatMap((lever) => TIERS.map((tier) => ({ lever, tier, ...marginOf(log, lever, tier) })));
}

function marginsOf(log: RunLog): readonly DebriefJobAhead[] {
  return MARGIN_WORLDS.flatMap((future) =>
    cellsAtTheMargin(log).map(({ lever, tier, share }) => ({ kind: 'margin', lever, tier, share, future }) as const),
  );
}

/** What of a job a worker has played ahead, if it has. */
function topicOf({ job }: { readonly job: DebriefJob }): string | null {
  const topic = job.kind === 'ahead' ? job.job : job;
  if (topic.kind === 'without') return JSON.stringify([topic.round, topic.choice]);
  return topic.kind === 'margin' ? JSON.stringify([topic.future, topic.lever, topic.tier]) : null;
}

function marginOf({ decisions }: RunLog, lever: LastDollar['lever'], tier: LastDollar['tier']) {
  const isUsed = decisions.some((decision) => decision[lever][tier] > 0);
  return isUsed ? { kind: 'last' as const, share: LAST_SHARE } : { kind: 'first' as const, share: FIRST_SHARE };
}

function lastDollar(
  margin: Pick<LastDollar, 'lever' | 'tier' | 'kind' | 'share'>,
  worlds: readonly Played[],
): LastDollar {
  const [{ money, discountedMoney }] = worlds;
  const values = worlds.map(({ baseline, firmValue }) =>
    margin.kind === 'last' ? baseline - firmValue : firmValue - baseline,
  );
  const { mean, standardError } = luckBand(values, values[0]);
  return {
    ...margin,
    money,
    discountedMoney,
    value: mean,
    perUnit: perUnit(mean, discountedMoney),
    standardError: discountedMoney > 0 ? standardError / discountedMoney : 0,
    worlds: worlds.length,
  };
}

/** What a unit of money brought back, itself included; 0 without any. */
function perUnit(value: number, discountedMoney: number): number {
  return discountedMoney > 0 ? 1 + value / discountedMoney : 0;
}

function spreadOf(values: readonly number[], came: number): Spread {
  const { count: _, ...band } = luckBand(values, came);
  return { came, values, ...band };
}

function luckAgainst(policy: string, gap: number, own: readonly number[], others: readonly Played[]): LuckAgainst {
  const gaps = others.map(({ firmValue }, world) => own[world] - firmValue);
  const { mean, standardError } = luckBand(gaps, gap);
  return { policy, gap, meanGap: mean, standardError, worlds: gaps.length, luck: gap - mean };
}
