import { expOfSum } from './exp.ts';
import { curvatureOfLn1p, ln } from './ln.ts';
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

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);

const SMALLEST_NORMAL = 2.2250738585072014e-308;
const LARGEST = 1.7976931348623157e308;
// Adding and taking away 1.5 * 2^12 rounds to whole multiples of 2^-40.
const GRID_ROUNDER = 6144;
// 2^27 + 1 splits a double into two halves of 26 bits (Dekker, 1971).
const SPLITTER = 134217729;

/**
 * base to the power exponent for base >= 0, the same bits on every JavaScript engine.
 *
 * Relative error below 1e-15 over the whole range, large exponents included: the logarithm and its product with the
 * exponent are carried in two parts. pow(x, 0) = pow(1, y) = 1; pow(0, y) is 0 for y > 0 and Infinity for y < 0;
 * a negative base or a NaN gives NaN. Overflow gives Infinity, underflow 0.
 */
export function pow(base: number, exponent: number): number {
  if (exponent === 0 || base === 1) return 1;
  if (exponent === 1 && base >= 0) return base;
  if (!(base >= SMALLEST_NORMAL && base <= LARGEST && Math.abs(exponent) < 1e18)) {
    // The plus tells the compiler that a number comes back: without it every result would be put on the heap.
    return +powBeyondRange(base, exponent);
  }
  double[0] = base;
  const word = words[1] - WORD_OF_FIRST_EDGE;
  const binaryExponent = word >> 20;
  const entry = (word >> 13) & 127;
  const mantissa = base * POWERS_OF_TWO[ENTRY_OF_ONE - binaryExponent];
  const centre = CENTRE[entry];
  const reciprocal = RECIPROCAL_OF_CENTRE[entry];
  const distance = mantissa - centre;
  const r = distance * reciprocal;
  // r = coarse + fine, where coarse sits on the grid of the table's high parts: their sum is exact.
  const coarse = r + GRID_ROUNDER - GRID_ROUNDER;
  const fine = (distance - coarse * centre) * reciprocal;
  const exactPart = binaryExponent * LN_2_HIGH + LN_CENTRE_HIGH[entry] + coarse;
  const remainder = binaryExponent * LN_2_LOW + LN_CENTRE_LOW[entry] + (fine + curvatureOfLn1p(r));
  const lnHigh = exactPart + remainder;
  const lnLow = remainder - (lnHigh - exactPart);

  const high = exponent * lnHigh;
  const exponentTop = exponent * SPLITTER - (exponent * SPLITTER - exponent);
  const exponentRest = exponent - exponentTop;
  const lnTop = lnHigh * SPLITTER - (lnHigh * SPLITTER - lnHigh);
  const lnRest = lnHigh - lnTop;
  const lostByProduct =
    exponentTop * lnTop - high + exponentTop * lnRest + exponentRest * lnTop + exponentRest * lnRest;
  return expOfSum(high, lostByProduct + exponent * lnLow);
}

function powBeyondRange(base: number, exponent: number): number {
  if (!(base >= 0) || Number.isNaN(exponent)) return Number.NaN;
  if (base === 0) return exponent > 0 ? 0 : Infinity;
  // A subnormal or infinite base, or an exponent so large that only 0 and Infinity are left: the plain product will do.
  return expOfSum(exponent * ln(base), 0);
}
