import { drawn, shapes, streams } from '../random/batch.ts';
import { gammas } from '../random/gamma.ts';
import type { RandomKeys } from '../random/keys.ts';
import { PURPOSE } from '../random/purposes.ts';
import { type DrawKeys, drawKeys } from '../random/stream.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type BirthDraws, bear, birthDraws } from './birth.ts';
import { type Population, RING } from './columns.ts';

/** The quarter at whose end newcomers come by a channel, and what they are drawn by. */
export type Arrival = {
  readonly scenario: Scenario;
  readonly keys: RandomKeys;
  /** Rounds since the warm-up began. */
  readonly roundIndex: number;
  readonly births: BirthDraws;
  readonly firstOrder: DrawKeys;
};

export function arrivalIn(round: number, scenario: Scenario, keys: RandomKeys): Arrival {
  const roundIndex = round + scenario.warmUpRounds;
  const firstOrder = drawKeys(keys, roundIndex, PURPOSE.firstOrder);
  return { scenario, keys, roundIndex, births: birthDraws(keys, roundIndex), firstOrder };
}

/** Some newcomers by one channel, at most `BATCH`. */
export type Party = {
  /** Addresses, the first `size` entries. */
  readonly ids: Int32Array;
  readonly classOf: Uint8Array;
  size: number;
};

/**
 * Appends newcomers with what is drawn of each: latents for life, and the first order in the totals on record. Capacity must have been
 * reserved.
 *
 * *Draws:* birth draws of each, firstOrder.
 */
export function drawNewcomers(
  population: Population,
  { scenario, births, firstOrder }: Arrival,
  { ids, classOf, size }: Party,
): void {
  const { trueOrderValue, trueMargin, observedRevenue, observedGrossMargin, stream } = population;
  const first = bear(population, scenario, births, ids, classOf, size);
  const shape = scenario.heterogeneity.orderValueShape;
  shapes.fill(shape, 0, size);
  streams.set(stream.subarray(first, first + size));
  gammas(firstOrder, size);
  for (let i = 0; i < size; i++) {
    const row = first + i;
    const revenue = Math.floor((trueOrderValue[row] * drawn[i]) / shape + 0.5);
    observedRevenue[row] = revenue;
    observedGrossMargin[row] = Math.floor(trueMargin[row] * revenue + 0.5);
  }
}

/** Puts newcomers, from a row on, on record as such: when they came and by which channel, and that they ordered once. */
export function putOnRecord(population: Population, round: number, channel: number, first: number): void {
  const { count, cohort, observedLastOrder, observedRevenue, recentOrders, recentRevenue } = population;
  const slot = round & (RING - 1);
  for (let row = first; row < count; row++) {
    cohort[row] = round;
    observedLastOrder[row] = round + 1;
    recentOrders[row * RING + slot] = 1;
    recentRevenue[row * RING + slot] = observedRevenue[row];
  }
  population.channel.fill(channel, first, count);
}
