import { describe, expect, it, vi } from 'vitest';
import { createDebriefWorkerHere } from '../../src/cli/pool/debrief-workers.ts';
import {
  copyFirm,
  type Decision,
  gameOf as keyed,
  LEVERS,
  newRunLog,
  openFirm,
  otherFuture,
  playRound,
  sameDecisions,
  TIERS,
  trueFirmValue,
} from '../../src/engine/index.ts';
import { statusQuo } from '../../src/policies/fixed-shares.ts';
import { playPolicy } from '../../src/policies/play-policy.ts';
import { createDebriefPool } from '../../src/worker/debrief-pool.ts';
import { type DebriefReply, LUCK_POLICIES } from '../../src/worker/debrief-protocol.ts';
import { createDebriefService } from '../../src/worker/debrief-service.ts';
import type { ChoiceValue } from '../../src/worker/report/choices.ts';
import { BENCHMARKS } from '../../src/worker/score-game.ts';
import { everywhere, noSpending } from '../support/decisions.ts';
import { gameOf, gameOfPolicy, logOf } from '../support/finished-game.ts';
import { smallHarbour } from '../support/small-harbour.ts';
import { thorough } from '../support/thorough.ts';

const game = gameOfPolicy('customer-centric', 'choices');
const log = logOf(game);
const poolOf = (size: number) =>
  createDebriefPool(() => createDebriefWorkerHere(createDebriefService(() => smallHarbour)), size);

async function ok<T>(outcome: Promise<{ readonly kind: string; readonly value?: T }>): Promise<T> {
  const { kind, value } = await outcome;
  if (kind !== 'ok' || value === undefined) throw new Error(`ended ${kind}`);
  return value;
}

/** Firm value of decisions played the plain way, from the start, whatever the budget. */
function plainValue(decisions: readonly Decision[]): number {
  const firm = copyFirm(game.opened.firm);
  for (const decision of decisions) {
    firm.budget = Number.MAX_SAFE_INTEGER;
    playRound(firm, decision);
  }
  return trueFirmValue(firm).firmValue;
}

const parts: (readonly ChoiceValue[])[] = [];
const progress: number[] = [];
// A clock that goes on with each look: what is told of, and how often, does not hang on how fast the machine is.
let now = 0;
const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
  now += 100;
  return now;
});
const choices = await ok(
  poolOf(2).valueChoices(
    log,
    (share) => progress.push(share),
    (cells) => parts.push(cells),
  ),
);
clock.mockRestore();

describe('what each choice earned', () => {
  it('equals independent replays without it', () => {
    expect(choices.firmValue).toBe(trueFirmValue(game.firm).firmValue);
    expect(choices.cells).toHaveLength(game.decisions.length * (LEVERS.length * TIERS.length + 1));
    for (const { round, choice, value, money } of choices.cells.filter((_, index) => index % 9 === 0)) {
      const decision = game.decisions[round];
      const without: Decision =
        choice.kind === 'insight'
          ? { ...decision, insight: 0 }
          : { ...decision, [choice.lever]: { ...decision[choice.lever], [choice.tier]: 0 } };
      expect(value).toBe(choices.firmValue - plainValue(game.decisions.with(round, without)));
      const spent = choice.kind === 'insight' ? smallHarbour.insight.prices[2] : decision[choice.lever][choice.tier];
      expect(money).toBe(spent);
    }
  });

  it('adds up, with what choices do together stated', () => {
    expect(choices.withoutAll).toBe(plainValue(game.decisions.map(() => noSpending)));
    expect(choices.total).toBe(choices.firmValue - choices.withoutAll);
    expect(choices.sum).toBe(choices.cells.reduce((sum, { value }) => sum + value, 0));
    expect(choices.sum + choices.interaction).toBe(choices.total);
    expect(choices.interaction).not.toBe(0);
    const sizes = choices.cells.map(({ value }) => Math.abs(value)).sort((a, b) => b - a);
    expect(choices.mattered.map(({ value }) => Math.abs(value))).toEqual(sizes.slice(0, 3));
  });

  it('comes piece by piece', () => {
    expect(parts.at(-1)).toEqual(choices.cells);
    expect(parts.some((cells) => cells.length > 0 && cells.length < choices.cells.length)).toBe(true);
    // Of the last job the outcome tells.
    expect(progress.at(-1)).toBeLessThan(1);
    expect(progress.length).toBeGreaterThan(1);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  it('takes the last of a cell away in every round, and gives a first where there was none', async () => {
    const silver = choices.lastDollars.find(({ lever, tier }) => lever === 'service' && tier === 'silver');
    const less = game.decisions.map((decision) => {
      const money = decision.service.silver;
      return { ...decision, service: { ...decision.service, silver: money - Math.round(money * 0.1) } };
    });
    expect(silver).toMatchObject({ kind: 'last', worlds: 4 });
    // The luck that came is one of the worlds, the others are other futures.
    const worlds = [game.opened.firm, ...['1', '2', '3'].map((name) => otherFuture(game.opened.firm, name))];
    const values = worlds.map((world) => {
      const play = (decisions: readonly Decision[]) => {
        const firm = copyFirm(world);
        for (const decision of decisions) {
          firm.budget = Number.MAX_SAFE_INTEGER;
          playRound(firm, decision);
        }
        return trueFirmValue(firm).firmValue;
      };
      return play(game.decisions) - play(less);
    });
    expect(silver?.value).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / 4, 6);

    const bare = gameOf(
      'bare',
      Array.from({ length: smallHarbour.rounds }, () => noSpending),
    );
    const ofBare = await ok(poolOf(1).valueChoices(logOf(bare)));
    expect(ofBare).toMatchObject({ cells: [], total: 0, sum: 0, interaction: 0, mattered: [] });
    expect(ofBare.lastDollars.every(({ kind, perUnit }) => kind === 'first' && Number.isFinite(perUnit))).toBe(true);
    expect(
      ofBare.lastDollars.find(({ lever, tier }) => lever === 'service' && tier === 'silver')?.perUnit,
    ).toBeGreaterThan(1);
  });
});

describe('luck', () => {
  const sizes = { futures: 4, paired: 2, seeds: 2 };

  it.runIf(thorough)(
    'is the same however many workers measure it, and however often',
    { timeout: 240_000 },
    async () => {
      const two = poolOf(2);
      const told: number[] = [];
      const first = await ok(two.measureLuck(log, undefined, ({ mean }) => told.push(mean), sizes));
      expect(await ok(two.measureLuck(log, undefined, undefined, sizes))).toEqual(first);
      expect(await ok(poolOf(1).measureLuck(log, undefined, undefined, sizes))).toEqual(first);
      expect(told).toEqual([first.futures.mean]);
      two.dispose();

      expect(first.futures.came).toBe(trueFirmValue(game.firm).firmValue);
      const third = { ...game.opened, firm: otherFuture(game.opened.firm, '3') };
      expect(first.futures.values[2]).toBe(trueFirmValue(sameDecisions(game.decisions)(third)).firmValue);
      expect(first.futures.luck).toBeCloseTo(first.futures.came - first.futures.mean, 6);
      for (const { gap, meanGap, luck, worlds } of first.benchmarks) {
        expect(gap).toBeCloseTo(meanGap + luck, 6);
        expect(worlds).toBe(2);
      }
      const own = first.benchmarks.find(({ policy }) => policy === 'customer-centric');
      expect(own?.gap).toBe(0);
      expect(first.seeds.values).toHaveLength(2);
      for (const index of first.seeds.values) expect(index).toBeGreaterThan(80);
    },
  );

  it('is measured against the benchmarks of the score', () => {
    expect([...LUCK_POLICIES].sort()).toEqual(BENCHMARKS.map(({ name }) => name).sort());
  });
});

describe('a debrief', () => {
  it('is refused of a log that does not replay, and fails before the game is over', async () => {
    const forged = { ...log, digests: log.digests.with(4, '0000000000000000') };
    expect(await poolOf(2).valueChoices(forged)).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'run-log/differs', round: 4 }],
    });
    const early = { ...log, decisions: log.decisions.slice(0, 7), digests: log.digests.slice(0, 7) };
    expect(await poolOf(2).measureLuck(early)).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(/not over/),
    });
    const dear = gameOf('dear', [everywhere(10)]);
    expect(await poolOf(1).valueChoices(logOf(dear))).toMatchObject({ kind: 'failed' });
  });

  it('can be prepared while the game is still on, and tells the same', { timeout: 180_000 }, async () => {
    const answers: unknown[] = [];
    const pool = createDebriefPool(() => {
      const serve = createDebriefService(() => smallHarbour);
      return createDebriefWorkerHere((request) => {
        const reply = serve(request);
        answers.push(reply);
        return reply;
      });
    }, 2);
    await pool.prepare({ ...log, decisions: log.decisions.slice(0, 7), digests: log.digests.slice(0, 7) });
    expect(new Set(answers.map((answer) => JSON.stringify((answer as DebriefReply).result)))).toEqual(
      new Set(['{"kind":"prepared"}']),
    );
    expect(await ok(pool.valueChoices(log))).toEqual(choices);
    const small = { futures: 2, paired: 2, seeds: 2 };
    const prepared = await ok(pool.measureLuck(log, undefined, undefined, small));
    expect(prepared).toEqual(await ok(poolOf(1).measureLuck(log, undefined, undefined, small)));
  });

  it.runIf(thorough)('replays a game of another length that is paced by keys', { timeout: 180_000 }, async () => {
    const rounds = 6;
    const roundKeys = Array.from({ length: rounds }, (_, round) => `KEY-${round}`);
    const opened = keyed(openFirm(smallHarbour, 'paced'), { rounds, roundKeys });
    const firm = copyFirm(opened.firm);
    const digests: string[] = [];
    for (const decision of game.decisions.slice(0, rounds)) {
      expect(playRound(firm, decision).ok).toBe(true);
      digests.push(firm.digest);
    }
    const decisions = game.decisions.slice(0, rounds);
    const paced = { ...newRunLog(smallHarbour, 'paced'), rounds, roundKeys, decisions, digests };
    const { firmValue, cells } = await ok(poolOf(2).valueChoices(paced));
    expect(firmValue).toBe(trueFirmValue(firm).firmValue);
    expect(Math.max(...cells.map(({ round }) => round))).toBe(rounds - 1);
    const luck = await ok(poolOf(2).measureLuck(paced, undefined, undefined, { futures: 2, paired: 2, seeds: 2 }));
    const other = keyed(openFirm(smallHarbour, 'paced luck 1'), { rounds, roundKeys });
    const index =
      (100 * trueFirmValue(sameDecisions(decisions)(other)).firmValue) /
      trueFirmValue(playPolicy(statusQuo, other)).firmValue;
    expect(luck.seeds.values[0]).toBeCloseTo(index, 9);
  });

  it.runIf(thorough)(
    'is worked out again where the game went on otherwise than what was played ahead',
    {
      timeout: 180_000,
    },
    async () => {
      const pool = poolOf(2);
      await pool.prepare({ ...log, decisions: log.decisions.slice(0, 7), digests: log.digests.slice(0, 7) });
      const other = gameOf('choices', game.decisions.with(6, everywhere(20_00)).with(7, everywhere(0)));
      expect(await ok(pool.valueChoices(logOf(other)))).toEqual(await ok(poolOf(1).valueChoices(logOf(other))));
    },
  );

  it.runIf(thorough)(
    'can be asked for at once: what is being played ahead gives way',
    { timeout: 180_000 },
    async () => {
      let begun = 0;
      const pool = createDebriefPool(() => {
        const serve = createDebriefService(() => smallHarbour);
        return createDebriefWorkerHere((request) => {
          if (request.job.kind === 'ahead') begun++;
          return serve(request);
        });
      }, 2);
      const prepared = pool.prepare({ ...log, decisions: log.decisions.slice(0, 7), digests: log.digests.slice(0, 7) });
      const valued = ok(pool.valueChoices(log));
      await prepared;
      expect(begun).toBeLessThanOrEqual(2);
      expect(await valued).toEqual(choices);
    },
  );

  it('holds no more than there is room for', () => {
    const serve = createDebriefService(() => smallHarbour);
    const early = { ...log, decisions: log.decisions.slice(0, 7), digests: log.digests.slice(0, 7) };
    const job = { kind: 'without', round: 1, choice: { kind: 'insight' } } as const;
    for (const room of [0, 1e9]) {
      expect(serve({ index: 0, log: early, job: { kind: 'ahead', job, room } }).result).toEqual({ kind: 'prepared' });
      expect(serve({ index: 0, log, job }).result).toMatchObject({ kind: 'played' });
    }
  });

  it('can be cancelled, and asked for again', async () => {
    const pool = poolOf(2);
    const given = pool.valueChoices(log, () => pool.cancel());
    expect(await given).toEqual({ kind: 'cancelled' });
    const again = await pool.measureLuck(log, undefined, undefined, { futures: 2, paired: 2, seeds: 2 });
    expect(again.kind).toBe('ok');
  });
});
