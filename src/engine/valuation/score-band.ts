/** What an index against the shadow firm means, worst first. */
export const SCORE_BANDS = [
  'destroyed',
  'beaten',
  'experience-led',
  'customer-centric',
  'expert',
  'best-known',
] as const;

export type ScoreBand = (typeof SCORE_BANDS)[number];

/** Lowest index of each band but the first. */
const LOWER_BOUNDS = [90, 100, 104, 108, 112];

/** @param index 100 × firm value / firm value of the shadow firm on the same seed */
export function scoreBand(index: number): ScoreBand {
  return SCORE_BANDS[LOWER_BOUNDS.filter((bound) => index >= bound).length];
}
