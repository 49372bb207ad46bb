import { type ByTier, byTier, type Cents, TIERS } from '../engine/index.ts';

/**
 * Splits a total over the tiers in proportion to weights, in whole cents that sum to the total: everyone gets the
 * share rounded down, and the cents left go to the largest remainders (ties: the better tier).
 *
 * @param total whole cents, 0 or more
 * @param weights 0 or more each, finite; all 0 means equal shares
 * *Source:* Hamilton's method of apportionment (largest remainders).
 */
export function allocate(total: Cents, weights: ByTier<number>): ByTier<Cents> {
  const sum = TIERS.reduce((soFar, tier) => soFar + weights[tier], 0);
  const exact = TIERS.map((tier) => (sum > 0 ? total * (weights[tier] / sum) : total / TIERS.length));
  const cells = exact.map((share) => Math.floor(share));
  const byRemainder = TIERS.map((_, index) => index).sort(
    (a, b) => exact[b] - cells[b] - (exact[a] - cells[a]) || a - b,
  );
  let left = total - cells.reduce((soFar, cents) => soFar + cents, 0);
  for (let i = 0; left > 0; i = (i + 1) % byRemainder.length) {
    const index = byRemainder[i];
    if (sum > 0 && weights[TIERS[index]] === 0) continue;
    cells[index]++;
    left--;
  }
  return byTier((_, index) => cells[index]);
}
