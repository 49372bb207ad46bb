import { pow } from '../math/pow.ts';
import type { RandomKeys } from '../random/keys.ts';
import { maximumOfUniforms } from '../random/maximum-of-uniforms.ts';
import { poissonCount } from '../random/poisson.ts';
import { PURPOSE } from '../random/purposes.ts';
import { type DrawKeys, drawKeys, streamOf, uniform, wordAt } from '../random/stream.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { bear, birthDraws } from './birth.ts';
import { baseMix, classOfNewcomer } from './class-mix.ts';
import { createPopulation, LARGEST_COUNT, type Population, RING } from './columns.ts';
import { BASE_CHANNEL, customerId, firmId } from './customer-id.ts';

/** Room for the arrivals of this share of the base, before columns must grow. */
const HEADROOM = 2;

/**
 * The base when the warm-up begins: survivors of cohorts aged 0 to `oldestAge` quarters, with latents corrected for
 * having survived and the order histories that go with them.
 *
 * Given survival, µ is still gamma, with a larger rate (Pareto/NBD posterior of the dropout rate); orders so far are Poisson
 * over the age at the mean share of wallet since the first order, the last of them the latest of uniform times.
 *
 * *Draws:* birth draws of the base, startingAge, priorOrders, priorContacts, orderTime.
 */
export function foundPopulation(scenario: Scenario, keys: RandomKeys): Population {
  const { customers, startingBase, satisfaction } = scenario;
  const population = createPopulation(Math.ceil(customers * HEADROOM));
  const draws = birthDraws(keys, 0);
  const ageKeys = drawKeys(keys, 0, PURPOSE.startingAge);
  const history = historyDraws(keys);
  const mix = baseMix(scenario);
  const start = uniform(
    wordAt(streamOf(firmId(0, BASE_CHANNEL), keys), drawKeys(keys, 0, PURPOSE.classOfNewcomer), 0, 0),
  );
  for (let index = 0; index < customers; index++) {
    const row = bear(
      population,
      scenario,
      draws,
      customerId(BASE_CHANNEL, 0, index),
      classOfNewcomer(mix, start, index),
    );
    const customerClass = scenario.classes[population.trueClass[row]];
    const age = Math.floor(uniform(wordAt(population.stream[row], ageKeys, 0, 0)) * (startingBase.oldestAge + 1));
    const rate = customerClass.dropoutRateShape / customerClass.dropoutRate;
    population.trueDropoutRate[row] *= rate / (rate + startingBase.survivedHazard * age);
    population.trueSatisfaction[row] = satisfaction.atStart;
    population.trueWalletShare[row] =
      1 - (1 - customerClass.openingWalletShare) * pow(1 - customerClass.walletSpeed, age);
    population.cohort[row] = -scenario.warmUpRounds - age - 1;
    population.channel[row] = BASE_CHANNEL;
    const wallet = meanWalletShare(customerClass.openingWalletShare, customerClass.walletSpeed, age);
    writeHistory(population, row, -scenario.warmUpRounds, age, wallet, history);
  }
  return population;
}

/** Mean of w over the first `age` quarters of a customer, from w0 towards 1 at speed ρ. */
function meanWalletShare(openingWalletShare: number, speed: number, age: number): number {
  if (age === 0 || speed === 0) return openingWalletShare;
  return 1 - ((1 - openingWalletShare) * (1 - pow(1 - speed, age))) / (speed * age);
}

/** Draw keys by quarters back: 1 to 4, and 0 for all that lies before. */
type HistoryDraws = {
  readonly orders: readonly DrawKeys[];
  readonly contacts: readonly DrawKeys[];
  readonly times: readonly DrawKeys[];
};

function historyDraws(keys: RandomKeys): HistoryDraws {
  const byQuarterBack = (purpose: number) =>
    Array.from({ length: RING + 1 }, (_, quartersBack) => drawKeys(keys, quartersBack, purpose));
  return {
    orders: byQuarterBack(PURPOSE.priorOrders),
    contacts: byQuarterBack(PURPOSE.priorContacts),
    times: byQuarterBack(PURPOSE.orderTime),
  };
}

/** What the firm has on record of a customer of the base, who first ordered `age` quarters before `now`. */
function writeHistory(
  population: Population,
  row: number,
  now: number,
  age: number,
  wallet: number,
  draws: HistoryDraws,
): void {
  const stream = population.stream[row];
  const orderRate = population.truePurchaseRate[row] * wallet;
  const contactRate = population.trueContactRate[row] * wallet;
  const orderValue = population.trueOrderValue[row];

  // Before the last four quarters only totals and the time of the last order are kept.
  const olderQuarters = Math.max(0, age - RING);
  let orders = poissonCount(orderRate * olderQuarters, stream, draws.orders[0]);
  let contacts = poissonCount(contactRate * olderQuarters, stream, draws.contacts[0]);
  let lastOrder = now - age;
  if (orders > 0) lastOrder += olderQuarters * maximumOfUniforms(orders, uniform(wordAt(stream, draws.times[0], 0, 0)));

  for (let back = Math.min(RING, age); back >= 1; back--) {
    const slot = row * RING + ((now - back) & (RING - 1));
    const ordersThen = Math.min(LARGEST_COUNT, poissonCount(orderRate, stream, draws.orders[back]));
    const contactsThen = Math.min(LARGEST_COUNT, poissonCount(contactRate, stream, draws.contacts[back]));
    population.recentOrders[slot] = ordersThen;
    population.recentContacts[slot] = contactsThen;
    population.recentRevenue[slot] = Math.floor(ordersThen * orderValue + 0.5);
    orders += ordersThen;
    contacts += contactsThen;
    if (ordersThen > 0) {
      lastOrder = now - back + maximumOfUniforms(ordersThen, uniform(wordAt(stream, draws.times[back], 0, 0)));
    }
  }
  if (age < RING) {
    const slot = row * RING + ((now - age - 1) & (RING - 1));
    population.recentOrders[slot] = 1;
    population.recentRevenue[slot] = Math.floor(orderValue + 0.5);
  }
  const revenue = Math.floor((orders + 1) * orderValue + 0.5);
  population.observedLastOrder[row] = lastOrder;
  population.observedRepeatOrders[row] = orders;
  population.observedContacts[row] = contacts;
  population.observedRevenue[row] = revenue;
  population.observedGrossMargin[row] = Math.floor(population.trueMargin[row] * revenue + 0.5);
}
