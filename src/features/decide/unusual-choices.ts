import {
  type Cents,
  type Decision,
  type InsightLevel,
  LEVERS,
  type Lever,
  TIERS,
  type Tier,
} from '../../store/selectors/constants.ts';
import { leverTotal, tierTotal } from '../../store/selectors/desk.ts';

/** A choice worth a second look before it is made. Its words live in `content/decide.ts`. */
export type UnusualChoice =
  | { readonly kind: 'nothing-spent' }
  | { readonly kind: 'unspent'; readonly cents: Cents; readonly share: number }
  | { readonly kind: 'no-service'; readonly tiers: readonly Tier[] }
  | { readonly kind: 'one-lever'; readonly lever: Lever; readonly share: number }
  | { readonly kind: 'one-tier'; readonly tier: Tier; readonly share: number }
  | { readonly kind: 'insight-dropped'; readonly from: InsightLevel; readonly to: InsightLevel }
  | { readonly kind: 'insight-too-late'; readonly price: Cents };

/** What a decision is looked at against. */
export type UnusualContext = {
  readonly budget: Cents;
  readonly insightPrices: readonly Cents[];
  /** The level bought in the last quarter. */
  readonly lastInsight: InsightLevel;
  readonly isLastRound: boolean;
  /** Customers by tier, to leave empty tiers alone. */
  readonly customers: Readonly<Record<Tier, number>>;
};

const UNSPENT_SHARE = 0.05;
const NEARLY_ALL = 0.85;

/** Everything unusual in a decision that the rules allow, most serious first; empty for an ordinary one. */
export function unusualChoices(decision: Decision, context: UnusualContext): readonly UnusualChoice[] {
  const byLever = LEVERS.map((lever) => ({ lever, cents: leverTotal(decision, lever) }));
  const byTier = TIERS.map((tier) => ({ tier, cents: tierTotal(decision, tier) }));
  const money = byLever.reduce((sum, entry) => sum + entry.cents, 0);
  const price = context.insightPrices[decision.insight] ?? 0;
  const found: UnusualChoice[] = [];
  if (money === 0) found.push({ kind: 'nothing-spent' });
  else {
    const unspent = context.budget - money - price;
    if (unspent > UNSPENT_SHARE * context.budget) {
      found.push({ kind: 'unspent', cents: unspent, share: unspent / context.budget });
    }
    const unserved = TIERS.filter((tier) => decision.service[tier] === 0 && context.customers[tier] > 0);
    if (unserved.length > 0) found.push({ kind: 'no-service', tiers: unserved });
    const lever = byLever.find((entry) => entry.cents >= NEARLY_ALL * money);
    if (lever) found.push({ kind: 'one-lever', lever: lever.lever, share: lever.cents / money });
    const tier = byTier.find((entry) => entry.cents >= NEARLY_ALL * money);
    if (tier) found.push({ kind: 'one-tier', tier: tier.tier, share: tier.cents / money });
  }
  if (context.isLastRound && price > 0) found.push({ kind: 'insight-too-late', price });
  else if (!context.isLastRound && decision.insight < context.lastInsight) {
    found.push({ kind: 'insight-dropped', from: context.lastInsight, to: decision.insight });
  }
  return found;
}
