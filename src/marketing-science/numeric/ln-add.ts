import { exp } from '../../engine/math/exp.ts';
import { ln1p } from '../../engine/math/ln1p.ts';

/** ln(e^a + e^b) without overflow; -Infinity stands for ln 0 and adds nothing. */
export function lnAdd(a: number, b: number): number {
  const larger = Math.max(a, b);
  if (larger === -Infinity) {
    return -Infinity;
  }
  return larger + ln1p(exp(Math.min(a, b) - larger));
}
