import { type OpenedFirm, openFirm, type Scenario, scenarioHash } from '../../engine/index.ts';
import { statusQuo } from '../../policies/fixed-shares.ts';
import { worthOfPolicy } from '../../policies/play-policy.ts';

/** An opened firm, and what its shadow (the status quo on the same seed) is worth at the end, cents. */
export type OpenedWithShadow = { readonly opened: OpenedFirm; readonly shadow: number };

/** Most firms kept at a time: about 5 MB each at 20,000 customers. */
const MOST_KEPT = 24;

const kept = new Map<string, OpenedWithShadow>();

/** Opens a firm, or gives the one opened before on this thread: nobody may change it. */
export function openWithShadow(scenario: Scenario, seed: string): OpenedWithShadow {
  const key = `${scenarioHash(scenario)} ${seed}`;
  const known = kept.get(key);
  if (known) return known;
  const opened = openFirm(scenario, seed);
  const found = { opened, shadow: worthOfPolicy(statusQuo, opened) };
  if (kept.size >= MOST_KEPT) kept.delete([...kept.keys()][0]);
  kept.set(key, found);
  return found;
}
