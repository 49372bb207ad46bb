/**
 * Gauss's series 2F1(a, b; c; z), |z| < 1: the route the literature takes, against which the library's integrals are
 * checked.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < 100_000; n++) {
    term *= ((a + n) * (b + n) * z) / ((c + n) * (n + 1));
    sum += term;
    if (Math.abs(term) < 1e-17 * Math.abs(sum)) break;
  }
  return sum;
}

/** Simpson's rule with an even number of steps; slow and plain. */
export function simpson(evaluate: (at: number) => number, from: number, to: number, steps = 4000): number {
  const width = (to - from) / steps;
  let sum = evaluate(from) + evaluate(to);
  for (let step = 1; step < steps; step++) {
    sum += (step % 2 === 1 ? 4 : 2) * evaluate(from + step * width);
  }
  return (sum * width) / 3;
}
