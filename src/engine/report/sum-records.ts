import { SURVEYS_WALLETS, surveyedWalletShare, walletSurveyDraws } from '../insight/wallet-survey.ts';
import { toFixedPoint } from '../math/fixed-point.ts';
import { RING } from '../population/columns.ts';
import type { Firm } from '../round/firm.ts';
import { TIER_COUNT } from '../tiering/tiers.ts';

/** What the customers on file brought in the last four quarters. Cents and counts; by tier. */
export type RecordSums = {
  readonly revenue: Float64Array;
  readonly contribution: Float64Array;
  readonly orders: Float64Array;
  readonly contacts: Float64Array;
  /** Shares of wallet that customers state, fixed point; 0 below the level that asks for them. */
  readonly surveyedWalletShares: Float64Array;
};

/** Sums the firm's records of the customers on file, by the tiers in force. Only a report needs it: a replay goes without. */
export function sumRecords(firm: Firm): RecordSums {
  const { population, scenario } = firm;
  const { active, activeCount, tier, recentRevenue, recentOrders, recentContacts } = population;
  const { observedGrossMargin, observedRevenue } = population;
  const { perOrder, perContact } = scenario.costs;
  const revenueOf = new Float64Array(TIER_COUNT);
  const contributionOf = new Float64Array(TIER_COUNT);
  const ordersOf = new Float64Array(TIER_COUNT);
  const contactsOf = new Float64Array(TIER_COUNT);
  for (let i = 0; i < activeCount; i++) {
    const row = active[i];
    const t = tier[row];
    if (t >= TIER_COUNT) continue;
    const at = row * RING;
    const revenue = recentRevenue[at] + recentRevenue[at + 1] + recentRevenue[at + 2] + recentRevenue[at + 3];
    const orders = recentOrders[at] + recentOrders[at + 1] + recentOrders[at + 2] + recentOrders[at + 3];
    const contacts = recentContacts[at] + recentContacts[at + 1] + recentContacts[at + 2] + recentContacts[at + 3];
    const margin = observedRevenue[row] > 0 ? observedGrossMargin[row] / observedRevenue[row] : 0;
    revenueOf[t] += revenue;
    contributionOf[t] += Math.floor(margin * revenue - perOrder * orders - perContact * contacts + 0.5);
    ordersOf[t] += orders;
    contactsOf[t] += contacts;
  }
  return {
    revenue: revenueOf,
    contribution: contributionOf,
    orders: ordersOf,
    contacts: contactsOf,
    surveyedWalletShares: sumWallets(firm),
  };
}

function sumWallets({ population, scenario, keys, insightLevel }: Firm): Float64Array {
  const shares = new Float64Array(TIER_COUNT);
  if (insightLevel < SURVEYS_WALLETS) return shares;
  const draws = walletSurveyDraws(keys);
  for (const row of population.active.subarray(0, population.activeCount)) {
    if (population.tier[row] >= TIER_COUNT) continue;
    shares[population.tier[row]] += toFixedPoint(surveyedWalletShare(scenario.insight, population, row, draws));
  }
  return shares;
}
