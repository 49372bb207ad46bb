import { type ByTier, byTier, type Cents, TIERS } from '../engine/index.ts';
import { allocate } from './allocate.ts';

/** How strongly each tier is preferred at a given concentration; Silver is the zero point. */
const PREFERENCE: ByTier<number> = { platinum: 1.6, gold: 0.8, silver: 0, bronze: -1.2 };

/** Concentration at the middle of the slider: there a Platinum head gets 11 times, a Gold head 3.3 times what a Silver head gets. */
const CONCENTRATION_AT_HALF = 1.5;

/** The focus slider's smallest step. */
export const FOCUS_STEP = 0.01;

/**
 * The quick row's cells: one lever's total spread over the tiers with weights heads × exp(τ × preference), where
 * τ = 1.5 × focus / (1 − focus). At 0 every head gets the same; at 1 everything goes to the best tier with customers.
 *
 * @param total whole cents, 0 or more
 * @param focus 0 to 1
 * @param customers on file by tier, as they will be treated in the round
 * @returns whole cents that sum to `total`
 */
export function cellsForFocus(total: Cents, focus: number, customers: ByTier<number>): ByTier<Cents> {
  return allocate(total, focusWeights(focus, customers));
}

/**
 * The focus that comes nearest to given cells (least squares of the tiers' shares, to `FOCUS_STEP`): the inverse of
 * `cellsForFocus`, up to rounding. Cells that favour the worse tiers give 0.
 *
 * @returns 0 to 1, or null when nothing is spent on the lever (any focus fits)
 */
export function focusOfCells(cells: ByTier<Cents>, customers: ByTier<number>): number | null {
  const total = TIERS.reduce((sum, tier) => sum + cells[tier], 0);
  if (!(total > 0)) return null;
  let best = { focus: 0, error: Number.POSITIVE_INFINITY };
  const steps = Math.round(1 / FOCUS_STEP);
  for (let step = 0; step <= steps; step++) {
    const focus = step / steps;
    const fitted = cellsForFocus(total, focus, customers);
    const error = TIERS.reduce((sum, tier) => sum + ((cells[tier] - fitted[tier]) / total) ** 2, 0);
    if (error < best.error) best = { focus, error };
  }
  return best.focus;
}

function focusWeights(focus: number, customers: ByTier<number>): ByTier<number> {
  const populated = TIERS.filter((tier) => customers[tier] > 0);
  // An empty base is spread as if every tier had one head, so that the row still answers.
  const heads = populated.length > 0 ? customers : byTier(() => 1);
  const best = populated[0] ?? TIERS[0];
  if (focus >= 1) return byTier((tier) => (tier === best ? 1 : 0));
  const concentration = (CONCENTRATION_AT_HALF * focus) / (1 - focus);
  // Relative to the best tier, so that a strong concentration underflows to 0 instead of overflowing.
  return byTier((tier) => heads[tier] * Math.exp(concentration * (PREFERENCE[tier] - PREFERENCE[best])));
}
