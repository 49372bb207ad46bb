import { thresholdOfLargest } from '../math/largest.ts';
import type { Population } from '../population/columns.ts';
import type { Tiering } from '../scenario/scenario.ts';
import { LAPSED, TIER_COUNT, TIERS } from './tiers.ts';

/**
 * Cuts the customers on file into tiers by estimated value, at the scenario's shares (the lowest tier takes the rest).
 * Equal values are told apart by customer id, the smaller id first, so that the cut does not depend on the order of rows.
 *
 * @param onFile rows on file, the first `count` entries
 */
export function assignTiers(population: Population, tiering: Tiering, onFile: Int32Array, count: number): void {
  const { estimatedValue, tier } = population;
  const last = TIER_COUNT - 1;
  const thresholds = new Float64Array(last);
  let share = 0;
  let cutAt = 0;
  const ties: { threshold: number; tier: number; room: number }[] = [];
  for (let t = 0; t < last; t++) {
    share += tiering.shares[TIERS[t]];
    const previousCut = cutAt;
    cutAt = Math.floor(share * count + 0.5);
    thresholds[t] = Number.POSITIVE_INFINITY;
    if (cutAt === 0 || cutAt === previousCut) continue;
    const { threshold, above } = thresholdOfLargest(estimatedValue, onFile, count, cutAt);
    thresholds[t] = threshold;
    // Of those exactly at the threshold, this many belong to this tier or a better one.
    ties.push({ threshold, tier: t, room: cutAt - above });
  }
  for (let i = 0; i < count; i++) {
    const row = onFile[i];
    const value = estimatedValue[row];
    let t = 0;
    while (t < last && value <= thresholds[t]) t++;
    tier[row] = t;
  }
  // `value <= threshold` put everyone at a threshold one tier too low: raise the first of them by id.
  const settled = new Map<number, number[]>();
  for (const { threshold, tier: t, room } of ties) {
    let atThreshold = settled.get(threshold);
    if (!atThreshold) {
      atThreshold = [];
      for (let i = 0; i < count; i++) if (estimatedValue[onFile[i]] === threshold) atThreshold.push(onFile[i]);
      atThreshold.sort((a, b) => (population.id[a] >>> 0) - (population.id[b] >>> 0));
      settled.set(threshold, atThreshold);
    }
    for (let i = 0; i < room; i++) if (tier[atThreshold[i]] > t) tier[atThreshold[i]] = t;
  }
}

/** Puts a customer off file: no tier, no money, no estimated value. */
export function lapse(population: Population, row: number): void {
  population.tier[row] = LAPSED;
  population.estimatedValue[row] = 0;
}
