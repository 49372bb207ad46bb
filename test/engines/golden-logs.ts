import { newRunLog, type RunLog } from '../../src/engine/index.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import catalogue from '../golden/catalogue.json' with { type: 'json' };
import golden from '../golden/harbour.json' with { type: 'json' };
import { type Plan, scenarioOf } from '../golden/plans.ts';

/**
 * The golden runs as logs. Of harbour whole games on one seed, and games cut off after 1, 2, 3 … rounds on the others; of the catalogue
 * every game that is pinned.
 */
export function goldenLogs(): { name: string; log: RunLog }[] {
  const wholeGamesOn = golden.runs[0].seed;
  let cut = 0;
  const ofHarbour = golden.runs.map(({ policy, seed, decisions, digests }) => {
    const rounds = seed === wholeGamesOn ? decisions.length : 1 + (cut++ % decisions.length);
    const log = { ...newRunLog(harbour, seed), ...played(decisions.slice(0, rounds), digests.slice(0, rounds + 1)) };
    return { name: `${policy} on ${seed}, ${rounds} rounds`, log };
  });
  const ofCatalogue = catalogue.runs.map(({ scenario, policy, seed, level, decisions, digests }) => ({
    name: `${policy} in ${scenario} on ${seed}, ${decisions.length} rounds`,
    log: { ...newRunLog(scenarioOf(scenario), seed, level as Plan['level']), ...played(decisions, digests) },
  }));
  return [...ofHarbour, ...ofCatalogue];
}

/** As a log tells it: its digests begin after the first round, the pinned ones with the opening. */
function played(
  decisions: readonly object[],
  [, ...digests]: readonly string[],
): Pick<RunLog, 'decisions' | 'digests'> {
  return { decisions: decisions as RunLog['decisions'], digests };
}
