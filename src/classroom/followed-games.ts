/** Games whose truth is followed quarter by quarter; all of them in most classes. What a customer is truly worth takes a third of a replay's time. */
export const FOLLOWED_GAMES = 100;

/**
 * The games that the pictures of true value over the quarters are drawn from: all of a class, or a fair sample of a large one, those whose
 * receipts come first. A receipt is a digest, so that this is chance, and the same whatever the order in which hand-ins came.
 */
export function followedGames<Game extends { readonly receipt: string }>(games: readonly Game[]): readonly Game[] {
  if (games.length <= FOLLOWED_GAMES) return games;
  return games.toSorted((a, b) => (a.receipt < b.receipt ? -1 : 1)).slice(0, FOLLOWED_GAMES);
}
