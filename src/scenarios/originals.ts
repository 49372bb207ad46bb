import type { Scenario } from '../engine/index.ts';
import { harbour } from './harbour.ts';

/** Every scenario that was written by hand, the default first. Their variants are found by `findScenario`. */
export const SCENARIOS: readonly Scenario[] = [harbour];
