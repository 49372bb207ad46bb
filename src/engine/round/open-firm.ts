import { decideByShares } from '../decision/decide-by-shares.ts';
import type { Level } from '../decision/level.ts';
import { sampleRecords } from '../insight/fit-customer-models.ts';
import { lazyResidualValueModel } from '../insight/residual-value-model.ts';
import { CHANNELS } from '../population/customer-id.ts';
import { foundPopulation } from '../population/found.ts';
import { keysFromSeed } from '../random/keys.ts';
import { observe } from '../report/observe.ts';
import type { RoundReport } from '../report/round-report.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { nextBudget } from './budget.ts';
import type { Firm } from './firm.ts';
import { playRound } from './play-round.ts';
import { renewTiers } from './renew-tiers.ts';

export type OpenedFirm = {
  readonly firm: Firm;
  /** The warm-up quarters, oldest first. */
  readonly history: readonly RoundReport[];
};

/**
 * Founds the firm of a scenario and seed, and lets it live its warm-up under the legacy policy: ready for round 0.
 *
 * @param onRound called after each quarter of the warm-up; it must not change the firm
 */
export function openFirm(
  scenario: Scenario,
  seed: string,
  level: Level = 'essentials',
  onRound?: (firm: Firm) => void,
): OpenedFirm {
  const firm = foundFirm(scenario, seed, level);
  const history: RoundReport[] = [];
  while (firm.round < 0) {
    const played = playRound(firm, decideByShares(scenario.legacyPolicy, firm.budget, scenario.insight.prices));
    if (!played.ok) throw new Error(`the legacy policy of ${scenario.id} was refused: ${played.refusals[0].code}`);
    history.push(observe(firm));
    onRound?.(firm);
  }
  firm.model = lazyResidualValueModel(scenario, sampleRecords(firm.population, scenario, firm.keys, firm.round));
  return { firm, history };
}

function foundFirm(scenario: Scenario, seed: string, level: Level): Firm {
  const keys = keysFromSeed(seed);
  const population = foundPopulation(scenario, keys);
  const round = -scenario.warmUpRounds;
  const { openingContribution } = scenario.budget;
  const firm: Firm = {
    scenario,
    seed,
    level,
    rounds: scenario.rounds,
    keys,
    roundKeys: null,
    round,
    population,
    nursery: null,
    insightLevel: 0,
    model: () => {
      throw new Error('the firm has no model of its customers before the warm-up is over');
    },
    budget: nextBudget(scenario.budget, openingContribution, 0),
    firstBudget: 0,
    smoothedContribution: openingContribution,
    reputation: scenario.reputation.atStart,
    fractions: new Float64Array(CHANNELS.length),
    lapsedOnRecord: population.cohort.subarray(0, population.count).filter((cohort) => cohort !== round - 1).length,
    cumulativeCash: 0,
    discountedCash: 0,
    estimatedEquity: 0,
    digest: '',
    last: null,
  };
  renewTiers(firm, round, 0);
  return firm;
}
