import { nearOracle } from '../../policies/near-oracle.ts';
import { worthOfPolicy } from '../../policies/play-policy.ts';
import { type CheckGroup, check, mean, part } from './check.ts';
import { withRule } from './reoptimise-round.ts';

/** Relative gain of firm value from the round found anew, in the order given. */
type Gains = readonly number[];

/** No single round is a lever: neither a rush at the start nor a trick at the end. */
export const oneRoundAnew: CheckGroup<Gains> = {
  name: 'one round anew',
  seeds: (asked) => Math.min(asked, 50),
  searchesRounds: true,
  measure(opened, { reoptimised }) {
    const usual = worthOfPolicy(nearOracle, opened);
    return reoptimised.map((found) => {
      const policy = withRule(found, opened.firm.scenario.rounds);
      return worthOfPolicy(policy, opened) / usual - 1;
    });
  },
  judge(measures) {
    const gain = (k: number) => mean(measures.map((gains) => gains[k]));
    return [
      check('E12', 'relative gain when one round of the near-oracle is found anew', measures.length, [
        part('first round', gain(0), { atMost: 0.01, open: true }),
        part('last round', gain(1), { atMost: 0.01, open: true }),
      ]),
    ];
  },
};
