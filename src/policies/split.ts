import { type ByTier, byTier, type Cents, type RoundReport, TIERS } from '../engine/index.ts';
import type { PolicyView } from './policy.ts';

/** Cents of a total by weight, each rounded down; nothing where all weights are zero. */
export function split(total: Cents, weights: ByTier<number>): ByTier<Cents> {
  const sum = TIERS.reduce((soFar, tier) => soFar + Math.max(0, weights[tier]), 0);
  return byTier((tier) => (sum > 0 ? Math.floor((total * Math.max(0, weights[tier])) / sum) : 0));
}

export function latestReport({ reports }: PolicyView): RoundReport {
  return reports[reports.length - 1];
}
