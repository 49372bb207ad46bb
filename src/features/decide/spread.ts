import type { ByTier, Cents } from '../../engine/index.ts';
import { allocate } from '../../store/allocate.ts';
import { cellsForFocus, focusOfCells } from '../../store/focus.ts';
import { TIERS } from '../../store/selectors/constants.ts';

const UNIT = 100;
/** Cells that differ from the slider's by less than this share of the total are the slider's. */
const SAME_MIX = 0.02;

/** A lever's total spread by focus; in whole currency units when the total is, so that the cells read as they add up. */
export function spreadByFocus(total: Cents, focus: number, customers: ByTier<number>): ByTier<Cents> {
  return inUnits(total, (amount) => cellsForFocus(amount, focus, customers));
}

/** A lever's total spread like the given cells; evenly per head when they are empty. */
export function spreadLike(total: Cents, cells: ByTier<Cents>, customers: ByTier<number>): ByTier<Cents> {
  return inUnits(total, (amount) => allocate(amount, cellTotal(cells) > 0 ? cells : customers));
}

/** What the focus slider shows for given cells, and whether they are (nearly) a mix that it would make. */
export type FocusReading = { readonly focus: number | null; readonly isOwnMix: boolean };

/** Reads the focus back from cells; null when nothing is spent. */
export function readFocus(cells: ByTier<Cents>, customers: ByTier<number>): FocusReading {
  const focus = focusOfCells(cells, customers);
  if (focus === null) return { focus, isOwnMix: false };
  const total = cellTotal(cells);
  const fitted = cellsForFocus(total, focus, customers);
  return { focus, isOwnMix: TIERS.some((tier) => Math.abs(cells[tier] - fitted[tier]) > SAME_MIX * total) };
}

export function cellTotal(cells: ByTier<Cents>): Cents {
  return TIERS.reduce((sum, tier) => sum + cells[tier], 0);
}

export function sameCells(a: ByTier<Cents>, b: ByTier<Cents>): boolean {
  return TIERS.every((tier) => a[tier] === b[tier]);
}

function inUnits(total: Cents, spread: (amount: number) => ByTier<number>): ByTier<Cents> {
  if (total % UNIT !== 0) return spread(total);
  const units = spread(total / UNIT);
  return {
    platinum: units.platinum * UNIT,
    gold: units.gold * UNIT,
    silver: units.silver * UNIT,
    bronze: units.bronze * UNIT,
  };
}
