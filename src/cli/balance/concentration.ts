import { type ByTier, byTier, type OpenedFirm, TIERS } from '../../engine/index.ts';
import { worthOfPolicy } from '../../policies/play-policy.ts';
import type { Policy } from '../../policies/policy.ts';
import { uniform } from '../../policies/uniform.ts';
import { type CheckGroup, check, mean, part, shareOf } from './check.ts';

/** Shares of every lever's money that are taken from all and given to the top tier. */
const SHARES = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.6, 1];

/** True firm value at each share, cents. */
type Curve = readonly number[];

/** A little more for the best pays, a lot more does not. */
export const concentration: CheckGroup<Curve> = {
  name: 'concentration on the top tier',
  seeds: (asked) => Math.min(asked, 24),
  measure: (opened: OpenedFirm) => SHARES.map((share) => worthOfPolicy(concentrated(share), opened)),
  judge(curves) {
    const means = SHARES.map((_, k) => mean(curves.map((curve) => curve[k])));
    const peak = SHARES[means.indexOf(Math.max(...means))];
    const peaksInside = (curve: Curve) => Math.max(...curve.slice(1, -1)) > Math.max(curve[0], curve[curve.length - 1]);
    return [
      check(
        'E13',
        'share of all money moved from per-head uniform to the top tier at which value peaks',
        curves.length,
        [
          part('peak of the mean curve', peak, { atLeast: 0.05, atMost: 0.3 }),
          part('share of seeds that peak inside', shareOf(curves, peaksInside), { atLeast: 0.95 }),
        ],
      ),
    ];
  },
};

/** The uniform policy with tiers by estimated value, and a share of each lever's money moved to Platinum. */
function concentrated(share: number): Policy {
  return {
    name: `concentrated-${share}`,
    summary: 'Moves a share of everything to the top tier.',
    decide(view) {
      const plan = uniform.decide({ ...view, budget: view.budget - view.insightPrices[2] });
      const move = (cells: ByTier<number>) => {
        const total = TIERS.reduce((sum, tier) => sum + cells[tier], 0);
        return byTier((tier) => Math.floor((1 - share) * cells[tier] + (tier === 'platinum' ? share * total : 0)));
      };
      return {
        acquisition: move(plan.acquisition),
        retention: move(plan.retention),
        service: move(plan.service),
        insight: 2,
      };
    },
  };
}
