import { exp } from '../math/exp.ts';
import { pow } from '../math/pow.ts';
import { exponential } from '../random/exponential.ts';
import { gamma } from '../random/gamma.ts';
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

/**
 * Appends one customer with latents drawn for life: λ and µ gamma, mean order value inverse gamma (Gamma-Gamma),
 * contact rate gamma around fixed + perOrder·λ, margin normal within bounds, responsiveness lognormal, lifetime Exp(1) in
 * accumulated hazard. No history yet. Capacity must have been reserved.
 *
 * *Source:* Schmittlein, Morrison & Colombo 1987 (λ, µ); Fader, Hardie & Lee 2005 (order values); Sellke 1983 (lifetime as
 * a threshold). *Draws:* one stream a customer, purposes 0 to 6.
 *
 * @returns the row
 */
export function bear(
  population: Population,
  scenario: Scenario,
  draws: BirthDraws,
  id: number,
  classIndex: number,
): number {
  const customerClass = scenario.classes[classIndex];
  const spread = scenario.heterogeneity;
  const row = population.count++;
  const stream = streamOf(id, draws.keys);
  population.id[row] = id;
  population.stream[row] = stream;
  population.trueClass[row] = classIndex;

  const shapeOfRate = customerClass.purchaseRateShape;
  const purchaseRate = (customerClass.purchaseRate * gamma(shapeOfRate, stream, draws.purchaseRate)) / shapeOfRate;
  population.truePurchaseRate[row] = purchaseRate;

  const shapeOfDropout = customerClass.dropoutRateShape;
  population.trueDropoutRate[row] =
    (customerClass.dropoutRate * gamma(shapeOfDropout, stream, draws.dropoutRate)) / shapeOfDropout;

  population.trueOrderValue[row] = meanOrderValue(customerClass.orderValue, spread.orderValueVariation, stream, draws);

  const margin = customerClass.margin + spread.marginSpread * normal(uniform(wordAt(stream, draws.margin, 0, 0)));
  population.trueMargin[row] = Math.min(spread.marginHighest, Math.max(spread.marginLowest, margin));

  const contactRate = customerClass.contactsFixed + customerClass.contactsPerOrder * purchaseRate;
  const shapeOfContacts = spread.contactRateShape;
  population.trueContactRate[row] = (contactRate * gamma(shapeOfContacts, stream, draws.contactRate)) / shapeOfContacts;

  const sigma = spread.responsivenessSpread;
  const z = normal(uniform(wordAt(stream, draws.responsiveness, 0, 0)));
  const responsiveness = customerClass.responsiveness * exp(sigma * z - (sigma * sigma) / 2);
  population.trueResponse[row] = pow(responsiveness, scenario.staying.retentionCurvature);

  population.trueLifetimeLeft[row] = exponential(uniform(wordAt(stream, draws.lifetime, 0, 0)));
  population.trueWalletShare[row] = customerClass.openingWalletShare;
  population.trueSatisfaction[row] = scenario.satisfaction.atArrival;
  population.tier[row] = LAPSED;
  population.active[population.activeCount++] = row;
  return row;
}

/**
 * A customer's mean order value under Gamma-Gamma: ν ~ Gamma(q, γ), mean p/ν, so inverse gamma with shape q = 2 + 1/cv²
 * around the class's mean. With no variation everyone has the class's mean.
 */
function meanOrderValue(mean: number, variation: number, stream: number, draws: BirthDraws): number {
  if (variation === 0) return mean;
  const q = 2 + 1 / (variation * variation);
  return (mean * (q - 1)) / gamma(q, stream, draws.orderValue);
}
