import { massAcquisition, statusQuo } from '../../policies/fixed-shares.ts';
import { uniform } from '../../policies/uniform.ts';
import { customerCentric } from '../../policies/value-based.ts';
import { type CheckGroup, check, type Part, part, shareOf } from './check.ts';
import { type Outcomes, playNamed } from './named-policies.ts';

const BEST_FIRST = [customerCentric, uniform, statusQuo, massAcquisition];

function orderAt(customers: number, mostSeeds: number, bound: number): CheckGroup<Outcomes> {
  return {
    name: `the order at ${customers} customers`,
    seeds: (asked) => Math.min(asked, mostSeeds),
    customers,
    measure: (opened) => playNamed(opened, BEST_FIRST),
    judge: (outcomes) => [
      check(
        'E11',
        'share of seeds in which the better policy wins, at other sizes',
        outcomes.length,
        orderParts(customers, outcomes, bound),
      ),
    ],
  };
}

function orderParts(customers: number, outcomes: readonly Outcomes[], bound: number): readonly Part[] {
  return BEST_FIRST.slice(1).map(({ name }, position) => {
    const better = BEST_FIRST[position].name;
    return part(
      `${better} > ${name}, ${customers} customers, ${outcomes.length} seeds`,
      shareOf(outcomes, (outcome) => outcome[better].firmValue > outcome[name].firmValue),
      { atLeast: bound },
    );
  });
}

/** The order of the policies is that of the model, not of its size. A large firm has little luck, so few seeds are enough. */
export const sizes: readonly CheckGroup<Outcomes>[] = [orderAt(5_000, 200, 0.95), orderAt(100_000, 40, 0.99)];
