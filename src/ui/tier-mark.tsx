import type { ReactNode } from 'react';
import styles from './tier-mark.module.css';

/** A tier, or `lapsed`: customers on none. */
export type TierName = 'platinum' | 'gold' | 'silver' | 'bronze' | 'lapsed';

/** Each tier's shape in a box of 16: diamond, circle, square, triangle; a ring for the lapsed. */
export const TIER_SHAPES: Readonly<Record<TierName, string>> = {
  platinum: 'M8 0 16 8 8 16 0 8Z',
  gold: 'M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8Z',
  silver: 'M1.4 1.4h13.2v13.2H1.4Z',
  bronze: 'M8 1 16 15H0Z',
  lapsed: 'M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8Zm0 2.6a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 0 0 0-9.2Z',
};

/** The tier's colour as a CSS value, for bars and lines. */
export function tierColor(tier: TierName): string {
  return `var(--tier-${tier})`;
}

/** The tier's sign: its colour in its shape. Decoration only: write the tier's name beside it (see `TierLabel`). */
export function TierMark({ tier }: { readonly tier: TierName }) {
  return (
    <svg className={`${styles.mark} ${styles[tier]}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={TIER_SHAPES[tier]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}

/** The tier's sign with its name. */
export function TierLabel({ tier, children }: { readonly tier: TierName; readonly children: ReactNode }) {
  return (
    <span className={styles.label}>
      <TierMark tier={tier} />
      <span className={styles.name}>{children}</span>
    </span>
  );
}
