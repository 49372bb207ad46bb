import type { Scenario } from '../engine/index.ts';
import { harbour } from './harbour.ts';

/** Every scenario that can be played, the default first. */
export const SCENARIOS: readonly Scenario[] = [harbour];

export function findScenario(id: string): Scenario | null {
  return SCENARIOS.find((scenario) => scenario.id === id) ?? null;
}
