import {
  type ByTier,
  byTier,
  type Cents,
  INSIGHT_LEVELS,
  LEVERS,
  type Lever,
  type LuckBand,
  TIERS,
  type Tier,
  type VarianceSplit,
} from '../engine/index.ts';
import { EQUITY_BANDS } from '../storage/player-notes.ts';
import { followedGames } from './followed-games.ts';
import { type Quartiles, quartilesOf } from './quartiles.ts';
import { relapseIndex, shares } from './relapse.ts';
import type { Submission } from './submission.ts';
import type { ReplayedGame, ReplayedRound, RoundTruth } from './verification.ts';

/** A benchmark policy on the class's own seed, rounds and keys. */
export type Benchmark = {
  readonly policy: string;
  readonly firmValue: Cents;
  /** 100 × firm value / that of the status quo. */
  readonly index: number;
  /** At the start and after each round. */
  readonly firmValueByRound: readonly Cents[];
};

/** What the class did and what came of it: rows for charts and their tables. Indices: status quo = 100. */
export type ClassPictures = {
  /** Games that the pictures are of: verified and complete. */
  readonly games: number;
  /** Best first. */
  readonly benchmarks: readonly Benchmark[];
  /** Of the index; null without games. */
  readonly spread: (Quartiles & { readonly lowest: number; readonly highest: number }) | null;
  /** Bins of equal width over the index, lowest first; what lies on a border is in the upper bin. */
  readonly distribution: readonly { readonly from: number; readonly to: number; readonly games: number }[];
  /** Games that `equityPaths` and `served` are of, see `followedGames`. */
  readonly followed: number;
  /** True firm value at the start (round −1) and after each round, cents. */
  readonly equityPaths: readonly (RoundRow & { readonly lowest: number; readonly highest: number })[];
  /** Shares of the round's budget, 0 to 1. */
  readonly budgetShares: readonly {
    readonly round: number;
    readonly levers: Readonly<Record<Lever, ByTier<Quartiles>>>;
    readonly insight: Quartiles;
    readonly unspent: Quartiles;
  }[];
  /** See `relapseIndex`; games that spent nothing in a round are left out of it. */
  readonly relapse: readonly RoundRow[];
  /** Mean over a game's rounds of: share of its retention and service money − share of true value. Above zero: over-served. */
  readonly served: readonly (Quartiles & {
    readonly tier: Tier;
    /** Games beyond ±`SERVED_MARGIN`. */
    readonly overServed: number;
    readonly underServed: number;
  })[];
  /** Of those who said something of the round. */
  readonly predictions: readonly {
    readonly round: number;
    readonly said: number;
    readonly rightBand: number;
    readonly nextBand: number;
    /** Expected more than came; less than came. */
    readonly tooHigh: number;
    readonly tooLow: number;
    readonly saidLoser: number;
    readonly rightLoser: number;
  }[];
  /** By the highest insight level that a game ever bought. */
  readonly insight: readonly {
    readonly level: number;
    readonly games: number;
    /** Over the whole game, cents. */
    readonly meanPaid: Cents;
    readonly index: Quartiles | null;
  }[];
};

type RoundRow = { readonly round: number } & Quartiles;

/** How much of the class's spread is skill: the split of variance over a sample of plans in the same other futures, and each plan's band. */
export type SkillAndLuck = {
  readonly submissions: readonly number[];
  /** In index points, in the order of `submissions`. */
  readonly bands: readonly LuckBand[];
  readonly split: VarianceSplit;
  readonly futures: number;
};

/** A tier is over- or under-served beyond this difference of shares. */
export const SERVED_MARGIN = 0.05;
/** About as many bins as people can tell apart. */
const MOST_BINS = 16;
const BIN_WIDTHS = [0.5, 1, 2, 5, 10, 20, 50, 100];

export type GameOfClass = { readonly submission: Submission; readonly game: ReplayedGame; readonly index: number };

/**
 * The pictures of a class.
 *
 * @param games verified and complete ones, with their index; those of `followedOf` with their truth after each round
 * @param insightPrices cents a quarter, by level
 */
export function classPictures(
  games: readonly GameOfClass[],
  benchmarks: readonly Benchmark[],
  rounds: number,
  insightPrices: readonly Cents[],
): ClassPictures {
  const indices = games.map(({ index }) => index);
  const followed = followedOf(games);
  const spread = quartilesOf(indices);
  const eachRound = Array.from({ length: rounds }, (_, round) => round);
  return {
    games: games.length,
    benchmarks,
    spread: spread && { ...spread, lowest: least(indices), highest: most(indices) },
    distribution: distributionOf(indices),
    followed: followed.length,
    equityPaths: spread ? equityPaths(followed, rounds) : [],
    budgetShares: spread ? eachRound.map((round) => budgetShares(games, round, insightPrices)) : [],
    relapse: eachRound.flatMap((round) => {
      const row = quartilesOf(games.flatMap(({ game }) => relapseIndex(game.rounds[round]) ?? []));
      return row ? [{ round, ...row }] : [];
    }),
    served: spread ? TIERS.map((tier, t) => servedRow(followed, tier, t)) : [],
    predictions: eachRound.map((round) => predictionRow(games, round)),
    insight: INSIGHT_LEVELS.slice(0, insightPrices.length).map((level) => insightRow(games, level, insightPrices)),
  };
}

/** The games of a class that must be followed for its pictures. */
export function followedOf(games: readonly GameOfClass[]): readonly GameOfClass[] {
  const receipts = games.map((game) => ({ game, receipt: game.submission.receipt }));
  return followedGames(receipts).map(({ game }) => game);
}

function truthOf({ truth }: ReplayedRound): RoundTruth {
  if (!truth) throw new Error('classPictures: a game was not followed');
  return truth;
}

function distributionOf(indices: readonly number[]): ClassPictures['distribution'] {
  if (indices.length === 0) return [];
  const [low, high] = [least(indices), most(indices)];
  const width = BIN_WIDTHS.find((wide) => (high - low) / wide < MOST_BINS - 1) ?? (high - low) / MOST_BINS;
  const first = Math.floor(low / width);
  const bins = Array.from({ length: Math.floor(high / width) - first + 1 }, () => 0);
  for (const index of indices) bins[Math.floor(index / width) - first]++;
  return bins.map((count, bin) => ({ from: (first + bin) * width, to: (first + bin + 1) * width, games: count }));
}

function equityPaths(games: readonly GameOfClass[], rounds: number): ClassPictures['equityPaths'] {
  return Array.from({ length: rounds + 1 }, (_, at) => {
    const values = games.map(({ game }) => (at === 0 ? game.openingEquity : truthOf(game.rounds[at - 1]).firmValue));
    return { round: at - 1, ...sure(quartilesOf(values)), lowest: least(values), highest: most(values) };
  });
}

function budgetShares(
  games: readonly GameOfClass[],
  round: number,
  insightPrices: readonly Cents[],
): ClassPictures['budgetShares'][number] {
  const played = games.map(({ game }) => game.rounds[round]);
  const shareOf = (of: (one: ReplayedRound) => number) =>
    sure(quartilesOf(played.map((one) => (one.budget > 0 ? of(one) / one.budget : 0))));
  const ofLever = (lever: Lever) => byTier((tier) => shareOf(({ decision }) => decision[lever][tier]));
  const spending = ({ decision }: ReplayedRound) =>
    LEVERS.reduce((sum, lever) => TIERS.reduce((all, tier) => all + decision[lever][tier], sum), 0);
  return {
    round,
    levers: {
      acquisition: ofLever('acquisition'),
      retention: ofLever('retention'),
      service: ofLever('service'),
    },
    insight: shareOf(({ decision }) => insightPrices[decision.insight]),
    unspent: shareOf((one) => one.budget - spending(one) - insightPrices[one.decision.insight]),
  };
}

function servedRow(games: readonly GameOfClass[], tier: Tier, t: number): ClassPictures['served'][number] {
  const gaps = games.map(({ game }) => {
    const byRound = game.rounds.flatMap((round) => {
      const { decision } = round;
      const { valueByTier } = truthOf(round);
      const money = TIERS.map((one) => decision.retention[one] + decision.service[one]);
      if (money.every((cents) => cents === 0)) return [];
      return shares(money)[t] - shares(TIERS.map((one) => Math.max(0, valueByTier[one])))[t];
    });
    return byRound.length > 0 ? byRound.reduce((sum, gap) => sum + gap, 0) / byRound.length : 0;
  });
  return {
    tier,
    ...sure(quartilesOf(gaps)),
    overServed: gaps.filter((gap) => gap > SERVED_MARGIN).length,
    underServed: gaps.filter((gap) => gap < -SERVED_MARGIN).length,
  };
}

function predictionRow(games: readonly GameOfClass[], round: number): ClassPictures['predictions'][number] {
  const row = { round, said: 0, rightBand: 0, nextBand: 0, tooHigh: 0, tooLow: 0, saidLoser: 0, rightLoser: 0 };
  for (const { submission, game } of games) {
    const said = submission.handIn.predictions[round];
    const { outcome } = game.rounds[round];
    if (said?.equity) {
      const off = EQUITY_BANDS.indexOf(said.equity) - EQUITY_BANDS.indexOf(outcome.equity);
      row.said++;
      if (off === 0) row.rightBand++;
      if (Math.abs(off) === 1) row.nextBand++;
      if (off > 0) row.tooHigh++;
      if (off < 0) row.tooLow++;
    }
    if (said?.loser) {
      row.saidLoser++;
      if (said.loser === outcome.loser) row.rightLoser++;
    }
  }
  return row;
}

function insightRow(
  games: readonly GameOfClass[],
  level: number,
  insightPrices: readonly Cents[],
): ClassPictures['insight'][number] {
  const those = games.filter(({ game }) => most(game.rounds.map(({ decision }) => decision.insight)) === level);
  const paid = those.reduce(
    (sum, { game }) => game.rounds.reduce((all, { decision }) => all + insightPrices[decision.insight], sum),
    0,
  );
  return {
    level,
    games: those.length,
    meanPaid: those.length > 0 ? Math.round(paid / those.length) : 0,
    index: quartilesOf(those.map(({ index }) => index)),
  };
}

/** Of a class with games in it there always are quartiles. */
function sure(quartiles: Quartiles | null): Quartiles {
  if (!quartiles) throw new Error('classPictures: no games');
  return quartiles;
}

function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
}

function most(values: readonly number[]): number {
  return values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY);
}
