import {
  CENTRE,
  LN_2_HIGH,
  LN_2_LOW,
  LN_CENTRE_HIGH,
  LN_CENTRE_LOW,
  RECIPROCAL_OF_CENTRE,
  WORD_OF_FIRST_EDGE,
} from './ln-table.ts';
import { ENTRY_OF_ONE, POWERS_OF_TWO } from './powers-of-two.ts';

// One double seen as two 32-bit words; on every machine with a JavaScript engine in use the high word comes second.
const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
double[0] = 1;
if (words[1] !== 0x3ff00000) throw new Error('math/ln needs a little-endian machine');

const SMALLEST_NORMAL = 2.2250738585072014e-308;
const LARGEST = 1.7976931348623157e308;

/**
 * Natural logarithm, the same bits on every JavaScript engine.
 *
 * Relative error below 4e-16 everywhere, close to 1 too. ln(0) = -Infinity, ln(Infinity) = Infinity,
 * a negative number or NaN gives NaN; subnormal numbers are treated as any other.
 *
 * *Source:* P. T. P. Tang (1990), Table-driven implementation of the logarithm function, ACM TOMS 16(4).
 */
export function ln(x: number): number {
  // The plus tells the compiler that a number comes back: without it every result would be put on the heap.
  if (!(x >= SMALLEST_NORMAL && x <= LARGEST)) return +lnBeyondRange(x);
  double[0] = x;
  const word = words[1] - WORD_OF_FIRST_EDGE;
  const exponent = word >> 20;
  const entry = (word >> 13) & 127;
  const mantissa = x * POWERS_OF_TWO[ENTRY_OF_ONE - exponent];
  const r = (mantissa - CENTRE[entry]) * RECIPROCAL_OF_CENTRE[entry];
  const low = exponent * LN_2_LOW + LN_CENTRE_LOW[entry];
  return exponent * LN_2_HIGH + LN_CENTRE_HIGH[entry] + (r + (low + curvatureOfLn1p(r)));
}

/**
 * ln(1 + r) - r for |r| <= 0.004: Taylor to the seventh order, what is left out is below 2e-18 of r.
 */
export function curvatureOfLn1p(r: number): number {
  const square = r * r;
  return (
    square *
    (r * 0.3333333333333333 -
      0.5 +
      square * (r * 0.2 - 0.25 + square * (r * 0.14285714285714285 - 0.16666666666666666)))
  );
}

function lnBeyondRange(x: number): number {
  if (x === 0) return -Infinity;
  if (x === Infinity) return Infinity;
  if (!(x > 0)) return Number.NaN;
  // Subnormal: lift by 2^54 first.
  return ln(x * 18014398509481984) - 37.42994775023705;
}
