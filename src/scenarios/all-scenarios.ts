import type { Scenario } from '../engine/index.ts';
import { checkedVariant } from './checked-variant.ts';
import { SCENARIOS } from './originals.ts';

/** A scenario by its id; a variant of one that has been checked by the id and its number, such as `harbour-v7`. */
export function findScenario(id: string): Scenario | null {
  const named = SCENARIOS.find((scenario) => scenario.id === id);
  if (named) return named;
  const variant = /^(.+)-v([1-9]\d*)$/.exec(id);
  const original = variant && SCENARIOS.find((scenario) => scenario.id === variant[1]);
  return original ? checkedVariant(original, Number(variant[2])) : null;
}
