import type { Scenario } from '../engine/index.ts';
import { CHECKED_VARIANTS, variantNamed } from './checked-variants.ts';
import { SCENARIOS } from './originals.ts';
import { variantOf } from './variant.ts';

/** A scenario by its id; a variant of one that has been checked by the id and its number, such as `harbour-v7`. */
export function findScenario(id: string): Scenario | null {
  const named = SCENARIOS.find((scenario) => scenario.id === id);
  if (named) return named;
  const variant = variantNamed(id);
  const original = SCENARIOS.find((scenario) => scenario.id === variant?.original);
  const checked = variant && CHECKED_VARIANTS[variant.original]?.[variant.number];
  return original && checked ? variantOf(original, variant.number, checked.draw) : null;
}
