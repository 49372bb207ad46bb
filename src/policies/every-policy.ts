import { POLICIES } from './all-policies.ts';
import { bestOnlyByValue, noSpending } from './fixed-shares.ts';
import { nearOracle } from './near-oracle.ts';
import type { Policy } from './policy.ts';
import { random } from './random.ts';
import { STUDENTS } from './student-class.ts';

/** Every policy with a name: the benchmarks of a finished game, and those for the analyst. */
export const EVERY_POLICY: readonly Policy[] = [
  ...POLICIES,
  bestOnlyByValue,
  noSpending,
  nearOracle,
  random,
  ...STUDENTS,
];
