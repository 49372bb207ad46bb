import { TIER_SHAPES, type TierName } from '../../ui/tier-mark.tsx';
import styles from './clientele-picture.module.css';

type Dot = { readonly tier: TierName; readonly x: number; readonly y: number; readonly size: number };

const CUSTOMERS = 200;
/** The angle at which a sunflower sets its seeds: no two rows line up. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** How unequal: worth falls with rank so that the best fifth holds about three quarters. */
const STEEPNESS = 0.0335;

const DOTS = sunflower();

/** Two hundred customers as a sunflower, best in the middle, area by worth: the idea of the game in one picture. */
export function ClientelePicture({ label }: { readonly label: string }) {
  return (
    <svg className={styles.picture} viewBox="-100 -100 200 200" role="img" aria-label={label}>
      {DOTS.map((dot) => (
        <path
          key={`${dot.x} ${dot.y}`}
          className={styles[dot.tier]}
          d={TIER_SHAPES[dot.tier]}
          transform={`translate(${dot.x} ${dot.y}) scale(${dot.size / 16}) translate(-8 -8)`}
        />
      ))}
    </svg>
  );
}

/** Seeds from the middle outwards, each given the room its worth needs. */
function sunflower(): readonly Dot[] {
  const worth = Array.from({ length: CUSTOMERS }, (_, rank) => Math.exp(-STEEPNESS * rank) + 0.012);
  const all = worth.reduce((sum, value) => sum + value, 0);
  let used = 0;
  return worth.map((value, rank) => {
    const share = value / all;
    const radius = 92 * Math.sqrt(used + share / 2);
    used += share;
    const angle = rank * GOLDEN_ANGLE;
    return {
      tier: tierOfRank(rank),
      x: rounded(radius * Math.cos(angle)),
      y: rounded(radius * Math.sin(angle)),
      size: rounded(2 * 92 * Math.sqrt(share) * 0.8),
    };
  });
}

function tierOfRank(rank: number): TierName {
  const share = (rank + 0.5) / CUSTOMERS;
  return share < 0.05 ? 'platinum' : share < 0.2 ? 'gold' : share < 0.5 ? 'silver' : 'bronze';
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
