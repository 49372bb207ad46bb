import type { Cents } from '../engine/index.ts';
import checked from './checked-variants.json' with { type: 'json' };

/** What `clientele variants` notes of a variant that is as hard as the original. */
export type CheckedVariant = {
  /** Which draw of the number it is. */
  readonly draw: number;
  /** What differs in its facts, so that a page knows them without drawing anything. */
  readonly hash: string;
  readonly insightPrices: readonly Cents[];
};

/** By scenario and number. */
export type CheckedVariants = Readonly<Record<string, Readonly<Record<string, CheckedVariant>>>>;

export const CHECKED_VARIANTS: CheckedVariants = checked;

/** Numbers of the variants of a scenario that are as hard as it is, in order. */
export function checkedNumbers(scenarioId: string): readonly number[] {
  return Object.keys(CHECKED_VARIANTS[scenarioId] ?? {}).map(Number);
}

/** Scenario and number that a variant's id stands for, such as `harbour-v7`; null for any other text. */
export function variantNamed(id: string): { readonly original: string; readonly number: number } | null {
  const parts = /^(.+)-v([1-9]\d*)$/.exec(id);
  return parts && { original: parts[1], number: Number(parts[2]) };
}
