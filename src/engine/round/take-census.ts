import { fromFixedPoint, toFixedPoint } from '../math/fixed-point.ts';
import type { Population } from '../population/columns.ts';
import { TIER_COUNT } from '../tiering/tiers.ts';

/** What is known of the tiers before the quarter begins. */
export type TierCensus = {
  /** Customers in the tier, gone or not. */
  readonly customers: readonly number[];
  /** Contacts to expect at reference quality, of those still there. */
  readonly expectedContacts: readonly number[];
  /** Customers by latent class, gone or not: whom look-alike advertising imitates. */
  readonly classCounts: readonly Float64Array[];
};

export function takeCensus(population: Population, classes: number): TierCensus {
  const { tier, trueClass, trueContactRate, trueWalletShare, trueLifetimeLeft, active, activeCount } = population;
  const customers = new Array<number>(TIER_COUNT).fill(0);
  const contacts = new Float64Array(TIER_COUNT);
  const classCounts = customers.map(() => new Float64Array(classes));
  for (let i = 0; i < activeCount; i++) {
    const row = active[i];
    const t = tier[row];
    if (t >= TIER_COUNT) continue;
    customers[t]++;
    classCounts[t][trueClass[row]]++;
    if (trueLifetimeLeft[row] > 0) contacts[t] += toFixedPoint(trueContactRate[row] * trueWalletShare[row]);
  }
  return { customers, expectedContacts: Array.from(contacts, fromFixedPoint), classCounts };
}
