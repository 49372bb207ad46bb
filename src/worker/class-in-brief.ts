import type { Collection, HandInInBrief } from '../classroom/submission.ts';
import type { GameInBrief, Verification } from '../classroom/verification.ts';

/** What the page shows of a collection: without what the hand-ins hold. */
export function collectionInBrief({ submissions, ...rest }: Collection): Collection<HandInInBrief> {
  return {
    ...rest,
    submissions: submissions.map(({ handIn: { alias, decisions }, ...submission }) => ({
      ...submission,
      handIn: { alias, rounds: decisions.length },
    })),
  };
}

/** What the page shows of an outcome: without the quarters of the game. */
export function verificationInBrief(verification: Verification | null): Verification<GameInBrief> | null {
  if (verification?.kind === 'verified') return { kind: 'verified', game: gameInBrief(verification.game) };
  if (verification?.kind !== 'differs') return verification;
  return { ...verification, game: verification.game && gameInBrief(verification.game) };
}

function gameInBrief({ isComplete, firmValue }: GameInBrief): GameInBrief {
  return { isComplete, firmValue };
}
