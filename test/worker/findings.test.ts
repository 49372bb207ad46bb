import { describe, expect, it } from 'vitest';
import { weightBetween } from '../../src/classroom/relapse.ts';
import { createDebriefWorkerHere } from '../../src/cli/pool/debrief-workers.ts';
import { luckBand } from '../../src/engine/index.ts';
import { createDebriefPool } from '../../src/worker/debrief-pool.ts';
import { createDebriefService } from '../../src/worker/debrief-service.ts';
import type { FinishedGame } from '../../src/worker/finished-game.ts';
import { habitsOf, predictionHabits } from '../../src/worker/habits.ts';
import type { GameScore } from '../../src/worker/protocol.ts';
import { findingsOf } from '../../src/worker/report/find-findings.ts';
import { FINDING_IDS, type Finding } from '../../src/worker/report/findings.ts';
import type { LuckReport } from '../../src/worker/report/luck.ts';
import { revealGame } from '../../src/worker/reveal-game.ts';
import { type BenchmarkPath, playBenchmarks, scoreGame } from '../../src/worker/score-game.ts';
import { finished, gameOf, gameOfPolicy, logOf } from '../support/finished-game.ts';
import { smallHarbour } from '../support/small-harbour.ts';
import { thorough } from '../support/thorough.ts';

const POLICIES = ['mass-acquisition', 'best-only', 'uniform', 'milk', 'customer-centric', 'near-oracle', 'random'];
const SEEDS = Array.from({ length: thorough ? 8 : 2 }, (_, index) => `findings ${index}`);

/** Benchmarks by seed: the same whoever plays. */
const benchmarks = new Map<string, readonly BenchmarkPath[]>();

function scoreOf(game: FinishedGame): GameScore {
  const { seed } = game.firm;
  const played = benchmarks.get(seed) ?? finished(playBenchmarks(game.opened));
  benchmarks.set(seed, played);
  return scoreGame(game.truth.values, played);
}

function findingsFrom(game: FinishedGame): readonly Finding[] {
  return findingsOf({ result: scoreOf(game), reveal: finished(revealGame(game)), habits: habitsOf(game, []) });
}

/** What each finding says of its own figures: false is a headline that contradicts them. */
const HOLDS: Partial<Readonly<Record<Finding['id'], (n: Readonly<Record<string, number>>) => boolean>>> = {
  'result/below-shadow': (n) => n.index < 100 && n.gap < 0 && n.firmValue - n.shadow === n.gap,
  'result/as-shadow': (n) => Math.abs(n.index - 100) <= 0.5,
  'result/above-shadow': (n) => n.gap > 0 && n.firmValue < n.best,
  'result/near-best': (n) => n.gap > 0 && n.firmValue >= 0.99 * n.best,
  'result/cash-not-customers': (n) => n.cashGap > 0 && n.equityGap <= 0,
  'result/customers-not-cash': (n) => n.cashGap <= 0 && n.equityGap > 0,
  'result/both-better': (n) => n.cashGap > 0 && n.equityGap > 0,
  'result/both-worse': (n) => n.cashGap <= 0 && n.equityGap <= 0,
  'reveal/best-fifth-holds': (n) => n.share > 0.2,
  'reveal/below-zero': (n) => n.customers > 0 && n.value < 0 && n.share > 0 && n.share < 1,
  'reveal/silently-gone': (n) => n.gone > 0 && n.gone < n.onFile && n.money >= 0,
  'reveal/over-estimated': (n) => n.estimated > n.true && n.share > 0,
  'reveal/under-estimated': (n) => n.estimated < n.true && n.share < 0,
  'reveal/ranking-good': (n) => n.captured <= n.capturable && n.captured >= 0.8 * n.capturable,
  'reveal/ranking-poor': (n) => n.captured < 0.83 * n.capturable,
  'reveal/money-misplaced': (n) => n.share > 0 && n.share < 1 && n.misplaced < n.money,
  'reveal/true-tiers-better': (n) => n.cost > 0,
  'reveal/true-tiers-no-better': (n) => n.cost <= 0.01 * n.firmValue,
  'choices/best': (n) => n.value > 0 && n.perUnit > 1,
  'choices/worst': (n) => n.value < 0 && n.perUnit < 1,
  'choices/lever-earned': (n) => n.value >= 0 && n.perUnit >= 1,
  'choices/lever-lost': (n) => n.value < 0 && n.perUnit < 1,
  'choices/interaction': (n) => n.total === n.sum + n.interaction,
  'habits/by-value': (n) => n.index <= 1 / 3,
  'habits/mixed': (n) => n.index > 0.3 && n.index < 0.7,
  'habits/product-centric': (n) => n.index > 0.6 && n.index <= 1,
  'habits/all-on-few': (n) => n.index < 1 / 3 && n.away > 1 / 3,
  'habits/milked': (n) => n.spentLast < 0.75 * n.spentBefore || n.careLast < 0.75 * n.careBefore,
  'habits/kept-investing': (n) => n.spentLast >= 0.75 * n.spentBefore && n.careLast >= 0.75 * n.careBefore,
  'habits/unspent': (n) => n.share < 0.6,
  'habits/mostly-acquisition': (n) => n.share > 0.6,
  'luck/lucky': (n) => n.rank > 0.9 && n.luck > 0,
  'luck/unlucky': (n) => n.rank < 0.1 && n.luck < 0,
  'luck/ordinary': (n) => n.rank >= 0.1 && n.rank <= 0.9,
  'luck/gap-is-skill': (n) => n.gap * n.meanGap > 0 && Math.abs(n.luck) < Math.abs(n.gap) / 2,
  'luck/gap-is-luck': (n) => Math.abs(n.luck) >= Math.abs(n.gap) / 2,
};

function expectToHold(findings: readonly Finding[]): void {
  for (const { id, numbers } of findings) {
    expect(FINDING_IDS).toContain(id);
    for (const number of Object.values(numbers)) expect(Number.isFinite(number)).toBe(true);
    const holds = HOLDS[id];
    if (holds) expect([id, numbers, holds(numbers)]).toEqual([id, numbers, true]);
  }
  const of = (...ids: readonly Finding['id'][]) => findings.filter(({ id }) => ids.includes(id)).length;
  expect(of('reveal/over-estimated', 'reveal/under-estimated')).toBeLessThanOrEqual(1);
  expect(of('reveal/ranking-good', 'reveal/ranking-poor')).toBeLessThanOrEqual(1);
  expect(of('habits/by-value', 'habits/mixed', 'habits/product-centric', 'habits/all-on-few')).toBeLessThanOrEqual(1);
  expect(of('habits/milked', 'habits/kept-investing')).toBeLessThanOrEqual(1);
}

/** What must be said of each policy whatever the seed. A small firm's luck may bring a good plan near the best known. */
const ALWAYS: Readonly<Record<string, readonly RegExp[]>> = {
  'mass-acquisition': [/result.below/, /habits.product-centric/, /habits.mostly-acquisition/, /reveal.ranking-poor/],
  'best-only': [/result.below/, /habits.all-on-few/],
  uniform: [/habits.product-centric/, /habits.kept-investing/],
  milk: [/result.below/, /result.cash-not-customers/, /habits.unspent/],
  'customer-centric': [/result.(above|near)/, /habits.kept-investing/, /reveal.ranking-good/],
  'near-oracle': [/result.near-best/, /habits.kept-investing/],
  random: [],
};

describe('findings', () => {
  it.each(POLICIES)('of %s hold on every seed', { timeout: 240_000 }, (policy) => {
    for (const seed of SEEDS) {
      const findings = findingsFrom(gameOfPolicy(policy, seed));
      expectToHold(findings);
      expect(findings.filter(({ id }) => /^result\/(below|as|above|near)/.test(id))).toHaveLength(1);
      const ids = findings.map(({ id }) => id);
      expect([seed, ALWAYS[policy].filter((wanted) => !ids.some((id) => wanted.test(id)))]).toEqual([seed, []]);
    }
  });

  it.each(thorough ? ['mass-acquisition', 'customer-centric'] : ['customer-centric'])(
    'of the choices and the luck of %s hold',
    { timeout: 240_000 },
    async (policy) => {
      const log = logOf(gameOfPolicy(policy, 'choice findings'));
      const pool = createDebriefPool(() => createDebriefWorkerHere(createDebriefService(() => smallHarbour)), 1);
      const choices = await pool.valueChoices(log);
      const luck = await pool.measureLuck(log, undefined, undefined, { futures: 8, paired: 4, seeds: 2 });
      if (choices.kind !== 'ok' || luck.kind !== 'ok') throw new Error('ended');
      const findings = findingsOf({ choices: choices.value, luck: luck.value });
      expectToHold(findings);
      const of = (id: Finding['id'], name?: string) =>
        findings.find((finding) => finding.id === id && (!name || Object.values(finding.names ?? {}).includes(name)));
      expect(of('choices/interaction')).toBeDefined();
      if (policy === 'mass-acquisition') {
        expect(of('choices/lever-lost', 'acquisition')).toBeDefined();
        expect(of('choices/last-dollar-worst', 'acquisition')).toBeDefined();
      } else expect(of('choices/lever-earned', 'service')).toBeDefined();
      // A gap as wide as that to everything on the top tier is no luck.
      expect(of('luck/gap-is-skill', 'best-only')).toBeDefined();
    },
  );

  it('name good and bad luck, and nothing where nothing is known', () => {
    const values = Array.from({ length: 20 }, (_, index) => 1000 + index);
    const report = (came: number): LuckReport => {
      const { count: _, ...band } = luckBand(values, came);
      const futures = { came, values, ...band };
      return { futures, seeds: futures, benchmarks: [] };
    };
    expect(findingsOf({ luck: report(2000) })[0].id).toBe('luck/lucky');
    expect(findingsOf({ luck: report(10) })[0].id).toBe('luck/unlucky');
    expect(findingsOf({ luck: report(1010) })[0].id).toBe('luck/ordinary');
    expect(findingsOf({})).toEqual([]);
    expect(findingsOf({ luck: null, choices: null })).toEqual([]);
  });
});

describe('habits', () => {
  it('place the money between value and heads', () => {
    const value = [0.5, 0.3, 0.15, 0.05];
    const heads = [0.05, 0.15, 0.3, 0.5];
    expect(weightBetween(value, value, heads)).toBe(0);
    expect(weightBetween(heads, value, heads)).toBe(1);
    const between = value.map((share, i) => 0.7 * share + 0.3 * heads[i]);
    expect(weightBetween(between, value, heads)).toBeCloseTo(0.3, 12);
    expect(weightBetween([1, 0, 0, 0], value, heads)).toBe(0);
    expect(weightBetween([0, 0, 0, 1], value, heads)).toBe(1);
    expect(weightBetween(heads, value, value)).toBe(0);
  });

  it('tell a game that lets go at the end, and one that swings back and forth', () => {
    const steady = gameOfPolicy('customer-centric', 'habits');
    const { decisions } = steady;
    const nothing = { platinum: 0, gold: 0, silver: 0, bronze: 0 };
    const letGo = decisions.map((decision, round) =>
      round < 6 ? decision : { ...decision, retention: nothing, service: nothing },
    );
    const { horizon, rounds, lorenz, relapseIndex } = habitsOf(gameOf('habits', letGo), []);
    expect(horizon.milked).toBe(true);
    expect(horizon.careLast).toBe(0);
    expect(habitsOf(steady, []).horizon.milked).toBe(false);
    expect(rounds.every(({ relapseIndex: index }) => index !== null && index >= 0 && index <= 1)).toBe(true);
    expect(relapseIndex).not.toBeNull();
    for (const curve of Object.values(lorenz)) {
      expect(curve).toHaveLength(21);
      expect([curve[0], curve[20]]).toEqual([0, expect.closeTo(1, 9)]);
    }
    // True value ranks true value best.
    expect(lorenz.trueValue[4]).toBeGreaterThan(lorenz.moneyByTrueValue[4]);

    const allService = { ...decisions[0], acquisition: nothing, retention: nothing };
    const allAcquisition = { ...decisions[0], service: nothing, retention: nothing };
    const swinging = decisions.map((_, round) => (round % 2 === 0 ? allService : allAcquisition));
    const swings = habitsOf(gameOf('habits', swinging), []).rounds;
    expect(swings[1]).toMatchObject({ allocationChange: 1, takenBack: 1 });
    expect(swings.some(({ overReaction }) => overReaction)).toBe(true);
    expect(habitsOf(steady, []).rounds.some(({ overReaction }) => overReaction)).toBe(false);
  });

  it('score predictions for calibration and bias', () => {
    expect(predictionHabits([])).toBeNull();
    const said = [
      { predicted: 2, came: 0 },
      { predicted: 1, came: 1 },
      { predicted: 2, came: 1 },
    ];
    expect(predictionHabits(said)).toEqual({
      rounds: 3,
      hits: 1,
      bias: 1,
      meanError: 1,
      calibration: [
        { predicted: 1, rounds: 1, came: 1 },
        { predicted: 2, rounds: 2, came: 0.5 },
      ],
    });
  });
});
