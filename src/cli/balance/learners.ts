import { climberByRevenue, climberByValue } from '../../policies/climber.ts';
import { statusQuo } from '../../policies/fixed-shares.ts';
import { type CheckGroup, check, part, shareOf } from './check.ts';
import { type Outcomes, playNamed } from './named-policies.ts';

/** Who sees only reports and changes one thing a round does better than who changes nothing. */
export const learners: CheckGroup<Outcomes> = {
  name: 'learners',
  seeds: (asked) => Math.min(asked, 100),
  measure: (opened) => playNamed(opened, [statusQuo, climberByRevenue, climberByValue]),
  judge(outcomes) {
    const beats = ({ name }: { name: string }) =>
      part(
        `${name} > ${statusQuo.name}`,
        shareOf(outcomes, (outcome) => outcome[name].firmValue > outcome[statusQuo.name].firmValue),
        { atLeast: 0.9 },
      );
    return [
      check(
        'E10',
        'share of seeds in which a learner that climbs hills between rounds beats the status quo',
        outcomes.length,
        [beats(climberByRevenue), beats(climberByValue)],
      ),
    ];
  },
};
