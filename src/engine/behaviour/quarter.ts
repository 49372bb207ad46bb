import { pow } from '../math/pow.ts';
import type { RandomKeys } from '../random/keys.ts';
import { PURPOSE } from '../random/purposes.ts';
import { type DrawKeys, drawKeys } from '../random/stream.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { LAPSED, TIER_COUNT } from '../tiering/tiers.ts';

/** Groups that are treated alike: the four tiers, and the lapsed. */
export const GROUPS = TIER_COUNT + 1;

/** What a quarter is like for each group, worked out before the first customer lives it. */
export type Quarter = {
  readonly scenario: Scenario;
  readonly round: number;
  /** Whether the time of a customer's last order will be asked for: not after the last quarter of a what-if. */
  readonly timesOrders: boolean;
  /** Service quality met, 0 to 1, by group. */
  readonly quality: Float64Array;
  /** Multiplies contact rates, by group. */
  readonly contactFactor: Float64Array;
  /** (retention money per head / half point)^curvature, by group; 0 without money. */
  readonly retentionPull: Float64Array;
  /** Multiplies hazards: what the market says of the firm. */
  readonly reputationFactor: number;
  /** How fast the share of wallet moves, by latent class. */
  readonly walletSpeeds: Float64Array;
  readonly draws: {
    readonly orders: DrawKeys;
    readonly orderTime: DrawKeys;
    readonly spending: DrawKeys;
    readonly contacts: DrawKeys;
  };
};

/**
 * @param quality service quality of the four tiers
 * @param retentionPerHead retention money per customer of the four tiers, cents
 */
export function planQuarter(
  scenario: Scenario,
  keys: RandomKeys,
  round: number,
  quality: readonly number[],
  retentionPerHead: readonly number[],
  reputation: number,
  timesOrders = true,
): Quarter {
  const { service, staying } = scenario;
  const plan: Quarter = {
    scenario,
    round,
    timesOrders,
    quality: new Float64Array(GROUPS),
    contactFactor: new Float64Array(GROUPS),
    retentionPull: new Float64Array(GROUPS),
    reputationFactor: Math.max(
      staying.lowestReputationFactor,
      1 + staying.reputationEffect * (scenario.reputation.reference - reputation),
    ),
    walletSpeeds: Float64Array.from(scenario.classes, (customerClass) => customerClass.walletSpeed),
    draws: {
      orders: drawKeys(keys, round + scenario.warmUpRounds, PURPOSE.orders),
      orderTime: drawKeys(keys, round + scenario.warmUpRounds, PURPOSE.orderTime),
      spending: drawKeys(keys, round + scenario.warmUpRounds, PURPOSE.spending),
      contacts: drawKeys(keys, round + scenario.warmUpRounds, PURPOSE.contacts),
    },
  };
  for (let group = 0; group < GROUPS; group++) {
    const q = group === LAPSED ? service.qualityOffFile : quality[group];
    plan.quality[group] = q;
    plan.contactFactor[group] = Math.max(
      service.lowestContactFactor,
      1 + service.failureDemand * (service.referenceQuality - q),
    );
    const perHead = group === LAPSED ? 0 : retentionPerHead[group];
    plan.retentionPull[group] = perHead > 0 ? pow(perHead / staying.retentionHalfPoint, staying.retentionCurvature) : 0;
  }
  return plan;
}

/** Totals of a quarter, exact whatever the order in which customers were taken. */
export type QuarterTally = {
  /** By group. */
  readonly orders: Float64Array;
  readonly contacts: Float64Array;
  /** Customers who ordered. */
  readonly active: Float64Array;
  readonly revenue: Float64Array;
  readonly grossMargin: Float64Array;
  /** Hazard that retention money took away, fixed point. */
  readonly hazardAvoided: Float64Array;
  /** Living customers at the end. */
  readonly living: Float64Array;
  /** Of satisfaction as reputation weighs it, over the living, fixed point. */
  readonly regard: Float64Array;
  /** Of share of wallet × satisfaction above the threshold of referral, over the living, by latent class, fixed point. */
  readonly referralDrive: Float64Array;
};

export function createTally(scenario: Scenario): QuarterTally {
  return {
    orders: new Float64Array(GROUPS),
    contacts: new Float64Array(GROUPS),
    active: new Float64Array(GROUPS),
    revenue: new Float64Array(GROUPS),
    grossMargin: new Float64Array(GROUPS),
    hazardAvoided: new Float64Array(GROUPS),
    living: new Float64Array(GROUPS),
    regard: new Float64Array(GROUPS),
    referralDrive: new Float64Array(scenario.classes.length),
  };
}
