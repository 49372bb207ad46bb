/** A round as the player counts: 1 for the first quarter played; the warm-up before it is −8 … −1. */
export function quarterLabel(round: number): string {
  return round >= 0 ? String(round + 1) : `−${-round}`;
}
