import { bestOnly, massAcquisition, milk, statusQuo } from './fixed-shares.ts';
import type { Policy } from './policy.ts';
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
