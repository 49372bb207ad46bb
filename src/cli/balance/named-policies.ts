import { type OpenedFirm, trueFirmValue } from '../../engine/index.ts';
import {
  bestOnly,
  bestOnlyByValue,
  massAcquisition,
  milk,
  noSpending,
  statusQuo,
} from '../../policies/fixed-shares.ts';
import { nearOracle } from '../../policies/near-oracle.ts';
import { playPolicy } from '../../policies/play-policy.ts';
import type { Policy } from '../../policies/policy.ts';
import { uniform } from '../../policies/uniform.ts';
import { customerCentric, profitTiers, revenueTiers } from '../../policies/value-based.ts';
import { type CheckGroup, check, mean, part, shareOf } from './check.ts';

const PLAYED: readonly Policy[] = [
  statusQuo,
  massAcquisition,
  uniform,
  revenueTiers,
  profitTiers,
  bestOnly,
  bestOnlyByValue,
  milk,
  noSpending,
  customerCentric,
  nearOracle,
];

/** By the policy's name: true firm value at the end, and cash so far after three rounds, cents. */
export type Outcomes = Readonly<Record<string, { readonly firmValue: number; readonly earlyCash: number }>>;

const EARLY_ROUNDS = 3;

/** The named policies against each other, paired by seed. */
export const namedPolicies: CheckGroup<Outcomes> = {
  name: 'the named policies',
  seeds: (asked) => asked,
  measure: (opened) => playNamed(opened, PLAYED),
  judge(outcomes) {
    const seeds = outcomes.length;
    const value = (outcome: Outcomes, { name }: Policy) => outcome[name].firmValue;
    const beats = (one: Policy, other: Policy) =>
      part(
        `${one.name} > ${other.name}`,
        shareOf(outcomes, (outcome) => value(outcome, one) > value(outcome, other)),
        { atLeast: 0.95 },
      );
    const ratio = (one: Policy, other: Policy) =>
      mean(outcomes.map((outcome) => value(outcome, one) / value(outcome, other)));
    const others = PLAYED.filter((policy) => policy !== milk && policy !== noSpending);
    const milkLeads = (outcome: Outcomes) =>
      others.every(({ name }) => outcome[milk.name].earlyCash > outcome[name].earlyCash);
    const milkLoses = (outcome: Outcomes) => value(outcome, milk) < value(outcome, statusQuo);
    return [
      check('E1', 'share of seeds in which the better policy wins', seeds, [
        beats(customerCentric, uniform),
        beats(uniform, statusQuo),
        beats(statusQuo, massAcquisition),
      ]),
      check('E2', 'share of seeds in which estimated value beats revenue tiers', seeds, [
        beats(customerCentric, revenueTiers),
      ]),
      check('E3', 'all on the top tier, as a share of customer-centric', seeds, [
        part('with tiers by estimated value', ratio(bestOnlyByValue, customerCentric), { atMost: 0.7, open: true }),
        part('with tiers by revenue', ratio(bestOnly, customerCentric), { atMost: 0.7, open: true }),
      ]),
      check('E4', 'harvesting, as a share of the status quo', seeds, [
        part('milk', ratio(milk, statusQuo), { atMost: 0.85, open: true }),
        part('no spending', ratio(noSpending, statusQuo), { atMost: 0.75, open: true }),
      ]),
      check('E5', 'share of seeds in which milk leads in cash at round 3 and loses in firm value at the end', seeds, [
        part('leads in cash after three rounds', shareOf(outcomes, milkLeads), { atLeast: 1 }),
        part('below the status quo at the end', shareOf(outcomes, milkLoses), { atLeast: 1 }),
      ]),
      check('E6', 'near-oracle / customer-centric', seeds, [
        part('mean', ratio(nearOracle, customerCentric), { atLeast: 1.04, atMost: 1.4 }),
      ]),
    ];
  },
};

/** Plays policies from one opened firm. */
export function playNamed(opened: OpenedFirm, policies: readonly Policy[]): Outcomes {
  const outcomes: Record<string, Outcomes[string]> = {};
  for (const policy of policies) {
    let earlyCash = 0;
    const firm = playPolicy(policy, opened, (_, { round, income }) => {
      if (round === EARLY_ROUNDS - 1) earlyCash = income.cumulativeCash;
    });
    outcomes[policy.name] = { firmValue: trueFirmValue(firm).firmValue, earlyCash };
  }
  return outcomes;
}
