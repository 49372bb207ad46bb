import { byTier, type Decision } from '../../src/engine/index.ts';

export const noSpending: Decision = {
  acquisition: byTier(() => 0),
  retention: byTier(() => 0),
  service: byTier(() => 0),
  insight: 0,
};

/** The same cents in every cell. */
export function everywhere(cents: number, insight: Decision['insight'] = 0): Decision {
  return { acquisition: byTier(() => cents), retention: byTier(() => cents), service: byTier(() => cents), insight };
}
