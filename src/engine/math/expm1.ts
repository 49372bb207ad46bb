import { exp } from './exp.ts';

/**
 * exp(x) - 1, accurate near 0 too; the same bits on every JavaScript engine. Relative error below 2e-15.
 * expm1(-Infinity) = -1, overflow gives Infinity, NaN stays NaN.
 */
export function expm1(x: number): number {
  if (!(Math.abs(x) < 0.35)) return exp(x) - 1;
  // x + x^2 / 2! + ... + x^14 / 14!
  return x + x * x * (1 / 2 + x * (1 / 6 + x * (1 / 24 + x * higherTerms(x))));
}

function higherTerms(x: number): number {
  return (
    1 / 120 +
    x *
      (1 / 720 +
        x *
          (1 / 5040 +
            x *
              (1 / 40320 +
                x *
                  (1 / 362880 +
                    x *
                      (1 / 3628800 +
                        x * (1 / 39916800 + x * (1 / 479001600 + x * (1 / 6227020800 + x / 87178291200))))))))
  );
}
