import { beforeAll, describe, expect, test } from 'vitest';
import { type ClassPictures, classPictures, type GameOfClass } from '../../src/classroom/class-pictures.ts';
import { teachingLists } from '../../src/content/teaching-note.ts';
import { type Decision, gameOf, insightPricesOf, newRunLog, openFirm, TIERS } from '../../src/engine/index.ts';
import { playPolicy } from '../../src/policies/play-policy.ts';
import { STUDENTS } from '../../src/policies/student-class.ts';
import { varied } from '../../src/policies/varied.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import { resized } from '../../src/scenarios/resized.ts';
import { EQUITY_BANDS } from '../../src/storage/player-notes.ts';
import { playBenchmarks, shadowPath } from '../../src/worker/class-benchmarks.ts';
import { predictionsOf } from '../../src/worker/dry-run.ts';
import { classStartOf, replayClassGame } from '../../src/worker/replay-class-game.ts';

/** The students of a rehearsal, in the default game with fewer customers: several classes, each on luck of its own. */
const SEEDS = ['alpha', 'beta', 'gamma'];
const CUSTOMERS = 1500;
const EACH_KIND = 3;

type PlayedClass = { readonly games: readonly GameOfClass[]; readonly pictures: ClassPictures };

function playClass(seed: string): PlayedClass {
  const scenario = resized(harbour, CUSTOMERS);
  const opened = openFirm(scenario, seed);
  const start = classStartOf(opened);
  const rounds = scenario.rounds;
  const steps = playBenchmarks(gameOf(opened, { rounds }), rounds);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { benchmarks } = step.value;
  const shadow = shadowPath(benchmarks);
  const games = Array.from({ length: EACH_KIND * STUDENTS.length }, (_, index): GameOfClass => {
    const decisions: Decision[] = [];
    const policy = varied(STUDENTS[index % STUDENTS.length], `${seed} ${index}`);
    playPolicy(policy, opened, (_firm, report) => void decisions.push(report.decision));
    const { game } = replayClassGame(start, { ...newRunLog(scenario, seed), decisions }, true);
    if (!game) throw new Error('a student was refused');
    const handIn = { predictions: [] } as unknown as GameOfClass['submission']['handIn'];
    const found = { path: [], source: 'file', receipt: String(index), lms: null, tableKey: null } as const;
    return { submission: { ...found, index, handIn }, game, index: (100 * game.firmValue) / shadow[rounds] };
  });
  const prices = insightPricesOf(scenario.insight.prices, 'essentials');
  return { games, pictures: classPictures(games, benchmarks, rounds, prices) };
}

let classes: readonly PlayedClass[];
beforeAll(() => {
  classes = SEEDS.map(playClass);
}, 300_000);

function held(check: (played: PlayedClass) => void): void {
  for (const played of classes) check(played);
}

/** By the beginning of each sentence: what must be so in every class. */
const HELD: Readonly<Record<string, () => void>> = {
  'Results spread widely': () =>
    held(({ games, pictures: { spread } }) => {
      expect((spread?.highest ?? 0) - (spread?.lowest ?? 0)).toBeGreaterThan(10);
      const better = games.filter(({ index }) => index > 100).length / games.length;
      expect(better).toBeGreaterThan(0.35);
      expect(better).toBeLessThan(0.7);
    }),
  'The middle of the class': () =>
    held(({ pictures: { spread, benchmarks } }) => {
      const median = spread?.median ?? Number.NaN;
      const of = (name: string) => benchmarks.find(({ policy }) => policy === name)?.index ?? Number.NaN;
      expect(Math.abs(median - 100)).toBeLessThan(5);
      expect(of('mass-acquisition')).toBeLessThan(median);
      expect(of('profit-tiers')).toBeGreaterThan(median);
      expect(of('customer-centric')).toBeGreaterThan(median);
    }),
  'The paths part late': () =>
    held(({ pictures: { equityPaths } }) => {
      const apart = equityPaths.map(({ lower, upper }) => upper - lower);
      expect(apart[4]).toBeLessThan(apart[8] / 2);
    }),
  'The money for new customers': () =>
    held(({ games }) => {
      const inOrder = games.toSorted((a, b) => b.index - a.index);
      const quarter = Math.ceil(games.length / 4);
      const share = (those: readonly GameOfClass[], round: number) =>
        those.reduce((sum, { game }) => {
          const { decision, budget } = game.rounds[round];
          return sum + TIERS.reduce((all, tier) => all + decision.acquisition[tier], 0) / budget;
        }, 0) / those.length;
      expect(share(games, 7)).toBeLessThan(share(games, 0));
      const [best, last] = [inOrder.slice(0, quarter), inOrder.slice(-quarter)];
      const overall = (those: readonly GameOfClass[]) =>
        those[0].game.rounds.reduce((sum, _, round) => sum + share(those, round), 0);
      expect(share(best, 0)).toBeLessThan(share(last, 0));
      expect(overall(best)).toBeLessThan(0.9 * overall(last));
    }),
  'Bronze gets more care': () =>
    held(({ games, pictures: { served } }) => {
      const [platinum, gold, , bronze] = served;
      expect(bronze.overServed).toBeGreaterThan(games.length / 2);
      for (const tier of [platinum, gold]) {
        expect(tier.underServed).toBeGreaterThan(tier.overServed);
        expect(tier.median).toBeLessThan(0);
      }
    }),
  'In the first quarter': () =>
    held(({ pictures: { relapse } }) => {
      expect(relapse[0].median).toBeGreaterThan(0.5);
      expect(relapse[7].median).toBeLessThan(relapse[0].median);
      expect(relapse[7].median).toBeGreaterThan(0.35);
      expect(relapse[7].median).toBeLessThan(0.5);
    }),
  'Firms that bought': () =>
    held(({ pictures: { insight } }) => {
      const [none, profit, lifetime] = insight.map(({ index }) => index?.median ?? Number.NaN);
      expect(none).toBeLessThan(profit);
      expect(profit).toBeLessThan(lifetime);
    }),
  'Generated students guess': () => {
    expect(EQUITY_BANDS).toHaveLength(5);
    // Whatever comes, a guess is right as often as its band is guessed.
    const guesses = Array.from({ length: 500 }, (_, n) => predictionsOf(`student ${n}`, 8)).flat();
    for (const band of EQUITY_BANDS) {
      const share = guesses.filter(({ equity }) => equity === band).length / guesses.length;
      expect(Math.abs(share - 1 / 5), band).toBeLessThan(0.03);
    }
  },
};

describe('what the teaching note says that pictures usually show', () => {
  const sentences = teachingLists.usually.map((sentence) => ({
    sentence,
    check: Object.entries(HELD).find(([beginning]) => sentence.startsWith(beginning))?.[1],
  }));

  test.each(sentences)('$sentence', ({ check }) => {
    expect(check, 'nothing holds this sentence').toBeDefined();
    check?.();
  });
});
