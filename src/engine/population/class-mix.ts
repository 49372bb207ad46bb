import type { Scenario } from '../scenario/scenario.ts';

/** Share of each latent class, summing to 1. */
export type ClassMix = Float64Array;

export function baseMix(scenario: Scenario): ClassMix {
  return normalised(scenario.classes.map((customerClass) => customerClass.shareOfBase));
}

export function massMarketMix(scenario: Scenario): ClassMix {
  return normalised(scenario.classes.map((customerClass) => customerClass.shareOfMassMarket));
}

/** Weights scaled to sum 1; `otherwise` when they are all zero. */
export function normalised(weights: ArrayLike<number>, otherwise?: ClassMix): ClassMix {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i];
  if (sum <= 0) {
    if (otherwise) return otherwise;
    throw new RangeError('class weights sum to zero');
  }
  return Float64Array.from(weights, (weight) => weight / sum);
}

/** share · one + (1 − share) · other. */
export function blend(share: number, one: ClassMix, other: ClassMix): ClassMix {
  return one.map((value, index) => share * value + (1 - share) * other[index]);
}

/** Fractional part of the golden ratio: steps of a sequence that fills 0 to 1 as evenly as can be. */
const GOLDEN_STEP = 0.6180339887498949;

/**
 * The class of the k-th newcomer of a group: a golden-ratio sequence from a random start, so that classes come in almost
 * exactly the proportions of the mix and the first k people are the same however many follow.
 *
 * @param start uniform in (0, 1), the group's own
 * @param index k, 0-based
 */
export function classOfNewcomer(mix: ClassMix, start: number, index: number): number {
  const position = start + index * GOLDEN_STEP;
  let left = position - Math.floor(position);
  const last = mix.length - 1;
  for (let i = 0; i < last; i++) {
    left -= mix[i];
    if (left < 0) return i;
  }
  return last;
}
