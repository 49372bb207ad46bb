import type { CheckGroup } from './check.ts';
import { concentration } from './concentration.ts';
import { lastRound } from './last-round.ts';
import { learners } from './learners.ts';
import { luckAndSkill } from './luck-and-skill.ts';
import { marginalReturns } from './marginal-returns.ts';
import { namedPolicies } from './named-policies.ts';
import { oneRoundAnew } from './one-round-anew.ts';
import { opening } from './opening.ts';
import { sizes } from './sizes.ts';

/** Everything that must hold of a scenario's economics. Measures are opaque here: each group reads its own. */
export const CHECK_GROUPS = [
  opening,
  namedPolicies,
  lastRound,
  marginalReturns,
  luckAndSkill,
  learners,
  ...sizes,
  oneRoundAnew,
  concentration,
] as readonly CheckGroup[];
