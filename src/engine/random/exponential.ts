import { ln } from '../math/ln.ts';

/** A draw from the exponential distribution of mean 1, by inversion; falls as u in (0, 1) rises. At most 22.2 for a `uniform`. */
export function exponential(u: number): number {
  return -ln(u);
}
