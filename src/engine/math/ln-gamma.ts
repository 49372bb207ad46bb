import { ln } from './ln.ts';

const HALF_LN_2_PI = 0.9189385332046728;

/**
 * Natural logarithm of the gamma function for x > 0, the same bits on every JavaScript engine.
 *
 * Relative error below 2e-15, close to the zeros at 1 and 2 too. lnGamma(0) = lnGamma(Infinity) = Infinity; a negative
 * number or NaN gives NaN (the simulation has no use for the reflected branch).
 *
 * *Source:* Stirling's series, Abramowitz and Stegun (1964) 6.1.41, from 8 on; the recurrence 6.1.15 below; between 1
 * and 3 a rational interpolation of lnGamma(x) / ((x - 1)(x - 2)) at Chebyshev points, made for this file.
 */
export function lnGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : Number.NaN;
  if (x === Infinity) return Infinity;
  if (x < 1) return lnGammaOneAnd(x) - ln(x);
  if (x < 3) return lnGammaOneAnd(x - 1);
  if (x < 8) {
    let rest = x - 1;
    let product = rest;
    while (rest >= 3) {
      rest -= 1;
      product *= rest;
    }
    return lnGammaOneAnd(rest - 1) + ln(product);
  }
  const lnX = ln(x);
  return x * (lnX - 1) + (HALF_LN_2_PI - 0.5 * lnX + stirlingCorrection(x));
}

/** lnGamma(1 + s) for 0 <= s <= 2; both zeros are factors, so nothing is lost near them. */
function lnGammaOneAnd(s: number): number {
  const top =
    0.5772156649015329 +
    s *
      (1.6573859915112124 +
        s *
          (1.8195310986608273 +
            s *
              (0.9583772627767942 +
                s *
                  (0.2489515203019172 +
                    s *
                      (0.02934996892711011 +
                        s * (0.0012144645025018563 + s * (5.152191194029259e-6 + s * -3.4387534246231254e-8)))))));
  const bottom =
    1.0 +
    s *
      (3.2962330645658335 +
        s *
          (4.283498617926743 +
            s *
              (2.7922148253073 +
                s *
                  (0.961953097690663 +
                    s * (0.1693844804533058 + s * (0.013462840310043222 + s * 0.00034666036878764635))))));
  // Adding 0 makes the zero at 1 a positive one.
  return s * (s - 1) * (top / bottom) + 0;
}

/** lnGamma(x) - ((x - 1/2) ln x - x + ln(2 pi) / 2) for x >= 8: Bernoulli numbers over 2k (2k - 1) x^(2k - 1). */
function stirlingCorrection(x: number): number {
  const z = 1 / x;
  const s = z * z;
  return (
    z *
    (0.08333333333333333 +
      s *
        (-0.002777777777777778 +
          s *
            (0.0007936507936507937 +
              s *
                (-0.0005952380952380953 +
                  s * (0.0008417508417508417 + s * (-0.0019175269175269176 + s * 0.00641025641025641))))))
  );
}
