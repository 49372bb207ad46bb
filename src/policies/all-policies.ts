import { bestOnly, bestOnlyByValue, massAcquisition, milk, noSpending, statusQuo } from './fixed-shares.ts';
import { nearOracle } from './near-oracle.ts';
import type { Policy } from './policy.ts';
import { random } from './random.ts';
import { STUDENTS } from './student-class.ts';
import { uniform } from './uniform.ts';
import { customerCentric, profitTiers, revenueTiers } from './value-based.ts';

/** The benchmarks that a finished game is compared with. */
export const POLICIES: readonly Policy[] = [
  statusQuo,
  massAcquisition,
  uniform,
  revenueTiers,
  profitTiers,
  bestOnly,
  milk,
  customerCentric,
];

/** Every policy with a name: the benchmarks, and those for the analyst. */
export const EVERY_POLICY: readonly Policy[] = [
  ...POLICIES,
  bestOnlyByValue,
  noSpending,
  nearOracle,
  random,
  ...STUDENTS,
];
