import { toFixedPoint } from '../math/fixed-point.ts';
import type { Population } from '../population/columns.ts';
import { rows } from './chunk.ts';
import type { Quarter, QuarterTally } from './quarter.ts';

/**
 * The share of wallet moves to where satisfaction draws it, w ← w + ρ (base + perSatisfaction · s − w), and the living are counted for
 * what they say of the firm: regard (for reputation) and the drive to refer others. *Draws:* none.
 */
export function engage(population: Population, quarter: Quarter, tally: QuarterTally, size: number): void {
  const { trueClass, trueWalletShare, trueSatisfaction, trueLifetimeLeft, tier } = population;
  const { walletSpeeds } = quarter;
  const { engagement, reputation, referral } = quarter.scenario;
  const { base, perSatisfaction } = engagement;
  const { negativeBelow, negativity } = reputation;
  const { satisfiedAbove } = referral;
  for (let i = 0; i < size; i++) {
    const row = rows[i];
    if (trueLifetimeLeft[row] <= 0) continue;
    const satisfied = trueSatisfaction[row];
    const wallet = trueWalletShare[row];
    const drawnTo = base + perSatisfaction * satisfied;
    const walletNow = wallet + walletSpeeds[trueClass[row]] * (drawnTo - wallet);
    trueWalletShare[row] = walletNow;
    const group = tier[row];
    tally.living[group] += 1;
    const regard = satisfied < negativeBelow ? satisfied - negativity * (negativeBelow - satisfied) : satisfied;
    tally.regard[group] += toFixedPoint(regard);
    if (satisfied > satisfiedAbove) {
      tally.referralDrive[trueClass[row]] += toFixedPoint(walletNow * (satisfied - satisfiedAbove));
    }
  }
}
