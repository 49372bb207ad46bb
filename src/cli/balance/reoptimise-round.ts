import type { OpenedFirm, Scenario, ShareRule } from '../../engine/index.ts';
import { nearOracle, nearOracleRules } from '../../policies/near-oracle.ts';
import { playPolicy, worthOfPolicy } from '../../policies/play-policy.ts';
import type { Policy } from '../../policies/policy.ts';
import { startSearch } from '../../policies/tuning/cma-es.ts';
import { genesOf, ruleOf } from '../../policies/tuning/plan-genes.ts';
import { openWithShadow } from '../tuning/opened-firms.ts';
import { planPolicy } from '../tuning/value-plans.ts';
import type { ReoptimisedRound } from './check.ts';

export type RoundToReoptimise = {
  readonly scenario: Scenario;
  readonly seeds: readonly string[];
  readonly round: number;
  readonly evaluations: number;
};

const WIDTH = 0.3;

/** Searches for the rule of one round that raises firm value most, all other rounds as the near-oracle plays them. */
export function reoptimiseRound({ scenario, seeds, round, evaluations }: RoundToReoptimise): ReoptimisedRound {
  const starts = seeds.map((seed) => {
    const { opened, shadow } = openWithShadow(scenario, seed);
    return { opened: playUpTo(opened, round), shadow };
  });
  const usual = nearOracleRules(scenario.rounds)[round];
  const value = (rule: ShareRule) => {
    const policy = withRule({ round, rule }, scenario.rounds);
    return starts.reduce((sum, { opened, shadow }) => sum + worthOfPolicy(policy, opened) / shadow, 0);
  };
  const search = startSearch({ point: genesOf(usual), width: WIDTH, seed: `round ${round}` });
  for (let done = 0; done < evaluations; ) {
    const points = search.ask();
    search.tell(points.map((point) => value(ruleOf(point))));
    done += points.length;
  }
  const found = [usual, ruleOf(search.centre()), ruleOf(search.best().point)];
  const values = found.map(value);
  return { round, rule: found[values.indexOf(Math.max(...values))] };
}

/** The near-oracle with another rule in one round. */
export function withRule({ round, rule }: ReoptimisedRound, rounds: number): Policy {
  return planPolicy(nearOracleRules(rounds).map((usual, at) => (at === round ? rule : usual)));
}

/** The firm as the near-oracle leaves it before a round. */
function playUpTo(opened: OpenedFirm, round: number): OpenedFirm {
  const history = [...opened.history];
  const firm = playPolicy(nearOracle, opened, (_, report) => history.push(report), round);
  return { firm, history };
}
