import type { QuarterTally } from '../behaviour/quarter.ts';
import type { Decision } from '../decision/decision.ts';
import { book, type LedgerPage, NEWCOMER_BUCKET } from '../ledger/ledger.ts';
import { expectedArrivals, marginalCost } from '../market/acquisition.ts';
import { attraction } from '../market/reputation.ts';
import { fromFixedPoint } from '../math/fixed-point.ts';
import { blend, type ClassMix, classOfNewcomer, massMarketMix, normalised } from '../population/class-mix.ts';
import { type Population, reserve } from '../population/columns.ts';
import {
  CHANNELS,
  customerId,
  FIRST_PAID_CHANNEL,
  firmId,
  ORGANIC_CHANNEL,
  REFERRAL_CHANNEL,
} from '../population/customer-id.ts';
import { type Arrival, arrivalIn, drawNewcomers, type Party, putOnRecord } from '../population/newcomers.ts';
import { fetchNewcomers } from '../population/nursery.ts';
import { BATCH } from '../random/batch.ts';
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
  readonly page: LedgerPage;
  readonly arrival: Arrival;
  readonly classDraws: DrawKeys;
};

function openAdmission(firm: Firm, keys: RandomKeys, page: LedgerPage): Admission {
  const arrival = arrivalIn(firm.round, firm.scenario, keys);
  return { firm, page, arrival, classDraws: drawKeys(keys, arrival.roundIndex, PURPOSE.classOfNewcomer) };
}

// Scratch of one batch.
const party: Party = { ids: new Int32Array(BATCH), classOf: new Uint8Array(BATCH), size: 0 };

/** Admits the whole persons among those expected; the fraction waits for the next quarter. */
function admit(
  { firm, page, arrival, classDraws }: Admission,
  channel: number,
  expected: number,
  mix: ClassMix,
): number {
  const { population, scenario, round, nursery } = firm;
  const owed = expected + firm.fractions[channel];
  const arriving = Math.floor(owed);
  firm.fractions[channel] = owed - arriving;
  reserve(population, arriving);
  const first = population.count;
  const { roundIndex, keys } = arrival;
  const start = uniform(wordAt(streamOf(firmId(roundIndex, channel), keys), classDraws, 0, 0));
  for (let from = 0; from < arriving; from += BATCH) {
    party.size = Math.min(BATCH, arriving - from);
    for (let i = 0; i < party.size; i++) {
      party.ids[i] = customerId(channel, roundIndex, from + i);
      party.classOf[i] = classOfNewcomer(mix, start, from + i);
    }
    if (nursery) fetchNewcomers(nursery, population, arrival, party, channel, from);
    else drawNewcomers(population, arrival, party);
  }
  putOnRecord(population, round, channel, first);
  bookFirstOrders(population, first, page);
  book(page, 'orderCost', NEWCOMER_BUCKET, arriving * scenario.costs.perOrder);
  return arriving;
}

function bookFirstOrders({ observedRevenue, observedGrossMargin, count }: Population, first: number, page: LedgerPage) {
  let revenue = 0;
  let grossMargin = 0;
  for (let row = first; row < count; row++) {
    revenue += observedRevenue[row];
    grossMargin += observedGrossMargin[row];
  }
  book(page, 'revenue', NEWCOMER_BUCKET, revenue);
  book(page, 'costOfGoods', NEWCOMER_BUCKET, revenue - grossMargin);
}
