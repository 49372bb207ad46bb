import {
  CHANNELS,
  LAPSED,
  NEWCOMER,
  type ObservedCustomers,
  type RoundReport,
  TIERS,
  type Tier,
} from '../engine/index.ts';

/** By channel: position of the tier whose look-alikes it aims at, −1 for those that cost nothing. */
const AIMED_AT = CHANNELS.map((channel) => TIERS.indexOf(channel as Tier));

/** Cents of retention and service money that fell to each head of a tier in a round, not rounded. */
export function carePerHead({ decision, tiers }: RoundReport): readonly number[] {
  return TIERS.map((tier) =>
    tiers[tier].customers > 0 ? (decision.retention[tier] + decision.service[tier]) / tiers[tier].customers : 0,
  );
}

/** Cents of advertising per newcomer that it brought, by tier aimed at. */
export function costPerHead({ decision, tiers }: RoundReport): readonly number[] {
  return TIERS.map((tier) =>
    tiers[tier].newCustomers > 0 ? decision.acquisition[tier] / tiers[tier].newCustomers : 0,
  );
}

/** Money that fell to each customer in the rounds played, by row; cents, not rounded, so that it sums to what was spent. */
export type MoneyByCustomer = {
  readonly care: Float64Array;
  /** In the round of arrival. */
  readonly costToWin: Float64Array;
};

/**
 * @param quarters customer records of the rounds played, oldest first
 * @param reports the same rounds
 */
export function moneyByCustomer(
  quarters: readonly ObservedCustomers[],
  reports: readonly RoundReport[],
): MoneyByCustomer {
  const { count } = quarters[quarters.length - 1];
  const care = new Float64Array(count);
  const costToWin = new Float64Array(count);
  for (const [index, quarter] of quarters.entries()) {
    const perHead = carePerHead(reports[index]);
    const cost = costPerHead(reports[index]);
    for (let row = 0; row < quarter.count; row++) {
      const tier = quarter.tierBefore[row];
      if (tier < LAPSED) care[row] += perHead[tier];
      else if (tier === NEWCOMER) {
        const aimedAt = AIMED_AT[quarter.channel[row]];
        if (aimedAt >= 0) costToWin[row] = cost[aimedAt];
      }
    }
  }
  return { care, costToWin };
}
