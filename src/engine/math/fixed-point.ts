const UNITS = 1048576; // 2^20

/**
 * A real number as a whole number of units of 2^-20, half units rounded up.
 *
 * Sums of such terms are exact, and so do not depend on the order of adding, while every partial sum stays below 2^53
 * in size: that is a total below 2^33 (8.6e9) in the number's own unit, such as 20,000 terms of up to 429,000 each. One
 * term is off by at most 2^-21 (4.8e-7). The result is held in a double, so |x| itself must stay below 2^32.
 */
export function toFixedPoint(x: number): number {
  return Math.floor(x * UNITS + 0.5);
}

/** The real number that a fixed-point sum stands for; exact. */
export function fromFixedPoint(sum: number): number {
  return sum / UNITS;
}
