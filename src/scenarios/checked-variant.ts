import type { Scenario } from '../engine/index.ts';
import checked from './checked-variants.json' with { type: 'json' };
import { variantOf } from './variant.ts';

/** By scenario and number of the variant: which draw `clientele variants` has found as hard as the original. */
export type CheckedVariants = Readonly<Record<string, Readonly<Record<string, number>>>>;

export const CHECKED_VARIANTS: CheckedVariants = checked;

/** Numbers of the variants of a scenario that are as hard as it is, in order. */
export function checkedNumbers(scenarioId: string): readonly number[] {
  return Object.keys(CHECKED_VARIANTS[scenarioId] ?? {}).map(Number);
}

/** A variant that has been found as hard as the original, or null. */
export function checkedVariant(scenario: Scenario, number: number): Scenario | null {
  const draw = CHECKED_VARIANTS[scenario.id]?.[number];
  return draw === undefined ? null : variantOf(scenario, number, draw);
}
