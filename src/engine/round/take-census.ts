import { fromFixedPoint, toFixedPoint } from '../math/fixed-point.ts';
import { pow } from '../math/pow.ts';
import type { Population } from '../population/columns.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { TIER_COUNT } from '../tiering/tiers.ts';

/** What is known of the tiers before the quarter begins. */
export type TierCensus = {
  /** Customers in the tier, gone or not. */
  readonly customers: readonly number[];
  /** Contacts to expect at reference quality, of those still there. */
  readonly expectedContacts: readonly number[];
  /** Sum over members of responsiveness to retention money. */
  readonly responsiveness: readonly number[];
  /** Customers by latent class, gone or not: whom look-alike advertising imitates. */
  readonly classCounts: readonly Float64Array[];
};

export function takeCensus(population: Population, { classes, staying }: Scenario): TierCensus {
  const { tier, trueClass, trueContactRate, trueWalletShare, trueLifetimeLeft, trueResponse, active, activeCount } =
    population;
  const heads = new Int32Array(TIER_COUNT);
  const contacts = new Float64Array(TIER_COUNT);
  const responses = new Float64Array(TIER_COUNT);
  const inClass = new Int32Array(TIER_COUNT * classes.length);
  for (let i = 0; i < activeCount; i++) {
    const row = active[i];
    const t = tier[row];
    if (t >= TIER_COUNT) continue;
    heads[t]++;
    inClass[t * classes.length + trueClass[row]]++;
    responses[t] += toFixedPoint(trueResponse[row]);
    if (trueLifetimeLeft[row] > 0) contacts[t] += toFixedPoint(trueContactRate[row] * trueWalletShare[row]);
  }
  const customers = Array.from(heads);
  const classCounts = customers.map((_, t) =>
    Float64Array.from(inClass.subarray(t * classes.length, (t + 1) * classes.length)),
  );
  // The column holds responsiveness^curvature; the mean is taken there, where the response to money is a function of it.
  const responsiveness = customers.map((count, t) =>
    count > 0 ? count * pow(fromFixedPoint(responses[t]) / count, 1 / staying.retentionCurvature) : 0,
  );
  return { customers, expectedContacts: Array.from(contacts, fromFixedPoint), responsiveness, classCounts };
}
