import { exp } from '../math/exp.ts';
import { pow } from '../math/pow.ts';
import { BATCH, drawn, shapes, streams } from '../random/batch.ts';
import { exponential } from '../random/exponential.ts';
import { gammas } from '../random/gamma.ts';
import type { RandomKeys } from '../random/keys.ts';
import { normal } from '../random/normal.ts';
import { PURPOSE } from '../random/purposes.ts';
import { type DrawKeys, drawKeys, streamOf, uniform, wordAt } from '../random/stream.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { LAPSED } from '../tiering/tiers.ts';
import type { Population } from './columns.ts';

/** Keys of all draws made at birth, for one round. */
export type BirthDraws = {
  readonly keys: RandomKeys;
  readonly purchaseRate: DrawKeys;
  readonly dropoutRate: DrawKeys;
  readonly orderValue: DrawKeys;
  readonly margin: DrawKeys;
  readonly contactRate: DrawKeys;
  readonly responsiveness: DrawKeys;
  readonly lifetime: DrawKeys;
};

export function birthDraws(keys: RandomKeys, roundIndex: number): BirthDraws {
  return {
    keys,
    purchaseRate: drawKeys(keys, roundIndex, PURPOSE.purchaseRate),
    dropoutRate: drawKeys(keys, roundIndex, PURPOSE.dropoutRate),
    orderValue: drawKeys(keys, roundIndex, PURPOSE.orderValue),
    margin: drawKeys(keys, roundIndex, PURPOSE.margin),
    contactRate: drawKeys(keys, roundIndex, PURPOSE.contactRate),
    responsiveness: drawKeys(keys, roundIndex, PURPOSE.responsiveness),
    lifetime: drawKeys(keys, roundIndex, PURPOSE.lifetime),
  };
}

// Scratch of one batch: order rates before they are rounded into their column.
const purchaseRates = new Float64Array(BATCH);

/**
 * Appends customers, up to `BATCH` at once, with latents drawn for life: λ and µ gamma, mean order value inverse gamma (Gamma-Gamma),
 * contact rate gamma around fixed + perOrder·λ, margin normal within bounds, responsiveness lognormal, lifetime Exp(1) in
 * accumulated hazard. No history yet. Capacity must have been reserved.
 *
 * *Source:* Schmittlein, Morrison & Colombo 1987 (λ, µ); Fader, Hardie & Lee 2005 (order values); Sellke 1983 (lifetime as
 * a threshold). *Draws:* one stream a customer, purposes 0 to 6.
 *
 * @param ids addresses, the first `size` entries
 * @param classOf class of each
 * @returns the row of the first; the others follow
 */
export function bear(
  population: Population,
  scenario: Scenario,
  keys: BirthDraws,
  ids: Int32Array,
  classOf: Uint8Array,
  size: number,
): number {
  const { classes } = scenario;
  const spread = scenario.heterogeneity;
  const first = population.count;
  for (let i = 0; i < size; i++) {
    const row = first + i;
    population.id[row] = ids[i];
    streams[i] = streamOf(ids[i], keys.keys);
    population.stream[row] = streams[i];
    population.trueClass[row] = classOf[i];
    population.trueWalletShare[row] = classes[classOf[i]].openingWalletShare;
    population.trueSatisfaction[row] = scenario.satisfaction.atArrival;
    population.tier[row] = LAPSED;
    population.active[population.activeCount + i] = row;
  }
  population.count += size;
  population.activeCount += size;

  for (let i = 0; i < size; i++) shapes[i] = classes[classOf[i]].purchaseRateShape;
  gammas(keys.purchaseRate, size);
  for (let i = 0; i < size; i++) {
    purchaseRates[i] = (classes[classOf[i]].purchaseRate * drawn[i]) / shapes[i];
    population.truePurchaseRate[first + i] = purchaseRates[i];
  }

  for (let i = 0; i < size; i++) shapes[i] = classes[classOf[i]].dropoutRateShape;
  gammas(keys.dropoutRate, size);
  for (let i = 0; i < size; i++) {
    population.trueDropoutRate[first + i] = (classes[classOf[i]].dropoutRate * drawn[i]) / shapes[i];
  }

  drawOrderValues(population, scenario, keys, first, size);

  for (let i = 0; i < size; i++) {
    const z = normal(uniform(wordAt(streams[i], keys.margin, 0, 0)));
    const margin = classes[classOf[i]].margin + spread.marginSpread * z;
    population.trueMargin[first + i] = Math.min(spread.marginHighest, Math.max(spread.marginLowest, margin));
  }

  shapes.fill(spread.contactRateShape, 0, size);
  gammas(keys.contactRate, size);
  for (let i = 0; i < size; i++) {
    const { contactsFixed, contactsPerOrder } = classes[classOf[i]];
    const contactRate = contactsFixed + contactsPerOrder * purchaseRates[i];
    population.trueContactRate[first + i] = (contactRate * drawn[i]) / spread.contactRateShape;
  }

  const sigma = spread.responsivenessSpread;
  for (let i = 0; i < size; i++) {
    const z = normal(uniform(wordAt(streams[i], keys.responsiveness, 0, 0)));
    const responsiveness = classes[classOf[i]].responsiveness * exp(sigma * z - (sigma * sigma) / 2);
    population.trueResponse[first + i] = pow(responsiveness, scenario.staying.retentionCurvature);
  }

  for (let i = 0; i < size; i++) {
    population.trueLifetimeLeft[first + i] = exponential(uniform(wordAt(streams[i], keys.lifetime, 0, 0)));
  }
  return first;
}

/**
 * Mean order values under Gamma-Gamma: ν ~ Gamma(q, γ), mean p/ν, so inverse gamma with shape q = 2 + 1/cv² around the
 * class's mean. With no variation everyone has the class's mean.
 */
function drawOrderValues(
  population: Population,
  { classes, heterogeneity }: Scenario,
  keys: BirthDraws,
  first: number,
  size: number,
): void {
  const { trueClass, trueOrderValue } = population;
  const variation = heterogeneity.orderValueVariation;
  if (variation === 0) {
    for (let row = first; row < first + size; row++) trueOrderValue[row] = classes[trueClass[row]].orderValue;
    return;
  }
  const q = 2 + 1 / (variation * variation);
  shapes.fill(q, 0, size);
  gammas(keys.orderValue, size);
  for (let i = 0; i < size; i++) {
    trueOrderValue[first + i] = (classes[trueClass[first + i]].orderValue * (q - 1)) / drawn[i];
  }
}
