import type { ClassPictures } from '../../classroom/class-pictures.ts';
import type { Quartiles } from '../../classroom/quartiles.ts';
import { relapseIndex } from '../../classroom/relapse.ts';
import type { ReplayedGame } from '../../classroom/verification.ts';
import { LEVERS, TIERS } from '../../engine/index.ts';
import type { ClassSession } from '../teach/teach-state.ts';
import type { ByTier, Lever, Tier } from './constants.ts';

/** One firm beside the class: what the pictures draw of it. */
export type HighlightedRun = {
  readonly alias: string;
  /** True firm value after each round, cents. */
  readonly firmValues: readonly (number | null)[];
  /** Relapse index by round; null where nothing was spent. */
  readonly relapse: readonly (number | null)[];
  /** Share of the round's budget, by lever and tier. */
  readonly shares: readonly Readonly<Record<Lever, ByTier<number>>>[];
};

export function highlightedRun(alias: string, game: ReplayedGame): HighlightedRun {
  return {
    alias,
    firmValues: game.rounds.map(({ truth }) => truth?.firmValue ?? null),
    relapse: game.rounds.map((round) => relapseIndex(round)),
    shares: game.rounds.map(({ decision, budget }) => {
      const share = (cents: number) => (budget > 0 ? cents / budget : 0);
      const levers = LEVERS.map((lever) => [
        lever,
        Object.fromEntries(TIERS.map((tier) => [tier, share(decision[lever][tier])])),
      ]);
      return Object.fromEntries(levers) as Record<Lever, ByTier<number>>;
    }),
  };
}

/** Submissions that can be shown beside the class: verified and whole. */
export function wholeGames(verifications: ClassSession['verifications']): readonly number[] {
  return verifications.flatMap((verification, submission) =>
    verification?.kind === 'verified' && verification.game.isComplete ? [submission] : [],
  );
}

/** The tier with the largest median share in a lever in the last round, with that share and the one of the first round. */
export function mostFunded(
  rows: ClassPictures['budgetShares'],
  lever: Lever,
): { readonly tier: Tier; readonly first: number; readonly last: number } | null {
  const [first, last] = [rows[0], rows[rows.length - 1]];
  if (!first || !last) return null;
  const tier = TIERS.reduce((most, one) =>
    last.levers[lever][one].median > last.levers[lever][most].median ? one : most,
  );
  return { tier, first: first.levers[lever][tier].median, last: last.levers[lever][tier].median };
}

/** Whether half of what parts the quartiles in the end is there before half of the game. */
export function partsEarly(paths: readonly Quartiles[]): boolean {
  const spread = paths.map(({ lower, upper }) => upper - lower);
  return spread[Math.floor(paths.length / 2)] > spread[spread.length - 1] / 2;
}
