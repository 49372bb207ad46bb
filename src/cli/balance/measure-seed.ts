import { openFirm, type Scenario } from '../../engine/index.ts';
import { resized } from '../../scenarios/resized.ts';
import { CHECK_GROUPS } from './all-groups.ts';
import type { Given } from './check.ts';

export type SeedToMeasure = {
  readonly scenario: Scenario;
  readonly seed: string;
  /** Positions in CHECK_GROUPS; all of one size. */
  readonly groups: readonly number[];
  readonly customers: number;
  readonly given: Given;
};

/** What each group measures on one seed, in the order of the groups: the firm is opened once for all of them. */
export function measureSeed({ scenario, seed, groups, customers, given }: SeedToMeasure): readonly unknown[] {
  const opened = openFirm(resized(scenario, customers), seed);
  return groups.map((group) => CHECK_GROUPS[group].measure(opened, given));
}
