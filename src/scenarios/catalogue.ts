import { ENGINE_VERSION, type ScenarioFacts, scenarioFacts } from '../engine/index.ts';
import { CHECKED_VARIANTS, checkedNumbers, variantNamed } from './checked-variants.ts';
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
    factsOf,
  };
}

/** Facts of a scenario; a variant's are what was noted of it beside what it shares with the original. */
function factsOf(id: string): ScenarioFacts | null {
  const variant = variantNamed(id);
  const original = SCENARIOS.find((scenario) => scenario.id === (variant?.original ?? id));
  if (!original) return null;
  const facts = scenarioFacts(original);
  if (!variant) return facts;
  const checked = CHECKED_VARIANTS[variant.original]?.[variant.number];
  if (!checked) return null;
  const insightPrices = checked.insightPrices.slice(0, facts.insightPrices.length);
  return { ...facts, id, hash: checked.hash, insightPrices };
}
