import { LEVERS, TIERS } from '../engine/index.ts';
import type { Submission } from './submission.ts';
import type { IdenticalDecisions } from './verification.ts';

/** As many equal decisions in a row are worth a look; fewer are common, because many begin with the same preset. */
export const WORTH_A_LOOK = 4;

/**
 * Groups of hand-ins of different people whose decisions are the same to the cent for at least `WORTH_A_LOOK` rounds from the first on. A flag to
 * look at, not a verdict: a preset or a hint gives the same decisions honestly.
 *
 * @param counting those that count, see `findSuperseded`
 */
export function findIdenticalDecisions(counting: readonly Submission[]): readonly IdenticalDecisions[] {
  const groups = new Map<string, number[]>();
  for (const { index, handIn } of counting) {
    if (handIn.decisions.length < WORTH_A_LOOK) continue;
    const key = keyOf(handIn.decisions.slice(0, WORTH_A_LOOK));
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  }
  const byIndex = new Map(counting.map((submission) => [submission.index, submission.handIn.decisions]));
  return [...groups.values()]
    .filter((submissions) => submissions.length > 1)
    .map((submissions) => {
      const games = submissions.map((index) => byIndex.get(index) ?? []);
      const shortest = Math.min(...games.map((decisions) => decisions.length));
      let same = WORTH_A_LOOK;
      while (same < shortest && new Set(games.map((decisions) => keyOf([decisions[same]]))).size === 1) same++;
      return { submissions, sameRounds: same, isWholeGame: games.every((decisions) => decisions.length === same) };
    });
}

function keyOf(decisions: Submission['handIn']['decisions']): string {
  return decisions
    .map((decision) =>
      [...LEVERS.flatMap((lever) => TIERS.map((tier) => decision[lever][tier])), decision.insight].join(),
    )
    .join(';');
}
