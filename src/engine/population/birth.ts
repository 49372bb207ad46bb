import { exp } from '../math/exp.ts';
import { pow } from '../math/pow.ts';
import { BATCH, drawn, shapes, streams } from '../random/batch.ts';
import { exponential } from '../random/exponential.ts';
import { gammas } from '../random/gamma.ts';
import type { RandomKeys } from '../random/keys.ts';
import { normals } from '../random/normal.ts';
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
  const first = population.count;
  enter(population, scenario, keys.keys, ids, classOf, size);
  const births = { population, scenario, keys, first, size };
  drawPurchaseRates(births);
  drawDropoutRates(births);
  drawOrderValues(births);
  drawMargins(births);
  drawContactRates(births);
  drawResponses(births);
  drawLifetimes(births);
  return first;
}

/** The batch's customers, in rows from `first` on. */
type Births = {
  readonly population: Population;
  readonly scenario: Scenario;
  readonly keys: BirthDraws;
  readonly first: number;
  readonly size: number;
};

/** Appends customers of whom nothing is drawn yet; their streams stand in the batch. */
export function enter(
  population: Population,
  { classes, satisfaction }: Scenario,
  keys: RandomKeys,
  ids: Int32Array,
  classOf: Uint8Array,
  size: number,
): void {
  const { count, activeCount } = population;
  for (let i = 0; i < size; i++) {
    const row = count + i;
    population.id[row] = ids[i];
    streams[i] = streamOf(ids[i], keys);
    population.stream[row] = streams[i];
    population.trueClass[row] = classOf[i];
    population.trueWalletShare[row] = classes[classOf[i]].openingWalletShare;
    population.trueSatisfaction[row] = satisfaction.atArrival;
    population.tier[row] = LAPSED;
    population.active[activeCount + i] = row;
  }
  population.count += size;
  population.activeCount += size;
}

// Each attribute in a short loop of its own: a long function would be compiled with calls that hand every number over on the heap.

function drawPurchaseRates({ population, scenario, keys, first, size }: Births): void {
  const { trueClass, truePurchaseRate } = population;
  const { classes } = scenario;
  for (let i = 0; i < size; i++) shapes[i] = classes[trueClass[first + i]].purchaseRateShape;
  gammas(keys.purchaseRate, size);
  for (let i = 0; i < size; i++) {
    purchaseRates[i] = (classes[trueClass[first + i]].purchaseRate * drawn[i]) / shapes[i];
    truePurchaseRate[first + i] = purchaseRates[i];
  }
}

function drawDropoutRates({ population, scenario, keys, first, size }: Births): void {
  const { trueClass, trueDropoutRate } = population;
  const { classes } = scenario;
  for (let i = 0; i < size; i++) shapes[i] = classes[trueClass[first + i]].dropoutRateShape;
  gammas(keys.dropoutRate, size);
  for (let i = 0; i < size; i++) {
    trueDropoutRate[first + i] = (classes[trueClass[first + i]].dropoutRate * drawn[i]) / shapes[i];
  }
}

/**
 * Mean order values under Gamma-Gamma: ν ~ Gamma(q, γ), mean p/ν, so inverse gamma with shape q = 2 + 1/cv² around the
 * class's mean. With no variation everyone has the class's mean.
 */
function drawOrderValues({ population, scenario, keys, first, size }: Births): void {
  const { trueClass, trueOrderValue } = population;
  const { classes, heterogeneity } = scenario;
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

function drawMargins({ population, scenario, keys, first, size }: Births): void {
  const { trueClass, trueMargin } = population;
  const { classes } = scenario;
  const { marginSpread, marginLowest, marginHighest } = scenario.heterogeneity;
  normals(keys.margin, size);
  for (let i = 0; i < size; i++) {
    const margin = classes[trueClass[first + i]].margin + marginSpread * drawn[i];
    trueMargin[first + i] = Math.min(marginHighest, Math.max(marginLowest, margin));
  }
}

/** Around what the customer's own order rate lets expect: after `drawPurchaseRates`. */
function drawContactRates({ population, scenario, keys, first, size }: Births): void {
  const { trueClass, trueContactRate } = population;
  const { classes } = scenario;
  const { contactRateShape } = scenario.heterogeneity;
  shapes.fill(contactRateShape, 0, size);
  gammas(keys.contactRate, size);
  for (let i = 0; i < size; i++) {
    const { contactsFixed, contactsPerOrder } = classes[trueClass[first + i]];
    const contactRate = contactsFixed + contactsPerOrder * purchaseRates[i];
    trueContactRate[first + i] = (contactRate * drawn[i]) / contactRateShape;
  }
}

function drawResponses({ population, scenario, keys, first, size }: Births): void {
  const { trueClass, trueResponse } = population;
  const { classes, staying } = scenario;
  const sigma = scenario.heterogeneity.responsivenessSpread;
  normals(keys.responsiveness, size);
  for (let i = 0; i < size; i++) {
    const responsiveness = classes[trueClass[first + i]].responsiveness * exp(sigma * drawn[i] - (sigma * sigma) / 2);
    trueResponse[first + i] = pow(responsiveness, staying.retentionCurvature);
  }
}

function drawLifetimes({ population, keys, first, size }: Births): void {
  const { trueLifetimeLeft } = population;
  for (let i = 0; i < size; i++) {
    trueLifetimeLeft[first + i] = exponential(uniform(wordAt(streams[i], keys.lifetime, 0, 0)));
  }
}
