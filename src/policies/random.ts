import { byTier, decideByShares, type InsightLevel, type Sampler, type ShareRule, samplerOf } from '../engine/index.ts';
import type { Policy } from './policy.ts';
import { mapCells } from './shares-of-decision.ts';

/** Dirichlet shapes: of the levers, and of the tiers within each (platinum … bronze). */
const LEVER_SHAPES = { acquisition: 4, retention: 2, service: 3.2 };
const TIER_SHAPES = {
  acquisition: [1.6, 2.6, 2.6, 2],
  retention: [2.2, 2.4, 2, 1.4],
  service: [2, 2.4, 2.4, 2],
};
const LOWEST_SPEND = 0.5;
/** Insight level 0 below the first, 1 below the second, else 2. */
const LEVEL_BOUNDS = [0.5, 0.75];
/** Standard deviation of what a cell changes from round to round, relative. */
const JITTER = 0.25;
const DEVIATIONS_OF_UNIFORM = Math.sqrt(12);

/**
 * Plays a plan drawn once from Dirichlet distributions, with a little noise in every round. The plan follows from the name alone and the
 * noise from name and round, so that the same random player meets every seed.
 */
export function randomPolicy(name: string): Policy {
  const plan = drawPlan(samplerOf(`policy ${name}`));
  return {
    name,
    summary: 'Splits its money at random, and hardly changes its mind.',
    isBlind: true,
    decide({ round, budget, insightPrices }) {
      const noise = samplerOf(`policy ${name} round ${round}`);
      const jittered = mapCells(
        plan,
        (share) => share * (1 + JITTER * DEVIATIONS_OF_UNIFORM * (noise.uniform() - 0.5)),
      );
      return decideByShares(jittered, budget, insightPrices);
    },
  };
}

export const random = randomPolicy('random');

function drawPlan(sampler: Sampler): ShareRule {
  const levers = {
    acquisition: sampler.gamma(LEVER_SHAPES.acquisition),
    retention: sampler.gamma(LEVER_SHAPES.retention),
    service: sampler.gamma(LEVER_SHAPES.service),
  };
  const cells = (lever: keyof typeof levers) => {
    const drawn = TIER_SHAPES[lever].map((shape) => sampler.gamma(shape));
    const sum = drawn.reduce((soFar, weight) => soFar + weight, 0);
    return byTier((_, t) => (levers[lever] * drawn[t]) / sum);
  };
  const spend = LOWEST_SPEND + (1 - LOWEST_SPEND) * sampler.uniform();
  const u = sampler.uniform();
  return {
    spend,
    acquisition: cells('acquisition'),
    retention: cells('retention'),
    service: cells('service'),
    insight: LEVEL_BOUNDS.filter((bound) => u >= bound).length as InsightLevel,
  };
}
