import { fitGammaGamma } from '../../marketing-science/gamma-gamma/fit-gamma-gamma.ts';
import { fitParetoNbd } from '../../marketing-science/pareto-nbd/fit-pareto-nbd.ts';
import type { ParetoNbdParameters } from '../../marketing-science/pareto-nbd/parameters.ts';
import type { Population } from '../population/columns.ts';
import { BASE_CHANNEL } from '../population/customer-id.ts';
import type { RandomKeys } from '../random/keys.ts';
import { PURPOSE } from '../random/purposes.ts';
import { drawKeys, uniform, wordAt } from '../random/stream.ts';
import type { Insight, Scenario } from '../scenario/scenario.ts';
import { observedMargin } from './trailing.ts';

/** What the firm has learned from its own records: the parameters behind level 2. */
export type CustomerModels = {
  /** Pareto/NBD of customers who buy at ordinary margins, and of the deal-prone. Rates per quarter. */
  readonly regular: FittedLifetime;
  readonly dealProne: FittedLifetime;
  /** Mean order value (cents) of a customer of whom nothing is known, and its weight in orders. */
  readonly orderValue: Prior;
  /** Contacts a quarter of a customer of whom nothing is known, and its weight in quarters. */
  readonly contactRate: Prior;
};

export type FittedLifetime = {
  readonly parameters: ParetoNbdParameters;
  readonly customers: number;
  /** False when the scenario's own parameters stand in because the records did not identify the model. */
  readonly converged: boolean;
};

type Prior = { readonly mean: number; readonly weight: number };

/** Times are rounded to this part of a quarter, so that equal histories are worked on once. */
const TIMES_PER_QUARTER = 4;

/** A random sample of the firm's records, regular and deal-prone customers apart. */
export type RecordSample = { readonly regular: Records; readonly dealProne: Records };

/** Columns, one entry a customer; gone customers included. */
type Records = {
  readonly x: number[];
  readonly tx: number[];
  readonly T: number[];
  /** Age at which the customer is known to have been there: the base at the start holds survivors only. */
  readonly aliveAt: number[];
  readonly orders: number[];
  readonly meanValue: number[];
  readonly contacts: number[];
};

/**
 * Fits level 2's models to a sample of the firm's records: nothing latent is looked at. Done once, on the quarters before the player
 * came, when all tiers were treated by the legacy policy.
 *
 * Stated bias: what the player later changes in how long customers stay is not in the parameters. The better customers are kept, the
 * more P(alive) errs on the low side.
 *
 * *Source:* Fader, Hardie & Lee 2005; survivors enter with their likelihood conditional on having survived.
 */
export function fitCustomerModels({ regular, dealProne }: RecordSample, insight: Insight): CustomerModels {
  return {
    regular: fitLifetime(regular, insight.regular),
    dealProne: fitLifetime(dealProne, insight.dealProne),
    orderValue: fitOrderValue([regular, dealProne], insight.priorOrderValue, insight.priorOrderWeight),
    contactRate: fitContactRate([regular, dealProne], insight.priorContactRate, insight.priorContactWeight),
  };
}

/**
 * Draws about `sampleSize` customers from everyone the firm has on record. *Draws:* insightSample.
 *
 * @param now start of the next round, quarters
 */
export function sampleRecords(population: Population, scenario: Scenario, keys: RandomKeys, now: number): RecordSample {
  const { sampleSize, dealProneBelow } = scenario.insight;
  const draws = drawKeys(keys, now + scenario.warmUpRounds, PURPOSE.insightSample);
  const share = sampleSize / population.count;
  const sample = { regular: emptyRecords(), dealProne: emptyRecords() };
  for (let row = 0; row < population.count; row++) {
    if (uniform(wordAt(population.stream[row], draws, 0, 0)) >= share) continue;
    const T = now - population.cohort[row] - 1;
    if (T <= 0) continue;
    const records = observedMargin(population, row) < dealProneBelow ? sample.dealProne : sample.regular;
    const x = population.observedRepeatOrders[row];
    records.x.push(x);
    records.T.push(T);
    records.tx.push(x > 0 ? onGrid(population.observedLastOrder[row] - population.cohort[row] - 1, T) : 0);
    records.aliveAt.push(population.channel[row] === BASE_CHANNEL ? Math.max(0, T - now - scenario.warmUpRounds) : 0);
    records.orders.push(x + 1);
    records.meanValue.push(population.observedRevenue[row] / (x + 1));
    records.contacts.push(population.observedContacts[row]);
  }
  return sample;
}

/** A time rounded to the grid, after the first order and not beyond T. */
function onGrid(time: number, T: number): number {
  return Math.min(T, Math.max(1, Math.floor(time * TIMES_PER_QUARTER + 0.5)) / TIMES_PER_QUARTER);
}

function emptyRecords(): Records {
  return { x: [], tx: [], T: [], aliveAt: [], orders: [], meanValue: [], contacts: [] };
}

function fitLifetime(records: Records, otherwise: ParetoNbdParameters): FittedLifetime {
  const { converged, parameters, customers } = fitParetoNbd(records, { start: { parameters: otherwise } });
  return { parameters: converged ? parameters : otherwise, customers, converged };
}

/**
 * Gamma-Gamma: a customer's expected mean order value is (q − 1)/(p x + q − 1) of the population's mean and the rest of their own, so the prior
 * weighs (q − 1)/p orders.
 */
function fitOrderValue(groups: readonly Records[], otherwiseMean: number, otherwiseWeight: number): Prior {
  const { converged, parameters } = fitGammaGamma({
    x: groups.flatMap(({ orders }) => orders),
    zbar: groups.flatMap(({ meanValue }) => meanValue),
  });
  const { p, q, gamma } = parameters;
  if (!converged || q <= 1) return { mean: otherwiseMean, weight: otherwiseWeight };
  return { mean: (p * gamma) / (q - 1), weight: (q - 1) / p };
}

/**
 * Poisson contacts at gamma rates, by moments: mean contacts a quarter, and the weight in quarters that the spread between customers
 * implies. *Source:* Robbins 1955 (empirical Bayes); Clayton & Kaldor 1987, eq. 5–6.
 */
function fitContactRate(groups: readonly Records[], otherwiseMean: number, otherwiseWeight: number): Prior {
  const contacts = groups.flatMap((group) => group.contacts);
  const quarters = groups.flatMap((group) => group.T);
  let exposure = 0;
  let total = 0;
  let exposureSquared = 0;
  for (let i = 0; i < quarters.length; i++) {
    exposure += quarters[i];
    exposureSquared += quarters[i] * quarters[i];
    total += contacts[i];
  }
  if (total === 0) return { mean: otherwiseMean, weight: otherwiseWeight };
  const mean = total / exposure;
  let squares = 0;
  for (let i = 0; i < quarters.length; i++) {
    const gap = contacts[i] / quarters[i] - mean;
    squares += quarters[i] * gap * gap;
  }
  const between = (squares - (quarters.length - 1) * mean) / (exposure - exposureSquared / exposure);
  return { mean, weight: between > 0 ? mean / between : otherwiseWeight };
}
