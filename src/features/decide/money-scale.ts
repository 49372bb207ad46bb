import type { Cents } from '../../engine/index.ts';

/** Steps and ends of the desk's sliders, cents. */
export type MoneyScale = {
  readonly cellStep: Cents;
  readonly cellMax: Cents;
  readonly totalStep: Cents;
  readonly totalMax: Cents;
};

/** A step is about this part of the budget; a cell's slider reaches this part of it (more can be typed). */
const CELL_STEP_PART = 500;
const TOTAL_STEP_PART = 250;
const CELL_MAX_PART = 3;
/** Sliders end on a multiple of this many steps, the page key's size. */
const PAGE = 10;

/**
 * Round steps and ends for a budget, in whole currency units. Every cell has the same scale, so that the thumbs can be compared.
 */
export function moneyScale(budget: Cents): MoneyScale {
  const cellStep = roundDown(budget / CELL_STEP_PART);
  const totalStep = roundDown(budget / TOTAL_STEP_PART);
  return {
    cellStep,
    cellMax: wholePages(budget / CELL_MAX_PART, cellStep),
    totalStep,
    totalMax: wholePages(budget, totalStep),
  };
}

/** The least multiple of a page of steps not below `cents`, at least one page. */
function wholePages(cents: Cents, step: Cents): Cents {
  return Math.max(1, Math.ceil(cents / (step * PAGE))) * step * PAGE;
}

/** The largest 1, 2 or 5 times a power of ten not above `cents`, at least one currency unit. */
function roundDown(cents: Cents): Cents {
  const power = 10 ** Math.floor(Math.log10(Math.max(100, cents)));
  const factor = [5, 2, 1].find((candidate) => candidate * power <= Math.max(100, cents)) ?? 1;
  return Math.max(100, factor * power);
}
