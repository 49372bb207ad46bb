import { pow } from '../math/pow.ts';
import { BATCH, means, streams } from '../random/batch.ts';
import type { RandomKeys } from '../random/keys.ts';
import { maximumOfUniforms } from '../random/maximum-of-uniforms.ts';
import { poissonCounts } from '../random/poisson.ts';
import { PURPOSE } from '../random/purposes.ts';
import { type DrawKeys, drawKeys, streamOf, uniform, wordAt } from '../random/stream.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { bear, birthDraws } from './birth.ts';
import { baseMix, classOfNewcomer } from './class-mix.ts';
import { createPopulation, LARGEST_COUNT, type Population, RING } from './columns.ts';
import { BASE_CHANNEL, customerId, firmId } from './customer-id.ts';

/** Room for the arrivals of this share of the base, before columns must grow. */
const HEADROOM = 2.5;

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
  const now = -scenario.warmUpRounds;
  const ids = new Int32Array(BATCH);
  const classOf = new Uint8Array(BATCH);
  for (let from = 0; from < customers; from += BATCH) {
    const size = Math.min(BATCH, customers - from);
    for (let i = 0; i < size; i++) {
      ids[i] = customerId(BASE_CHANNEL, 0, from + i);
      classOf[i] = classOfNewcomer(mix, start, from + i);
    }
    const first = bear(population, scenario, draws, ids, classOf, size);
    for (let i = 0; i < size; i++) {
      const row = first + i;
      const { dropoutRate, dropoutRateShape, openingWalletShare, walletSpeed } = scenario.classes[classOf[i]];
      const age = Math.floor(uniform(wordAt(population.stream[row], ageKeys, 0, 0)) * (startingBase.oldestAge + 1));
      const rate = dropoutRateShape / dropoutRate;
      population.trueDropoutRate[row] *= rate / (rate + startingBase.survivedHazard * age);
      population.trueSatisfaction[row] = satisfaction.atStart;
      population.trueWalletShare[row] = 1 - (1 - openingWalletShare) * pow(1 - walletSpeed, age);
      population.cohort[row] = now - age - 1;
      population.channel[row] = BASE_CHANNEL;
      past.age[i] = age;
      past.wallet[i] = meanWalletShare(openingWalletShare, walletSpeed, age);
    }
    writeHistories(population, now, first, size, history);
  }
  return population;
}

/** What is known of a batch's past while it is written: age in quarters, mean share of wallet, totals so far. */
const past = {
  age: new Int32Array(BATCH),
  wallet: new Float64Array(BATCH),
  orders: new Int32Array(BATCH),
  contacts: new Int32Array(BATCH),
  lastOrder: new Float64Array(BATCH),
};

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

// Scratch of one quarter: those who were customers then, by place in the batch, and what they did.
const present = new Int32Array(BATCH);
const ordersThen = new Int32Array(BATCH);
const contactsThen = new Int32Array(BATCH);

/** What the firm has on record, when the warm-up begins, of a batch of the base whose `age` and `wallet` stand in `past`. */
function writeHistories(population: Population, now: number, first: number, size: number, draws: HistoryDraws): void {
  const { recentOrders, recentContacts, recentRevenue } = population;
  writeOlderQuarters(population, now, first, size, draws);
  for (let back = RING; back >= 1; back--) {
    let count = 0;
    for (let i = 0; i < size; i++) {
      present[count] = i;
      count += Number(past.age[i] >= back);
    }
    drawCounts(population, first, count, 1, draws, back);
    for (let p = 0; p < count; p++) {
      const i = present[p];
      const row = first + i;
      const slot = row * RING + ((now - back) & (RING - 1));
      const orders = Math.min(LARGEST_COUNT, ordersThen[p]);
      const contacts = Math.min(LARGEST_COUNT, contactsThen[p]);
      recentOrders[slot] = orders;
      recentContacts[slot] = contacts;
      recentRevenue[slot] = Math.floor(orders * population.trueOrderValue[row] + 0.5);
      past.orders[i] += orders;
      past.contacts[i] += contacts;
      if (orders > 0) past.lastOrder[i] = now - back + latestOf(orders, streams[p], draws.times[back]);
    }
  }
  for (let i = 0; i < size; i++) {
    const row = first + i;
    const orderValue = population.trueOrderValue[row];
    if (past.age[i] < RING) {
      const slot = row * RING + ((now - past.age[i] - 1) & (RING - 1));
      recentOrders[slot] = 1;
      recentRevenue[slot] = Math.floor(orderValue + 0.5);
    }
    const revenue = Math.floor((past.orders[i] + 1) * orderValue + 0.5);
    population.observedLastOrder[row] = past.lastOrder[i];
    population.observedRepeatOrders[row] = past.orders[i];
    population.observedContacts[row] = past.contacts[i];
    population.observedRevenue[row] = revenue;
    population.observedGrossMargin[row] = Math.floor(population.trueMargin[row] * revenue + 0.5);
  }
}

/** Before the last four quarters only totals and the time of the last order are kept. */
function writeOlderQuarters(
  population: Population,
  now: number,
  first: number,
  size: number,
  draws: HistoryDraws,
): void {
  for (let i = 0; i < size; i++) present[i] = i;
  drawCounts(population, first, size, null, draws, 0);
  for (let i = 0; i < size; i++) {
    const age = past.age[i];
    const orders = ordersThen[i];
    past.orders[i] = orders;
    past.contacts[i] = contactsThen[i];
    past.lastOrder[i] = now - age;
    if (orders > 0) past.lastOrder[i] += Math.max(0, age - RING) * latestOf(orders, streams[i], draws.times[0]);
  }
}

/** Orders and contacts of those present, over so many quarters each; null means all their quarters but the last four. */
function drawCounts(
  population: Population,
  first: number,
  count: number,
  quarters: number | null,
  draws: HistoryDraws,
  back: number,
): void {
  const { stream, truePurchaseRate, trueContactRate } = population;
  for (let p = 0; p < count; p++) {
    const i = present[p];
    streams[p] = stream[first + i];
    means[p] = truePurchaseRate[first + i] * past.wallet[i] * (quarters ?? Math.max(0, past.age[i] - RING));
  }
  poissonCounts(draws.orders[back], ordersThen, count);
  for (let p = 0; p < count; p++) {
    const i = present[p];
    means[p] = trueContactRate[first + i] * past.wallet[i] * (quarters ?? Math.max(0, past.age[i] - RING));
  }
  poissonCounts(draws.contacts[back], contactsThen, count);
}

function latestOf(orders: number, stream: number, times: DrawKeys): number {
  const u = uniform(wordAt(stream, times, 0, 0));
  return orders === 1 ? u : maximumOfUniforms(orders, u);
}
