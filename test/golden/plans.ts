import {
  type Decision,
  decideByShares,
  type InsightLevel,
  type Level,
  openFirm,
  type Scenario,
} from '../../src/engine/index.ts';
import { statusQuo } from '../../src/policies/fixed-shares.ts';
import { playPolicy } from '../../src/policies/play-policy.ts';
import type { Policy } from '../../src/policies/policy.ts';
import { customerCentric } from '../../src/policies/value-based.ts';
import { findScenario } from '../../src/scenarios/all-scenarios.ts';
import { checkedNumbers } from '../../src/scenarios/checked-variants.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import { SCENARIOS } from '../../src/scenarios/originals.ts';

/** A game to be pinned beside those of harbour.json: whose market, by which rule, for how many rounds. */
export type Plan = {
  readonly scenario: string;
  readonly seed: string;
  readonly level: Level;
  readonly policy: string;
  readonly rounds: number;
};

/** What a plan comes to: the digest of the opening, then of every round; and what was decided. */
export type Run = { readonly digests: readonly string[]; readonly decisions: readonly Decision[] };

/** Spends as the firm always did and buys every insight level in turn, the highest first. */
const everyInsight: Policy = {
  name: 'every-insight',
  summary: 'Buys every insight level in turn.',
  decide({ round, budget, insightPrices }) {
    const levels = insightPrices.length;
    const insight = (((levels - 1) * (round + 1)) % levels) as InsightLevel;
    return decideByShares({ ...harbour.legacyPolicy, insight }, budget, insightPrices);
  },
};

const RULES = [statusQuo, customerCentric, everyInsight];

/** Variants of each scenario that are pinned by several games; the others by the first quarter of one. */
const PLAYED_MORE = [1, 2, 12];

/**
 * Every scenario of the catalogue with all insight levels, and variants of each under several policies: a game that is played out, and games
 * that are given in early.
 */
export const PLANS: readonly Plan[] = SCENARIOS.flatMap(({ id }) => [
  { scenario: id, seed: `golden ${id}`, level: 'full', policy: everyInsight.name, rounds: 6 },
  ...checkedNumbers(id).map(
    (number): Plan => ({
      scenario: `${id}-v${number}`,
      seed: `golden ${id}-v${number}`,
      level: 'full',
      policy: statusQuo.name,
      rounds: 1,
    }),
  ),
  ...PLAYED_MORE.map((number) => `${id}-v${number}`).flatMap((variant): Plan[] => [
    { scenario: variant, seed: `golden ${variant}`, level: 'full', policy: everyInsight.name, rounds: 4 },
    { scenario: variant, seed: `golden ${variant} too`, level: 'essentials', policy: customerCentric.name, rounds: 8 },
  ]),
]);

/** Plays a plan from its beginning. */
export function playPlan({ scenario, seed, level, policy, rounds }: Plan): Run {
  const rule = RULES.find(({ name }) => name === policy);
  if (!rule) throw new Error(`no policy ${policy}`);
  const opened = openFirm(scenarioOf(scenario), seed, level);
  const digests = [opened.firm.digest];
  const decisions: Decision[] = [];
  playPolicy(
    rule,
    opened,
    (firm, report) => {
      digests.push(firm.digest);
      decisions.push(report.decision);
    },
    rounds,
  );
  return { digests, decisions };
}

export function scenarioOf(id: string): Scenario {
  const scenario = findScenario(id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  return scenario;
}
