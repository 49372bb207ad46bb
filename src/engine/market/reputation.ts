import type { QuarterTally } from '../behaviour/quarter.ts';
import { fromFixedPoint } from '../math/fixed-point.ts';
import { pow } from '../math/pow.ts';
import type { Acquisition, Reputation } from '../scenario/scenario.ts';
import { TIER_COUNT } from '../tiering/tiers.ts';

/**
 * Reputation moves towards what living customers in a tier say of the firm, head by head: their satisfaction, where what lies
 * below `negativeBelow` counts more. Neglecting the many hurts the whole.
 */
export function nextReputation(rule: Reputation, reputation: number, tally: QuarterTally): number {
  let regard = 0;
  let living = 0;
  for (let tier = 0; tier < TIER_COUNT; tier++) {
    regard += tally.regard[tier];
    living += tally.living[tier];
  }
  if (living === 0) return reputation;
  return reputation + rule.speed * (fromFixedPoint(regard) / living - reputation);
}

/** What reputation multiplies the reach of advertising and organic arrivals by. */
export function attraction(acquisition: Acquisition, rule: Reputation, reputation: number): number {
  const relative = Math.max(0, reputation) / rule.reference;
  const raw = relative > 0 ? pow(relative, acquisition.reputationExponent) : 0;
  return Math.min(acquisition.reputationHighest, Math.max(acquisition.reputationLowest, raw));
}
