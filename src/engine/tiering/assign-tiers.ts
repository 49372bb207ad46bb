import { type LargestThreshold, thresholdsOfLargest } from '../math/largest.ts';
import type { Population } from '../population/columns.ts';
import type { Tiering } from '../scenario/scenario.ts';
import { LAPSED, TIER_COUNT, TIERS } from './tiers.ts';

const LAST = TIER_COUNT - 1;

/**
 * Cuts the customers on file into tiers by value, at the scenario's shares (the lowest tier takes the rest). Equal values are told
 * apart by customer id, the smaller id first, so that the cut does not depend on the order of rows.
 *
 * @param onFile rows on file
 * @param values one for each of them, whole cents
 */
export function assignTiers(population: Population, tiering: Tiering, onFile: Int32Array, values: Int32Array): void {
  const cuts = cutsOf(tiering, onFile.length);
  const thresholds = thresholdsAt(values, cuts);
  const atCut = placeByValue(
    population,
    onFile,
    values,
    Float64Array.from(thresholds, ({ threshold }) => threshold),
  );
  settleTies(population, cuts, atCut, thresholds);
}

type ValuedRow = { readonly row: number; readonly value: number };

/** Gives everyone the tier that the value alone decides; whose value is exactly a threshold is handed back. */
function placeByValue(
  { tier }: Population,
  onFile: Int32Array,
  values: Int32Array,
  thresholds: Float64Array,
): ValuedRow[] {
  const [first, second, third] = thresholds;
  const atCut: ValuedRow[] = [];
  for (let i = 0; i < onFile.length; i++) {
    const row = onFile[i];
    const value = values[i];
    tier[row] = Number(value < first) + Number(value < second) + Number(value < third);
    if (value === first || value === second || value === third) atCut.push({ row, value });
  }
  return atCut;
}

/** Customers in the best tier, in the two best, in the three best. */
function cutsOf(tiering: Tiering, count: number): number[] {
  let share = 0;
  return TIERS.slice(0, LAST).map((tier) => {
    share += tiering.shares[tier];
    return Math.floor(share * count + 0.5);
  });
}

/** Lowest value of each tier but the last, and how many are above it; Infinity where the tier is empty. */
function thresholdsAt(values: Int32Array, cuts: readonly number[]): LargestThreshold[] {
  const filled = cuts.filter((cut, t) => cut > (t === 0 ? 0 : cuts[t - 1]));
  const found = thresholdsOfLargest(values, filled);
  return cuts.map((cut) => found[filled.indexOf(cut)] ?? { threshold: Number.POSITIVE_INFINITY, above: 0 });
}

/** Customers whose value is exactly a threshold share out the places left, in the order of their ids. */
function settleTies(
  { tier, id }: Population,
  cuts: readonly number[],
  atCut: ValuedRow[],
  thresholds: readonly LargestThreshold[],
): void {
  atCut.sort((a, b) => b.value - a.value || (id[a.row] >>> 0) - (id[b.row] >>> 0));
  let rank = 0;
  let settling: LargestThreshold | undefined;
  for (const { row, value } of atCut) {
    if (value !== settling?.threshold) {
      settling = thresholds.find(({ threshold }) => threshold === value);
      rank = settling?.above ?? 0;
    }
    let t = 0;
    while (t < LAST && rank >= cuts[t]) t++;
    tier[row] = t;
    rank++;
  }
}

/** Puts a customer off file: no tier, no money, no estimated value. */
export function lapse(population: Population, row: number): void {
  population.tier[row] = LAPSED;
  population.estimatedValue[row] = 0;
}
