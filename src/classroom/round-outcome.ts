import { type RoundReport, TIERS, type Tier } from '../engine/index.ts';
import type { EquityBand } from '../storage/player-notes.ts';

/** Where the bands of a change of customer equity begin, as shares: beyond ±3 % much, within ±1 % level. */
const MUCH = 0.03;
const LEVEL = 0.01;

export type Outcome = {
  /** Of estimated customer equity over the round by the same yardstick, as a share. */
  readonly change: number;
  readonly band: EquityBand;
  /** The tier whose steps of the bridge took away the most, a change of insight left out; none when no tier lost. */
  readonly loser: Tier | 'none';
  /** What that tier lost, cents, negative; 0 when none did. */
  readonly loss: number;
};

/** What a prediction is measured by: the bridge of customer equity without its insight step. */
export function outcomeOf({ equity }: Pick<RoundReport, 'equity'>): Outcome {
  const change = equity.opening > 0 ? (equity.closing - equity.insight - equity.opening) / equity.opening : 0;
  const losses = TIERS.map((tier) => {
    const { acquired, returned, lapsed, revalued } = equity.byTier[tier];
    return { tier, loss: acquired + returned + lapsed + revalued };
  });
  const worst = losses.reduce((most, next) => (next.loss < most.loss ? next : most));
  const lost = worst.loss < 0;
  return { change, band: bandOf(change), loser: lost ? worst.tier : 'none', loss: lost ? worst.loss : 0 };
}

function bandOf(change: number): EquityBand {
  if (change < -MUCH) return 'falls-much';
  if (change < -LEVEL) return 'falls';
  if (change <= LEVEL) return 'level';
  return change <= MUCH ? 'rises' : 'rises-much';
}
