import type { Cents } from '../decision/decision.ts';
import { insightPricesOf, type Level } from '../decision/level.ts';
import { scenarioHash } from '../replay/scenario-hash.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { TIERS } from '../tiering/tiers.ts';

/** What a player may know of a scenario's rules. */
export type ScenarioFacts = {
  readonly id: string;
  readonly hash: string;
  /** How much of the model the game has; decides which insight levels are for sale. */
  readonly level: Level;
  readonly rounds: number;
  /** ISO 4217. */
  readonly currency: string;
  /** Per quarter, by insight level. */
  readonly insightPrices: readonly Cents[];
  /** Effective rate a year, such as .15. */
  readonly annualDiscountRate: number;
  /** Shares of customers on file by tier, best first (.05, .15, .30, .50). */
  readonly tierShares: readonly number[];
};

/** The facts of a scenario as a game of this level and length has them. */
export function scenarioFacts(
  scenario: Scenario,
  level: Level = 'essentials',
  rounds: number = scenario.rounds,
): ScenarioFacts {
  return {
    id: scenario.id,
    hash: scenarioHash(scenario),
    level,
    rounds,
    currency: scenario.currency,
    insightPrices: insightPricesOf(scenario.insight.prices, level),
    annualDiscountRate: scenario.annualDiscountRate,
    tierShares: TIERS.map((tier) => scenario.tiering.shares[tier]),
  };
}
