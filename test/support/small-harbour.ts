import type { Scenario } from '../../src/engine/index.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import { resized } from '../../src/scenarios/resized.ts';

/** The default scenario with few customers, for tests that need speed rather than numbers. */
export const smallHarbour: Scenario = resized(harbour, 1_500);
