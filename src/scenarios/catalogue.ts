import { ENGINE_VERSION, type ScenarioFacts, scenarioFacts } from '../engine/index.ts';
import { SCENARIOS } from './originals.ts';

/** What a page knows of the model before it runs: its version, and every scenario that can be played. */
export function catalogue(): { readonly engineVersion: string; readonly scenarios: readonly ScenarioFacts[] } {
  return { engineVersion: ENGINE_VERSION, scenarios: SCENARIOS.map((scenario) => scenarioFacts(scenario)) };
}
