import type { QuarterTally } from '../behaviour/quarter.ts';
import type { Decision } from '../decision/decision.ts';
import { book, type LedgerPage, NEWCOMER_BUCKET } from '../ledger/ledger.ts';
import { expectedArrivals, marginalCost } from '../market/acquisition.ts';
import { attraction } from '../market/reputation.ts';
import { fromFixedPoint } from '../math/fixed-point.ts';
import { type BirthDraws, bear, birthDraws } from '../population/birth.ts';
import { blend, type ClassMix, classOfNewcomer, massMarketMix, normalised } from '../population/class-mix.ts';
import { RING, reserve } from '../population/columns.ts';
import {
  CHANNELS,
  customerId,
  FIRST_PAID_CHANNEL,
  firmId,
  ORGANIC_CHANNEL,
  REFERRAL_CHANNEL,
} from '../population/customer-id.ts';
import { BATCH, drawn, shapes, streams } from '../random/batch.ts';
import { gammas } from '../random/gamma.ts';
import type { RandomKeys } from '../random/keys.ts';
import { PURPOSE } from '../random/purposes.ts';
import { type DrawKeys, drawKeys, streamOf, uniform, wordAt } from '../random/stream.ts';
import { TIERS } from '../tiering/tiers.ts';
import type { Firm } from './firm.ts';
import type { TierCensus } from './take-census.ts';

export type Newcomers = {
  /** By channel. */
  readonly arrivals: Float64Array;
  /** By tier: cents that one more newcomer would have cost. */
  readonly marginalCosts: readonly number[];
};

/**
 * Newcomers of the quarter, at its end: paid ones by tier aimed at, those referred, and organic ones. Each places a first order at
 * once. *Draws:* birth draws of each, classOfNewcomer of the channel, firstOrder.
 */
export function admitNewcomers(
  firm: Firm,
  keys: RandomKeys,
  decision: Decision,
  census: TierCensus,
  tally: QuarterTally,
  page: LedgerPage,
): Newcomers {
  const { scenario } = firm;
  const { acquisition, insight, referral, organic } = scenario;
  const mass = massMarketMix(scenario);
  const reach = attraction(acquisition, scenario.reputation, firm.reputation);
  const arrivals = new Float64Array(CHANNELS.length);
  const admission = openAdmission(firm, keys, page);

  const marginalCosts = TIERS.map((tier, t) => {
    const cap = acquisition.cap[tier] * reach;
    const money = decision.acquisition[tier];
    const channel = FIRST_PAID_CHANNEL + t;
    const fidelity = acquisition.broadReach[tier] ? 0 : insight.fidelity[firm.insightLevel];
    const mix = blend(fidelity, normalised(census.classCounts[t], mass), mass);
    arrivals[channel] = admit(admission, channel, expectedArrivals(money, cap, acquisition.firstCost[tier]), mix);
    return marginalCost(money, cap, acquisition.firstCost[tier]);
  });

  const referrals = Array.from(
    tally.referralDrive,
    (drive, index) => referral.rate * scenario.classes[index].referralRate * fromFixedPoint(drive),
  );
  const referred = referrals.reduce((sum, expected) => sum + expected, 0);
  const referredMix = blend(referral.fidelity, normalised(referrals, mass), mass);
  arrivals[REFERRAL_CHANNEL] = admit(admission, REFERRAL_CHANNEL, referred, referredMix);
  arrivals[ORGANIC_CHANNEL] = admit(admission, ORGANIC_CHANNEL, organic.arrivals * reach, mass);
  return { arrivals, marginalCosts };
}

type Admission = {
  readonly firm: Firm;
  readonly keys: RandomKeys;
  readonly page: LedgerPage;
  readonly roundIndex: number;
  readonly births: BirthDraws;
  readonly classDraws: DrawKeys;
  readonly firstOrderDraws: DrawKeys;
};

function openAdmission(firm: Firm, keys: RandomKeys, page: LedgerPage): Admission {
  const roundIndex = firm.round + firm.scenario.warmUpRounds;
  return {
    firm,
    keys,
    page,
    roundIndex,
    births: birthDraws(keys, roundIndex),
    classDraws: drawKeys(keys, roundIndex, PURPOSE.classOfNewcomer),
    firstOrderDraws: drawKeys(keys, roundIndex, PURPOSE.firstOrder),
  };
}

// Scratch of one batch.
const ids = new Int32Array(BATCH);
const classOf = new Uint8Array(BATCH);

/** Admits the whole persons among those expected; the fraction waits for the next quarter. */
function admit(admission: Admission, channel: number, expected: number, mix: ClassMix): number {
  const { firm, keys, page, roundIndex, classDraws } = admission;
  const { population, scenario } = firm;
  const owed = expected + firm.fractions[channel];
  const arriving = Math.floor(owed);
  firm.fractions[channel] = owed - arriving;
  reserve(population, arriving);
  const start = uniform(wordAt(streamOf(firmId(roundIndex, channel), keys), classDraws, 0, 0));
  for (let from = 0; from < arriving; from += BATCH) {
    const size = Math.min(BATCH, arriving - from);
    for (let i = 0; i < size; i++) {
      ids[i] = customerId(channel, roundIndex, from + i);
      classOf[i] = classOfNewcomer(mix, start, from + i);
    }
    const first = bear(population, scenario, admission.births, ids, classOf, size);
    writeFirstOrders(admission, channel, first, size);
  }
  book(page, 'orderCost', NEWCOMER_BUCKET, arriving * scenario.costs.perOrder);
  return arriving;
}

/** The first orders of a batch of newcomers, in the firm's records and in its books. */
function writeFirstOrders(
  { firm, page, firstOrderDraws }: Admission,
  channel: number,
  first: number,
  size: number,
): void {
  const { population, scenario, round } = firm;
  const slot = round & (RING - 1);
  const shape = scenario.heterogeneity.orderValueShape;
  shapes.fill(shape, 0, size);
  streams.set(population.stream.subarray(first, first + size));
  gammas(firstOrderDraws, size);
  let totalRevenue = 0;
  let totalMargin = 0;
  for (let i = 0; i < size; i++) {
    const row = first + i;
    const revenue = Math.floor((population.trueOrderValue[row] * drawn[i]) / shape + 0.5);
    const grossMargin = Math.floor(population.trueMargin[row] * revenue + 0.5);
    population.cohort[row] = round;
    population.channel[row] = channel;
    population.observedLastOrder[row] = round + 1;
    population.observedRevenue[row] = revenue;
    population.observedGrossMargin[row] = grossMargin;
    population.recentOrders[row * RING + slot] = 1;
    population.recentRevenue[row * RING + slot] = revenue;
    totalRevenue += revenue;
    totalMargin += grossMargin;
  }
  book(page, 'revenue', NEWCOMER_BUCKET, totalRevenue);
  book(page, 'costOfGoods', NEWCOMER_BUCKET, totalRevenue - totalMargin);
}
