import { ln } from './ln.ts';

// The positive zero of digamma in two parts.
const ZERO_HIGH = 1.4616321449683622;
const ZERO_LOW = 9.549995429965697e-17;

/**
 * Digamma, the derivative of lnGamma, for x > 0; the same bits on every JavaScript engine.
 *
 * Relative error below 2e-15 or absolute error below 1e-15, whichever is larger; relative between 1 and 2, around its
 * zero at 1.4616. digamma(0) = -Infinity, digamma(Infinity) = Infinity; a negative number or NaN gives NaN.
 *
 * *Source:* Abramowitz and Stegun (1964) 6.3.18 (asymptotic series, from 10 on) and 6.3.5 (recurrence); between 1 and 2
 * a rational interpolation of digamma(x) / (x - zero) at Chebyshev points, made for this file.
 */
export function digamma(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return Infinity;
  if (x < 1) return digammaBetweenOneAndTwo(x - 0.5, x - (ZERO_HIGH - 1)) - 1 / x;
  if (x < 10) {
    let rest = x;
    let sum = 0;
    while (rest > 2) {
      rest -= 1;
      sum += 1 / rest;
    }
    return digammaBetweenOneAndTwo(rest - 1.5, rest - ZERO_HIGH) + sum;
  }
  const s = 1 / (x * x);
  return (
    ln(x) -
    0.5 / x -
    s *
      (0.08333333333333333 -
        s *
          (0.008333333333333333 -
            s *
              (0.003968253968253968 -
                s *
                  (0.004166666666666667 -
                    s * (0.007575757575757576 - s * (0.021092796092796094 - s * 0.08333333333333333))))))
  );
}

/** digamma(1.5 + t) for -0.5 <= t <= 0.5, given also the distance of 1.5 + t from the upper part of the zero. */
function digammaBetweenOneAndTwo(t: number, distance: number): number {
  const top =
    0.9510558760318328 +
    t *
      (1.1663702567214969 +
        t *
          (0.5137384479970142 +
            t *
              (0.0998201733015596 +
                t * (0.008297484863617567 + t * (0.00022636249078624788 + t * 4.22009395907132e-7)))));
  const bottom =
    1.0 +
    t *
      (1.6718236205395554 +
        t *
          (1.0319333676352624 +
            t *
              (0.2978119036558111 +
                t * (0.041378314480827155 + t * (0.0025031842360786877 + t * 4.664959078686044e-5)))));
  return (distance - ZERO_LOW) * (top / bottom);
}
