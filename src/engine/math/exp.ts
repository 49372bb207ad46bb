import { ENTRY_OF_ONE, POWERS_OF_TWO } from './powers-of-two.ts';

// 2^(j/64) for j = 0..63, each the double nearest to the true value.
// biome-ignore-start lint/suspicious/noApproximativeNumericConstant: sqrt(2) is one entry of the table
// biome-ignore format: a table reads best in rows
const SIXTY_FOURTH_POWERS = Float64Array.of(
  1.0, 1.0108892860517005, 1.0218971486541166, 1.0330248790212284, 1.0442737824274138,
  1.0556451783605572, 1.0671404006768237, 1.0787607977571199, 1.0905077326652577, 1.102382583307841,
  1.1143867425958924, 1.1265216186082418, 1.1387886347566916, 1.1511892299529827, 1.1637248587775775,
  1.1763969916502812, 1.189207115002721, 1.202156731452703, 1.215247359980469, 1.22848053610687,
  1.241857812073484, 1.255380757024691, 1.2690509571917332, 1.2828700160787783, 1.2968395546510096,
  1.3109612115247644, 1.3252366431597413, 1.339667524053303, 1.3542555469368927, 1.3690024229745905,
  1.383909881963832, 1.3989796725383112, 1.4142135623730951, 1.42961333839197, 1.4451808069770467,
  1.460917794180647, 1.4768261459394993, 1.4929077282912648, 1.5091644275934228, 1.5255981507445384,
  1.5422108254079407, 1.559004400237837, 1.5759808451078865, 1.593142151342267, 1.6104903319492543,
  1.6280274218573478, 1.645755478153965, 1.6636765803267364, 1.681792830507429, 1.7001063537185235,
  1.718619298122478, 1.7373338352737062, 1.7562521603732995, 1.7753764925265212, 1.7947090750031072,
  1.8142521755003989, 1.8340080864093424, 1.8539791250833855, 1.8741676341103, 1.8945759815869656,
  1.9152065613971474, 1.9360617934922943, 1.9571441241754002, 1.978456026387951,
);
// biome-ignore-end lint/suspicious/noApproximativeNumericConstant: sqrt(2) is one entry of the table

const STEPS_PER_UNIT = 92.33248261689366; // 64 / ln 2
// ln 2 / 64 in two parts; the first has 32 bits, so that its product with a step number (17 bits) is exact.
const STEP_HIGH = 2977044472 / 274877906944;
const STEP_LOW = -6.563929801064195e-13;
// Adding and taking away 1.5 * 2^52 rounds to the nearest integer.
const ROUNDER = 6755399441055744;

const OVERFLOW = 709.79;
// From -744.5 on down the scaling gives 0 already; this end keeps the entry inside the table.
const UNDERFLOW = -745;

/**
 * e to the power x, the same bits on every JavaScript engine.
 *
 * Relative error below 3e-16 (results under 2.3e-308 lose digits as all doubles do). Overflow gives Infinity,
 * underflow 0, NaN stays NaN. Non-decreasing as tested over neighbouring doubles, not proved.
 *
 * *Source:* P. T. P. Tang (1989), Table-driven implementation of the exponential function, ACM TOMS 15(2).
 */
export function exp(x: number): number {
  // The plus tells the compiler that a number comes back: without it every result would be put on the heap.
  if (!(x > UNDERFLOW && x < OVERFLOW)) return +expBeyondRange(x);
  return expInRange(x);
}

/**
 * `exp` of an x that is known to lie between −20 million and 709, bit for bit: for loops over customers, which would pay for looking at what
 * lies beyond. There, the result is wrong.
 */
export function expInRange(x: number): number {
  const step = x * STEPS_PER_UNIT + ROUNDER - ROUNDER;
  const k = step | 0;
  const r = x - step * STEP_HIGH - step * STEP_LOW;
  const power = SIXTY_FOURTH_POWERS[k & 63];
  const scale = (k >> 6) + ENTRY_OF_ONE;
  // Below the table the result is that of its first entry, 0; without a branch.
  return (power + power * expm1OfSmall(r)) * POWERS_OF_TWO[scale & ~(scale >> 31)];
}

/**
 * e to the power (high + low), for a low part that is small beside 1; keeps what is lost by adding the two first.
 * Limits as for `exp`.
 */
export function expOfSum(high: number, low: number): number {
  // The plus tells the compiler that a number comes back: without it every result would be put on the heap.
  if (!(high > UNDERFLOW && high < OVERFLOW)) return +expBeyondRange(high);
  const step = high * STEPS_PER_UNIT + ROUNDER - ROUNDER;
  const k = step | 0;
  const r = high - step * STEP_HIGH - step * STEP_LOW + low;
  const power = SIXTY_FOURTH_POWERS[k & 63];
  return (power + power * expm1OfSmall(r)) * POWERS_OF_TWO[(k >> 6) + ENTRY_OF_ONE];
}

// Taylor to the fifth order: at |r| = ln 2 / 128 what is left out is below 4e-17.
function expm1OfSmall(r: number): number {
  const square = r * r;
  return r + square * (0.5 + r * 0.16666666666666666 + square * (0.041666666666666664 + r * 0.008333333333333333));
}

function expBeyondRange(x: number): number {
  if (x >= OVERFLOW) return Infinity;
  if (x <= UNDERFLOW) return 0;
  return Number.NaN;
}
