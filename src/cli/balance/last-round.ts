import { byTier, copyFirm, type Decision, type OpenedFirm, playRound, trueFirmValue } from '../../engine/index.ts';
import { statusQuo } from '../../policies/fixed-shares.ts';
import { nearOracle } from '../../policies/near-oracle.ts';
import { playPolicy, worthOfPolicy } from '../../policies/play-policy.ts';
import type { Policy } from '../../policies/policy.ts';
import { uniform } from '../../policies/uniform.ts';
import { customerCentric, profitTiers, revenueTiers } from '../../policies/value-based.ts';
import { type CheckGroup, check, part } from './check.ts';

const SENSIBLE: readonly Policy[] = [statusQuo, uniform, revenueTiers, profitTiers, customerCentric, nearOracle];
const NOTHING: Decision = {
  acquisition: byTier(() => 0),
  retention: byTier(() => 0),
  service: byTier(() => 0),
  insight: 0,
};

/** By policy: relative change of firm value when nothing is spent in the last round. */
type Gains = Readonly<Record<string, number>>;

/** A firm cannot raise its value by starving customers at the end. */
export const lastRound: CheckGroup<Gains> = {
  name: 'stopping in the last round',
  seeds: (asked) => Math.min(asked, 50),
  measure: measureStopping,
  judge(measures) {
    return [
      check('E7', 'largest relative gain, over all seeds, from spending nothing in the last round', measures.length, [
        ...SENSIBLE.map(({ name }) =>
          part(name, Math.max(...measures.map((gains) => gains[name])), { atMost: 0, open: true }),
        ),
      ]),
    ];
  },
};

function measureStopping(opened: OpenedFirm): Gains {
  const gains: Record<string, number> = {};
  const { rounds } = opened.firm.scenario;
  for (const policy of SENSIBLE) {
    const reports = [...opened.history];
    const before = playPolicy(policy, opened, (_, report) => reports.push(report), rounds - 1);
    const stopped = copyFirm(before);
    if (!playRound(stopped, NOTHING).ok) throw new Error('spending nothing was refused');
    const went = worthOfPolicy(policy, { firm: before, history: reports });
    gains[policy.name] = (trueFirmValue(stopped).firmValue - went) / went;
  }
  return gains;
}
