import { pow } from '../math/pow.ts';

/** Rounds (quarters) in a year. */
export const ROUNDS_PER_YEAR = 4;

/** Discount factor a round from an effective rate a year: (1 + rate)^(−1/4). The only conversion from years to rounds. */
export function discountFactor(annualRate: number): number {
  return pow(1 + annualRate, -1 / ROUNDS_PER_YEAR);
}
