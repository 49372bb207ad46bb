import type { Scenario } from '../engine/index.ts';
import { SCENARIOS } from './originals.ts';
import { LARGEST_VARIANT, variantOf } from './variant.ts';

/** A scenario by its id; a variant of one by the id and its number, such as `harbour-v7`. */
export function findScenario(id: string): Scenario | null {
  const named = SCENARIOS.find((scenario) => scenario.id === id);
  if (named) return named;
  const variant = /^(.+)-v([1-9]\d*)$/.exec(id);
  if (!variant || Number(variant[2]) > LARGEST_VARIANT) return null;
  const base = SCENARIOS.find((scenario) => scenario.id === variant[1]);
  return base ? variantOf(base, Number(variant[2])) : null;
}
