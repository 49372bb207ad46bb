import { gaussLegendre } from './gauss-legendre.ts';

const SIZES: readonly number[] = [12, 24, 48];
const NEGLIGIBLE = 1e-14;

/**
 * A smooth function replaced by its Legendre series on [from, to], from < to, for when it is dear and wanted at very
 * many points.
 *
 * The series is lengthened (to 48 terms at most) until its last terms are below 1e-14 of the largest; the answer is
 * good to about that for functions that are analytic with room to spare around the interval. Not to be used outside it.
 */
export function legendreInterpolant(
  evaluate: (at: number) => number,
  from: number,
  to: number,
): (at: number) => number {
  const middle = 0.5 * (from + to);
  const half = 0.5 * (to - from);
  let coefficients = new Float64Array(0);
  for (const size of SIZES) {
    coefficients = legendreCoefficients(evaluate, middle, half, size);
    const largest = coefficients.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
    const tail = Math.max(Math.abs(coefficients[size - 1]), Math.abs(coefficients[size - 2]));
    if (tail <= NEGLIGIBLE * largest) {
      break;
    }
  }
  return (at) => sumOfSeries(coefficients, (at - middle) / half);
}

function legendreCoefficients(
  evaluate: (at: number) => number,
  middle: number,
  half: number,
  size: number,
): Float64Array<ArrayBuffer> {
  const { nodes, weights } = gaussLegendre(size);
  const coefficients = new Float64Array(size);
  for (let index = 0; index < size; index++) {
    const node = nodes[index];
    const value = weights[index] * evaluate(middle + half * node);
    let previous = 0;
    let polynomial = 1;
    for (let degree = 0; degree < size; degree++) {
      coefficients[degree] += (degree + 0.5) * value * polynomial;
      const next = ((2 * degree + 1) * node * polynomial - degree * previous) / (degree + 1);
      previous = polynomial;
      polynomial = next;
    }
  }
  return coefficients;
}

// Forward recurrence: stable for |y| <= 1.
function sumOfSeries(coefficients: Float64Array, y: number): number {
  let sum = 0;
  let previous = 0;
  let polynomial = 1;
  for (let degree = 0; degree < coefficients.length; degree++) {
    sum += coefficients[degree] * polynomial;
    const next = ((2 * degree + 1) * y * polynomial - degree * previous) / (degree + 1);
    previous = polynomial;
    polynomial = next;
  }
  return sum;
}
