import { ENGINE_VERSION, type ScenarioFacts, scenarioFacts } from '../engine/index.ts';
import { findScenario } from './all-scenarios.ts';
import { checkedNumbers } from './checked-variant.ts';
import { SCENARIOS } from './originals.ts';

/** What a page knows of the model before it runs. */
export type Catalogue = {
  /** Version of the model that the worker runs: games of another one cannot be continued. */
  readonly engineVersion: string;
  /** Every scenario that can be played: those written by hand first, each followed by its checked variants. */
  readonly scenarioIds: readonly string[];
  readonly factsOf: (scenarioId: string) => ScenarioFacts | null;
};

export function catalogue(): Catalogue {
  return {
    engineVersion: ENGINE_VERSION,
    scenarioIds: SCENARIOS.flatMap(({ id }) => [id, ...checkedNumbers(id).map((number) => `${id}-v${number}`)]),
    factsOf: (scenarioId) => {
      const scenario = findScenario(scenarioId);
      return scenario && scenarioFacts(scenario);
    },
  };
}
